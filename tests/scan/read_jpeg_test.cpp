// JPEG in: pixels, orientation, resolution.
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

class ReadJpeg : public ::testing::Test {
  protected:
    Scan read(const Bytes& jpeg) {
        write_file(file_, jpeg);
        return read_scan({file_, 0}, {});
    }

    test::TempFolder folder_;
    std::string file_ = folder_.path() / "page.jpg";
};

TEST_F(ReadJpeg, GivesTheSamePixelsAsAnotherDecoder) {
    const Bytes jpeg = encoded(gray_picture(), ".jpg");
    EXPECT_EQ(difference(pixels_of(read(jpeg)), cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE)), 0);
}

TEST_F(ReadJpeg, ReadsProgressiveColour) {
    const Scan scan = read(encoded(colour_picture(), ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1}));
    EXPECT_LT(difference(pixels_of(scan), gray_picture()), 40);
}

TEST_F(ReadJpeg, GoesByTheContentAndNotByTheName) {
    write_file(folder_.path() / "page.png", encoded(gray_picture(), ".jpg"));
    EXPECT_EQ(read_scan({folder_.path() / "page.png", 0}, {}).gray.width, 48);
}

TEST_F(ReadJpeg, ReadsAPageOfOnePixel) {
    const Scan scan = read(encoded(cv::Mat(1, 1, CV_8UC1, cv::Scalar(77)), ".jpg"));
    EXPECT_EQ(scan.gray.width, 1);
    EXPECT_EQ(scan.gray.height, 1);
    EXPECT_NEAR(scan.gray.at(0, 0), 77, 2);
}

TEST_F(ReadJpeg, KnowsTheResolutionFromTheDensity) {
    const Bytes jpeg = encoded(gray_picture(), ".jpg");
    EXPECT_DOUBLE_EQ(read(with_density(jpeg, 1, 300)).dpi, 300);
    EXPECT_NEAR(read(with_density(jpeg, 2, 118)).dpi, 299.72, 0.01);
    EXPECT_DOUBLE_EQ(read(with_density(jpeg, 0, 300)).dpi, 0);
}

TEST_F(ReadJpeg, KnowsTheResolutionFromExif) {
    const Bytes jpeg = with_density(encoded(gray_picture(), ".jpg"), 0, 1);
    EXPECT_DOUBLE_EQ(read(with_exif(jpeg, 1, 400)).dpi, 400);
}

TEST_F(ReadJpeg, DoesNotBelieveAResolutionThatMakesAGiantSheet) {
    const cv::Mat wide(10, 4000, CV_8UC1, cv::Scalar(200));
    EXPECT_DOUBLE_EQ(read(with_density(encoded(wide, ".jpg"), 1, 72)).dpi, 0);
}

class ReadTurnedJpeg : public ReadJpeg, public ::testing::WithParamInterface<int> {};

TEST_P(ReadTurnedJpeg, IsUprightAsExifSays) {
    const Bytes jpeg = with_exif(encoded(gray_picture(), ".jpg"), GetParam());
    EXPECT_EQ(difference(pixels_of(read(jpeg)), cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE)), 0);
}

INSTANTIATE_TEST_SUITE_P(AllOrientations, ReadTurnedJpeg, ::testing::Range(1, 9));

}  // namespace
}  // namespace banwen
