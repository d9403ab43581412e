// What is no page gives one clear line that names the file, and no pixels.
#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "scan/fingerprint.h"
#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

class BadInput : public ::testing::Test {
  protected:
    // The message without the folder, so that a test can show the whole line.
    std::string refusal(const std::string& name, const ScanOptions& options = {}) {
        std::string message = refusal_of({folder_.path() / name, 0}, options);
        const std::string prefix = folder_.path().native() + "/";
        return message.rfind(prefix, 0) == 0 ? message.substr(prefix.size()) : message;
    }
    std::string refusal_of_bytes(const std::string& name, const Bytes& bytes) {
        write_file(folder_.path() / name, bytes);
        return refusal(name);
    }

    test::TempFolder folder_;
};

TEST_F(BadInput, AMissingFileIsRefused) {
    EXPECT_EQ(refusal("page.jpg"), "page.jpg: there is no such file; check the name");
}

TEST_F(BadInput, AnEmptyFileIsRefused) {
    EXPECT_EQ(refusal_of_bytes("page.jpg", {}), "page.jpg: is empty; copy or scan it again");
}

TEST_F(BadInput, TextNamedTifIsRefused) {
    write_file(folder_.path() / "page.tif", std::string("This is a letter to the editor.\n"));
    EXPECT_EQ(refusal("page.tif"),
              "page.tif: is not an image that can be read; name a file of TIFF, JPEG, PNG, JPEG 2000, PDF");
}

TEST_F(BadInput, AFolderIsRefused) {
    EXPECT_EQ(refusal("."), ".: is not a regular file; name an image, TIFF or PDF file");
}

TEST_F(BadInput, ANamedPipeIsRefusedAtOnce) {
    ASSERT_EQ(::mkfifo((folder_.path() / "page.jpg").c_str(), 0600), 0);
    EXPECT_EQ(refusal("page.jpg"), "page.jpg: is not a regular file; name an image, TIFF or PDF file");
}

TEST_F(BadInput, ATruncatedJpegIsRefused) {
    Bytes jpeg = encoded(gray_picture(), ".jpg");
    jpeg.resize(jpeg.size() - 100);
    EXPECT_EQ(refusal_of_bytes("page.jpg", jpeg),
              "page.jpg: is a JPEG that was cut short; copy or scan it again");
}

TEST_F(BadInput, ATruncatedProgressiveJpegIsRefused) {
    Bytes jpeg = encoded(gray_picture(), ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
    // Cut between two scans, where no scan lacks a byte of its own.
    const Bytes scan_start = {0xff, 0xda};
    const auto last = std::find_end(jpeg.begin(), jpeg.end(), scan_start.begin(), scan_start.end());
    jpeg.erase(last, jpeg.end());
    EXPECT_EQ(refusal_of_bytes("page.jpg", jpeg),
              "page.jpg: is a JPEG that was cut short; copy or scan it again");
}

TEST_F(BadInput, AJpegThatLacksItsEndMarkerAloneIsRead) {
    Bytes jpeg = encoded(gray_picture(), ".jpg");
    jpeg.resize(jpeg.size() - 2);
    EXPECT_EQ(refusal_of_bytes("page.jpg", jpeg), "");
}

TEST_F(BadInput, AJpegWithoutAnyPictureIsRefused) {
    EXPECT_NE(refusal_of_bytes("page.jpg", {0xff, 0xd8, 0xff, 0xd9}).find("is a damaged JPEG"),
              std::string::npos);
}

TEST_F(BadInput, ATruncatedPngIsRefused) {
    Bytes bytes = encoded(gray_picture(), ".png");
    bytes.resize(bytes.size() - 30);
    EXPECT_EQ(refusal_of_bytes("page.png", bytes),
              "page.png: is a PNG that was cut short; copy or scan it again");
}

TEST_F(BadInput, APngWithAChangedByteIsRefused) {
    Bytes bytes = encoded(gray_picture(), ".png");
    bytes[bytes.size() - 30] ^= 1;
    EXPECT_NE(refusal_of_bytes("page.png", bytes).find("check sum of its pixels"), std::string::npos);
}

TEST_F(BadInput, APngThatLacksRowsIsRefused) {
    EXPECT_EQ(refusal_of_bytes("page.png", png({4, 4, 8, 0, {1, 2, 3, 4}})),
              "page.png: is a damaged PNG; copy or scan it again");
}

TEST_F(BadInput, AGiantPngIsRefusedByItsHeader) {
    // Decoding it would take 3.6 gigabytes; reading its header may not raise the peak by a hundredth of that.
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    EXPECT_EQ(refusal_of_bytes("page.png", png({60'000, 60'000, 8, 0, {}})),
              "page.png: 60000 × 60000 px is over the limit of 32000 px a side; scale it down or cut it");
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 36 * 1024);  // kB
}

