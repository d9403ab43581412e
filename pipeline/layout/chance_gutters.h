// Chance gutters: marks of punctuation that stand under each other leave white like a short gutter's.
#pragma once

#include <opencv2/core.hpp>

namespace banwen {

// `gutters` without the short ones that part a single column. `text`: 255 = ink of body type; `blocks`:
// that and pictures and headlines; `ruled`: the gutters that a rule has made, which part columns however
// short they are; all of one size. `em`: body type in px.
cv::Mat without_chance_gutters(const cv::Mat& gutters, const cv::Mat& text, const cv::Mat& blocks,
                               const cv::Mat& ruled, double em);

}  // namespace banwen
