// OpenCV's view of a GrayImage: the same pixels under another name, nothing is copied.
#pragma once

#include <opencv2/core.hpp>

#include "core/image.h"

namespace banwen {

// Valid as long as the image lives and keeps its size. The image must not be empty.
inline cv::Mat view(GrayImage& image) {
    return {image.height, image.width, CV_8U, image.pixels.data()};
}

// Only to be read from: cv::Mat has no way to say so.
inline cv::Mat view(const GrayImage& image) {
    return {image.height, image.width, CV_8U, const_cast<std::uint8_t*>(image.pixels.data())};
}

// Rows become columns, so that what is written for horizontal lines also serves vertical ones.
inline GrayImage transposed(const GrayImage& image) {
    GrayImage turned = blank_image(image.height, image.width);
    if (image.empty()) return turned;
    cv::Mat target = view(turned);
    cv::transpose(view(image), target);
    return turned;
}

}  // namespace banwen
