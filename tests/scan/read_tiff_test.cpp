// TIFF in: kinds of pixels, several pages, resolution, damage.
#include <filesystem>

#include <gtest/gtest.h>
#include <tiffio.h>

#include "scan/find_issues.h"
#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

class ReadTiff : public ::testing::Test {
  protected:
    void add(const TiffKind& kind, const Bytes& rows) { add_tiff_page(file_, kind, 48, 32, rows); }
    Scan read(int index = 0) { return read_scan({file_, index}, {}); }
    std::size_t page_count() { return find_issues({file_}).front().pages.size(); }

    // Writes over the pixels of a page.
    void spoil(int index) {
        TIFF* tiff = TIFFOpen(file_.c_str(), "r");
        TIFFSetDirectory(tiff, static_cast<std::uint16_t>(index));
        const std::uint64_t start = TIFFGetStrileOffset(tiff, 0);
        const std::uint64_t length = TIFFGetStrileByteCount(tiff, 0);
        TIFFClose(tiff);
        Bytes bytes = file_bytes(file_);
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(start), length, std::uint8_t{0});
        write_file(file_, bytes);
    }

    test::TempFolder folder_;
    std::string file_ = folder_.path() / "page.tif";
};

TEST_F(ReadTiff, ReadsGray) {
    add({}, rows_of(gray_picture()));
    EXPECT_EQ(difference(pixels_of(read()), gray_picture()), 0);
}

TEST_F(ReadTiff, ReadsGrayWhereZeroIsWhite) {
    add({.photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_LZW},
        rows_of(255 - gray_picture()));
    EXPECT_EQ(difference(pixels_of(read()), gray_picture()), 0);
}

TEST_F(ReadTiff, ReadsFaxGroup4) {
    add({.bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4},
        packed_rows(255 - bilevel_picture()));
    EXPECT_EQ(difference(pixels_of(read()), bilevel_picture()), 0);
}

TEST_F(ReadTiff, ReadsFaxGroup3WhereZeroIsBlack) {
    add({.bits = 1, .photometric = PHOTOMETRIC_MINISBLACK, .compression = COMPRESSION_CCITTFAX3},
        packed_rows(bilevel_picture()));
    EXPECT_EQ(difference(pixels_of(read()), bilevel_picture()), 0);
}

TEST_F(ReadTiff, ReadsSixteenBits) {
    cv::Mat deep;
    gray_picture().convertTo(deep, CV_16UC1, 257);
    add({.bits = 16}, rows_of(deep));
    EXPECT_LE(difference(pixels_of(read()), gray_picture()), 1);
}

TEST_F(ReadTiff, ReadsRgb) {
    cv::Mat rgb;
    cv::merge(std::vector<cv::Mat>{gray_picture(), gray_picture(), gray_picture()}, rgb);
    add({.samples = 3, .photometric = PHOTOMETRIC_RGB, .compression = COMPRESSION_ADOBE_DEFLATE},
        rows_of(rgb));
    EXPECT_LE(difference(pixels_of(read()), gray_picture()), 1);
}

TEST_F(ReadTiff, ReadsTiles) {
    cv::Mat rgb;
    cv::merge(std::vector<cv::Mat>{gray_picture(), gray_picture(), gray_picture()}, rgb);
    add({.samples = 3, .photometric = PHOTOMETRIC_RGB, .tiled = true}, rows_of(rgb));
    EXPECT_LE(difference(pixels_of(read()), gray_picture()), 1);
}

TEST_F(ReadTiff, ReadsPrintingColours) {
    // Black ink alone: cyan, magenta and yellow are 0.
    const cv::Mat none(32, 48, CV_8UC1, cv::Scalar(0));
    cv::Mat cmyk;
    cv::merge(std::vector<cv::Mat>{none, none, none, 255 - gray_picture()}, cmyk);
    add({.samples = 4, .photometric = PHOTOMETRIC_SEPARATED}, rows_of(cmyk));
    EXPECT_LE(difference(pixels_of(read()), gray_picture()), 1);
}

TEST_F(ReadTiff, ReadsAPalette) {
    add({.photometric = PHOTOMETRIC_PALETTE}, rows_of(gray_picture()));
    EXPECT_LE(difference(pixels_of(read()), gray_picture()), 1);
}

TEST_F(ReadTiff, IsUprightAsTheOrientationTagSays) {
    add({.orientation = ORIENTATION_RIGHTTOP}, rows_of(gray_picture()));
    cv::Mat turned;
    cv::rotate(gray_picture(), turned, cv::ROTATE_90_CLOCKWISE);
    EXPECT_EQ(difference(pixels_of(read()), turned), 0);
}

