// Colour to grey with the mix of channels in which ink stands out best from paper.
#pragma once

#include <opencv2/core/mat.hpp>

namespace banwen {

// Shares of red, green and blue; they sum to 1.
struct ColourMix {
    double red = 0.299;
    double green = 0.587;
    double blue = 0.114;
};

// Judged on a sample of the pixels: contrast of the weakest ink colour over the unevenness of the paper.
// Stays with the eye's own mix unless another is clearly better. `bgr` is CV_8UC3.
ColourMix best_ink_mix(const cv::Mat& bgr);

// CV_8UC1.
cv::Mat mixed(const cv::Mat& bgr, const ColourMix& mix);

}  // namespace banwen
