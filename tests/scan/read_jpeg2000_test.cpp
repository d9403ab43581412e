// JPEG 2000 in.
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

const std::vector<int> kLossless = {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 1000};

// A capture resolution of 11811 samples a metre both ways, in a box before the image header's own end.
Bytes with_resolution(const Bytes& jp2) {
    const Bytes capture =
        joined({big_endian(18), {'r', 'e', 's', 'c'}, {0x2e, 0x23, 0, 1, 0x2e, 0x23, 0, 1, 0, 0}});
    const Bytes box = joined({big_endian(26), {'r', 'e', 's', ' '}, capture});
    constexpr std::size_t kHeaderBox = 32;  // behind the signature and the file type
    const auto length = static_cast<std::uint32_t>(jp2[kHeaderBox + 2] << 8 | jp2[kHeaderBox + 3]);
    const auto end = jp2.begin() + kHeaderBox + length;
    return joined({Bytes(jp2.begin(), jp2.begin() + kHeaderBox), big_endian(length + 26),
                   Bytes(jp2.begin() + kHeaderBox + 4, end), box, Bytes(end, jp2.end())});
}

class ReadJpeg2000 : public ::testing::Test {
  protected:
    Scan read(const Bytes& bytes) {
        write_file(file_, bytes);
        return read_scan({file_, 0}, {});
    }

    test::TempFolder folder_;
    std::string file_ = folder_.path() / "page.jp2";
};

TEST_F(ReadJpeg2000, ReadsGrayWithoutLoss) {
    EXPECT_EQ(difference(pixels_of(read(encoded(gray_picture(), ".jp2", kLossless))), gray_picture()), 0);
}

TEST_F(ReadJpeg2000, ReadsColour) {
    const Scan scan = read(encoded(colour_picture(), ".jp2", kLossless));
    EXPECT_LT(difference(pixels_of(scan), gray_picture()), 40);
}

TEST_F(ReadJpeg2000, ReadsSixteenBits) {
    cv::Mat deep;
    gray_picture().convertTo(deep, CV_16UC1, 257);
    EXPECT_LE(difference(pixels_of(read(encoded(deep, ".jp2", kLossless))), gray_picture()), 1);
}

TEST_F(ReadJpeg2000, KnowsTheResolution) {
    const Bytes jp2 = encoded(gray_picture(), ".jp2", kLossless);
    EXPECT_NEAR(read(with_resolution(jp2)).dpi, 300, 0.01);
    EXPECT_DOUBLE_EQ(read(jp2).dpi, 0);
}

TEST_F(ReadJpeg2000, RefusesAFileThatWasCutShort) {
    Bytes jp2 = encoded(gray_picture(), ".jp2", kLossless);
    jp2.resize(jp2.size() * 2 / 3);
    write_file(file_, jp2);
    EXPECT_EQ(refusal_of({file_, 0}), file_ + ": is a JPEG 2000 that was cut short; copy or scan it again");
}

}  // namespace
}  // namespace banwen
