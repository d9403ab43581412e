#include "draw/draw_page_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace banwen {

std::string draw_page_picture(const GrayImage& image, double scale) {
    if (image.empty()) return "";
    constexpr int kQuality = 62;  // type of 20 px stays sharp, and half the size of the usual 95
    const cv::Mat whole(image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data()));
    const auto side = [scale](int length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    try {
        cv::Mat small;
        cv::resize(whole, small, {side(image.width), side(image.height)}, 0, 0, cv::INTER_AREA);
        std::vector<unsigned char> bytes;
        cv::imencode(".jpg", small, bytes, {cv::IMWRITE_JPEG_QUALITY, kQuality});
        return {bytes.begin(), bytes.end()};
    } catch (const cv::Exception& problem) {
        throw Error(ExitCode::cannot_write, "the picture of a page could not be made: " + problem.err);
    }
}

}  // namespace banwen
