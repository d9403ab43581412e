#include "scan/decode_opencv.h"

#include <limits>

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

namespace banwen {
namespace {

// OpenCV tells of damage on stderr; here it is an Error, told once.
class QuietOpencv {
  public:
    QuietOpencv() : before_(cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT)) {}
    ~QuietOpencv() { cv::utils::logging::setLogLevel(before_); }
    QuietOpencv(const QuietOpencv&) = delete;
    QuietOpencv& operator=(const QuietOpencv&) = delete;

  private:
    cv::utils::logging::LogLevel before_;
};

cv::Mat to_8_bit(const cv::Mat& image, int depth) {
    const int bits = depth > 0 ? depth : (image.depth() == CV_8U ? 8 : 16);
    if (image.depth() == CV_8U && bits == 8) return image;
    cv::Mat scaled;
    image.convertTo(scaled, CV_8U, 255.0 / ((1 << bits) - 1));
    return scaled;
}

cv::Mat over_white(const cv::Mat& bgra) {
    cv::Mat flat(bgra.rows, bgra.cols, CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto* from = bgra.ptr<cv::Vec4b>(y);
        auto* to = flat.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<std::uint8_t>((from[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return flat;
}

}  // namespace

cv::Mat decode_opencv(const PageInput& page, std::span<const std::uint8_t> bytes, OpencvDecoding decoding) {
    if (bytes.size() > std::numeric_limits<int>::max())
        throw page.refusal("is over two gigabytes", "convert it to TIFF");
    const QuietOpencv quiet;
    cv::Mat image;
    try {
        const cv::Mat wrapped(1, static_cast<int>(bytes.size()), CV_8UC1,
                              const_cast<std::uint8_t*>(bytes.data()));
        image = cv::imdecode(wrapped, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& problem) {
        if (problem.code == cv::Error::StsNoMem) throw;
        image.release();
    }
    if (image.empty()) throw page.damaged(fmt::format("is a damaged {}", decoding.name));
    image = to_8_bit(image, decoding.depth);
    return image.channels() == 4 ? over_white(image) : image;
}

}  // namespace banwen