TEST_F(ReadTiff, IsUprightInColourToo) {
    add({.photometric = PHOTOMETRIC_PALETTE, .orientation = ORIENTATION_BOTRIGHT}, rows_of(gray_picture()));
    cv::Mat turned;
    cv::rotate(gray_picture(), turned, cv::ROTATE_180);
    EXPECT_LE(difference(pixels_of(read()), turned), 1);
}

TEST_F(ReadTiff, KnowsTheResolutionInInchesAndCentimetres) {
    add({.unit = RESUNIT_INCH, .resolution = 300}, rows_of(gray_picture()));
    add({.unit = RESUNIT_CENTIMETER, .resolution = 200}, rows_of(gray_picture()));
    add({.unit = RESUNIT_NONE, .resolution = 300}, rows_of(gray_picture()));
    EXPECT_DOUBLE_EQ(read(0).dpi, 300);
    EXPECT_NEAR(read(1).dpi, 508, 0.01);
    EXPECT_DOUBLE_EQ(read(2).dpi, 0);
}

TEST_F(ReadTiff, ReadsEachOfSeveralPages) {
    for (const int shade : {10, 20, 30})
        add({}, Bytes(48 * 32, static_cast<std::uint8_t>(shade)));
    EXPECT_EQ(page_count(), 3);
    EXPECT_EQ(read(1).gray.at(5, 5), 20);
    EXPECT_EQ(read(2).gray.at(5, 5), 30);
    EXPECT_EQ(read(2).index_in_file, 2);
}

TEST_F(ReadTiff, DoesNotTakeThumbnailsForPages) {
    add({}, Bytes(48 * 32, 10));
    add({.subfile_type = FILETYPE_REDUCEDIMAGE}, Bytes(48 * 32, 20));
    add({.subfile_type = FILETYPE_PAGE}, Bytes(48 * 32, 30));
    EXPECT_EQ(page_count(), 2);
    EXPECT_EQ(read(1).gray.at(5, 5), 30);
}

TEST_F(ReadTiff, ReadsTheFirstPageWhenTheSecondIsDamaged) {
    const TiffKind fax{
        .bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4};
    add(fax, packed_rows(255 - bilevel_picture()));
    add(fax, packed_rows(255 - bilevel_picture()));
    spoil(1);
    EXPECT_EQ(page_count(), 2);
    EXPECT_EQ(difference(pixels_of(read(0)), bilevel_picture()), 0);
    const std::string refusal = refusal_of({file_, 1});
    EXPECT_NE(refusal.find("page.tif, page 2: is a damaged TIFF page"), std::string::npos) << refusal;
}

TEST_F(ReadTiff, CountsAPageThatTheChainPromisesButTheFileLacks) {
    add({}, rows_of(gray_picture()));
    const auto first_page = std::filesystem::file_size(file_);
    add({}, rows_of(gray_picture()));
    std::filesystem::resize_file(file_, first_page + 100);
    EXPECT_EQ(page_count(), 2);
    EXPECT_EQ(difference(pixels_of(read(0)), gray_picture()), 0);
    EXPECT_NE(refusal_of({file_, 1}).find("page 2"), std::string::npos);
}

TEST_F(ReadTiff, EndsAChainThatLeadsBackIntoItself) {
    add({}, rows_of(gray_picture()));
    Bytes bytes = file_bytes(file_);
    // The last four bytes of the only directory lead to the next one: here to itself.
    const std::size_t directory = bytes[4] | static_cast<std::size_t>(bytes[5]) << 8;
    const std::size_t next = directory + 2 + bytes[directory] * std::size_t{12};
    std::copy_n(bytes.begin() + 4, 4, bytes.begin() + static_cast<std::ptrdiff_t>(next));
    write_file(file_, bytes);
    EXPECT_EQ(page_count(), 2);
    EXPECT_EQ(refusal_of({file_, 0}), "");
    EXPECT_NE(refusal_of({file_, 1}), "");
}

TEST_F(ReadTiff, RefusesAPageThatTheFileDoesNotHave) {
    add({}, rows_of(gray_picture()));
    EXPECT_NE(refusal_of({file_, 1}).find("no such page"), std::string::npos);
}

TEST_F(ReadTiff, SaysWhichKindOfPixelsItDoesNotRead) {
    add({.bits = 16, .samples = 4, .photometric = PHOTOMETRIC_SEPARATED}, Bytes(48 * 32 * 8));
    EXPECT_NE(refusal_of({file_, 0}).find("is a kind of TIFF that is not read"), std::string::npos);
}

TEST_F(ReadTiff, RefusesAFileThatWasCutShort) {
    add({}, rows_of(gray_picture()));
    std::filesystem::resize_file(file_, std::filesystem::file_size(file_) / 2);
    EXPECT_NE(refusal_of({file_, 0}).find("is a damaged TIFF page"), std::string::npos);
}

}  // namespace
}  // namespace banwen
