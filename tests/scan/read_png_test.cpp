// PNG in: kinds of pixels, transparency, resolution.
#include <gtest/gtest.h>

#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

class ReadPng : public ::testing::Test {
  protected:
    Scan read(const Bytes& bytes) {
        write_file(file_, bytes);
        return read_scan({file_, 0}, {});
    }

    test::TempFolder folder_;
    std::string file_ = folder_.path() / "page.png";
};

TEST_F(ReadPng, ReadsGrayWithoutLoss) {
    EXPECT_EQ(difference(pixels_of(read(encoded(gray_picture(), ".png"))), gray_picture()), 0);
}

TEST_F(ReadPng, ReadsSixteenBits) {
    cv::Mat deep;
    gray_picture().convertTo(deep, CV_16UC1, 257);
    EXPECT_EQ(difference(pixels_of(read(encoded(deep, ".png"))), gray_picture()), 0);
}

TEST_F(ReadPng, ReadsOneBit) {
    const Bytes bytes = png({48, 32, 1, 0, packed_rows(bilevel_picture())});
    EXPECT_EQ(difference(pixels_of(read(bytes)), bilevel_picture()), 0);
}

TEST_F(ReadPng, ReadsAPalette) {
    const Bytes palette = png_chunk("PLTE", {10, 10, 10, 240, 240, 240});
    const Scan scan = read(png({4, 1, 8, 3, {0, 1, 1, 0}}, palette));
    EXPECT_EQ(scan.gray.pixels, (Bytes{10, 240, 240, 10}));
}

TEST_F(ReadPng, LaysWhatIsTransparentOverWhitePaper) {
    const Scan scan = read(png({3, 1, 8, 6, {0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 128}}));
    EXPECT_EQ(scan.gray.pixels, (Bytes{255, 0, 127}));
}

TEST_F(ReadPng, LaysTransparentGrayOverWhitePaper) {
    const Scan scan = read(png({2, 1, 8, 4, {0, 0, 40, 255}}));
    EXPECT_EQ(scan.gray.pixels, (Bytes{255, 40}));
}

TEST_F(ReadPng, KnowsTheResolution) {
    const auto resolution = [](std::uint32_t per_metre, std::uint8_t unit) {
        return png_chunk("pHYs", joined({big_endian(per_metre), big_endian(per_metre), {unit}}));
    };
    const PngPixels pixels{2, 1, 8, 0, {1, 2}};
    EXPECT_NEAR(read(png(pixels, resolution(11811, 1))).dpi, 300, 0.01);
    EXPECT_DOUBLE_EQ(read(png(pixels, resolution(11811, 0))).dpi, 0);
    EXPECT_DOUBLE_EQ(read(png(pixels)).dpi, 0);
}

}  // namespace
}  // namespace banwen