TEST_F(BadInput, AnImageWithoutPixelsIsRefused) {
    EXPECT_EQ(refusal_of_bytes("page.png", png({0, 0, 8, 0, {}})),
              "page.png: the image has no pixels (0 × 0); copy or scan it again");
}

TEST_F(BadInput, ATiffWithoutPixelsIsRefused) {
    add_tiff_page(folder_.path() / "page.tif", {}, 48, 32, rows_of(gray_picture()));
    Bytes bytes = file_bytes(folder_.path() / "page.tif");
    const std::size_t directory = bytes[4] | static_cast<std::size_t>(bytes[5]) << 8;
    for (std::size_t entry = directory + 2; entry < directory + 2 + bytes[directory] * std::size_t{12};
         entry += 12)
        if (bytes[entry + 1] == 1 && bytes[entry] <= 1)  // width and height: tags 256 and 257
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(entry + 8), 4, std::uint8_t{0});
    EXPECT_EQ(refusal_of_bytes("page.tif", bytes),
              "page.tif: the image has no pixels (0 × 0); copy or scan it again");
}

TEST_F(BadInput, EveryFormatIsHeldToTheLimitOfPixels) {
    const ScanOptions small{.max_pixels = 1000};
    add_tiff_page(folder_.path() / "page.tif", {}, 48, 32, rows_of(gray_picture()));
    EXPECT_NE(refusal("page.tif", small).find("over the limit"), std::string::npos);
    for (const std::string extension : {".jpg", ".png", ".jp2"}) {
        write_file(folder_.path() / ("page" + extension), encoded(gray_picture(), extension));
        EXPECT_NE(refusal("page" + extension, small).find("48 × 32 px is over the limit"), std::string::npos);
    }
}

TEST_F(BadInput, ANameWithALineBreakStaysOnOneLine) {
    EXPECT_EQ(refusal("page\n1.jpg"), "page\\x0A1.jpg: there is no such file; check the name");
}

// Ends the process with the code of the Error that reading the page throws when only `spare` more bytes may
// be taken.
[[noreturn]] void read_with_little_memory(const std::string& file, std::size_t spare) {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    rlimit limit{};
    limit.rlim_cur = limit.rlim_max = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + spare;
    ::setrlimit(RLIMIT_AS, &limit);
    try {
        read_scan({file, 0}, {});
    } catch (const Error& error) {
        std::fputs(error.what(), stderr);
        ::_exit(static_cast<int>(error.code()));
    }
    ::_exit(0);
}

TEST_F(BadInput, APageThatMemoryDoesNotSufficeForIsRefused) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers need more address space than this test leaves";
#endif
    const cv::Mat large(8000, 8000, CV_8U, cv::Scalar(255));
    for (const std::string name : {"page.jpg", "page.png"}) {
        const std::string file = folder_.path() / name;
        cv::imwrite(file, large);
        EXPECT_EXIT(read_with_little_memory(file, 32 << 20), ::testing::ExitedWithCode(3),
                    name + ": needs more memory than there is")
            << name;
    }
}

TEST(FingerprintOf, IsTheSha256OfTheBytes) {
    const test::TempFolder folder;
    write_file(folder.path() / "abc", std::string("abc"));
    EXPECT_EQ(fingerprint_of(folder.path() / "abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(FingerprintOf, TellsLargeFilesApartThatDifferInTheirLastByte) {
    const test::TempFolder folder;
    Bytes bytes(3'000'000, 7);
    write_file(folder.path() / "a", bytes);
    bytes.back() = 8;
    write_file(folder.path() / "b", bytes);
    EXPECT_NE(fingerprint_of(folder.path() / "a"), fingerprint_of(folder.path() / "b"));
}

}  // namespace
}  // namespace banwen
