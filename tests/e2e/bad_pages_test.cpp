// Pages that cannot be read: each alone, and each between two good ones.
#include <fstream>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "e2e/banwen_run.h"
#include "scan/scan_fixtures.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::BanwenRun;
using test::lines_with;
using test::ProgramResult;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct BadFile {
    std::string what;  // names the test
    std::string extension;
    std::function<void(const fs::path&)> make;
    std::string said;  // stands in the line about it
};

void PrintTo(const BadFile& file, std::ostream* stream) {
    *stream << file.what;
}

void make_truncated_jpeg(const fs::path& file) {
    test::draw_page(file, 2);
    fs::resize_file(file, fs::file_size(file) / 2);
}

void make_encrypted_pdf(const fs::path& file) {
    test::run_program({"qpdf", "--empty", "--encrypt", "secret", "owner", "256", "--", file.native()});
}

const std::vector<BadFile> kBadFiles = {
    {"EmptyFile", ".tif", [](const fs::path& file) { test::write_bytes(file, ""); }, "is empty"},
    {"TextNamedTif", ".tif", [](const fs::path& file) { test::write_bytes(file, "Dear editor,\n"); },
     "is not an image"},
    {"TruncatedJpeg", ".jpg", make_truncated_jpeg, "cut short"},
    {"GiantPngHeader", ".png",
     [](const fs::path& file) {
         fixtures::write_file(file, fixtures::png({60'000, 60'000, 8, 0, {}}));
     },
     "60000 × 60000"},
    {"ImageWithoutPixels", ".png",
     [](const fs::path& file) {
         fixtures::write_file(file, fixtures::png({0, 0, 8, 0, {}}));
     },
     "0 × 0"},
    {"EncryptedPdf", ".pdf", make_encrypted_pdf, "PDF"},
};

class BadPage : public ::testing::TestWithParam<BadFile> {
  protected:
    void SetUp() override {
        fs::create_directories(run_.in);
        if (GetParam().extension == ".pdf" && test::run_program({"qpdf", "--version"}).status != 0)
            GTEST_SKIP() << "the program qpdf, which encrypts the PDF, is not installed";
    }
    BanwenRun run_;
};

TEST_P(BadPage, AloneEndsTheRunAsUnreadableInput) {
    const std::string name = "page" + GetParam().extension;
    GetParam().make(run_.in / name);
    const ProgramResult result = run_.convert();
    EXPECT_EQ(result.status, 3);
    EXPECT_THAT(lines_with(result.err, name), ElementsAre(HasSubstr(GetParam().said)));
    ASSERT_TRUE(run_.manifest());
    EXPECT_FALSE(run_.manifest()->complete());
}

TEST_P(BadPage, BetweenGoodOnesCostsOnlyItself) {
    test::draw_page(run_.in / "1.png", 2);
    const std::string name = "2" + GetParam().extension;
    GetParam().make(run_.in / name);
    test::draw_page(run_.in / "3.png", 2);
    const ProgramResult result = run_.convert();
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(lines_with(result.err, "/" + name), ElementsAre(HasSubstr(GetParam().said)));
    ASSERT_TRUE(run_.manifest());
    const Manifest manifest = *run_.manifest();
    ASSERT_EQ(manifest.failed_pages.size(), 1U);
    EXPECT_EQ(manifest.failed_pages[0].page, 2);
    EXPECT_EQ(manifest.failed_pages[0].file, name);
    EXPECT_EQ(manifest.inputs.size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Files, BadPage, ::testing::ValuesIn(kBadFiles),
                         [](const auto& one) { return one.param.what; });

TEST(BadTiff, ADamagedSecondPageCostsOnlyItself) {
    BanwenRun run;
    fs::create_directories(run.in);
    const fs::path file = run.in / "issue.tif";
    const cv::Mat picture = fixtures::gray_picture();
    std::vector<std::size_t> sizes;
    for (int page = 0; page < 3; ++page) {
        fixtures::add_tiff_page(file, {.compression = 8}, picture.cols, picture.rows,
                                fixtures::rows_of(picture));
        sizes.push_back(fs::file_size(file));
    }
    // The pixels of a page stand before its directory.
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(sizes[0]) + 8);
    stream << std::string(40, '\xFF');
    stream.close();

    const ProgramResult result = run.convert();
    EXPECT_EQ(result.status, 1);
    ASSERT_TRUE(run.manifest());
    ASSERT_EQ(run.manifest()->failed_pages.size(), 1U);
    EXPECT_EQ(run.manifest()->failed_pages[0].page, 2);
    EXPECT_THAT(lines_with(result.err, "issue.tif"), ElementsAre(HasSubstr("2")));
}

struct EmptyPage {
    std::string what;
    int width;
    int height;
    int shade;
};

class PageWithoutText : public ::testing::TestWithParam<EmptyPage> {};

TEST_P(PageWithoutText, IsConvertedToAnIssueWithoutArticles) {
    BanwenRun run;
    test::draw_shade(run.in / "1.png", GetParam().width, GetParam().height, GetParam().shade);
    EXPECT_EQ(run.convert().status, 0);
    ASSERT_TRUE(run.manifest());
    EXPECT_TRUE(run.manifest()->complete());
    EXPECT_EQ(test::bytes_of(run.out / "dawn" / "articles.jsonl"), "");
    EXPECT_TRUE(fs::exists(run.out / "dawn" / "issue.json"));
}

INSTANTIATE_TEST_SUITE_P(Pages, PageWithoutText,
                         ::testing::Values(EmptyPage{"Blank", 1000, 1400, 255},
                                           EmptyPage{"Black", 1000, 1400, 0},
                                           EmptyPage{"OneByOne", 1, 1, 255}),
                         [](const auto& one) { return one.param.what; });

TEST(BadInputs, AFolderWithoutImagesIsUnreadableInput) {
    BanwenRun run;
    test::write_bytes(run.in / "notes.txt", "no page here");
    const ProgramResult result = run.convert();
    EXPECT_EQ(result.status, 3);
    EXPECT_THAT(lines_with(result.err, "banwen:"), ElementsAre(HasSubstr("dawn")));
    EXPECT_EQ(result.out, "");
}

TEST(BadInputs, AnInputThatIsNotThereIsUnreadableInput) {
    BanwenRun run;
    const ProgramResult result = run.convert();
    EXPECT_EQ(result.status, 3);
    EXPECT_THAT(lines_with(result.err, "banwen:"), ElementsAre(HasSubstr("dawn")));
}

TEST(BadInputs, AFileNameOfAnyBytesIsNoFault) {
    BanwenRun run;
    test::draw_shade(run.in / "1.png", 100, 100, 255);
    fs::rename(run.in / "1.png", run.in / "\xB5\xDA\n1\xB0\xE6.png");
    EXPECT_EQ(run.convert().status, 0);
    ASSERT_TRUE(run.manifest());
    EXPECT_EQ(run.manifest()->inputs[0].file, "\\xB5\\xDA\\x0A1\\xB0\\xE6.png");
}

}  // namespace
}  // namespace banwen
