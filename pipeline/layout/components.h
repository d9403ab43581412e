// Connected pieces of ink: what every finder of the layout room starts from.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

struct Component {
    Box box;
    int area = 0;  // ink pixels
};

// All 8-connected pieces of a mask (255 = ink), in no particular order.
std::vector<Component> find_components(const cv::Mat& mask);

// The mask without specks that stand alone: pieces smaller than a full stop with no larger ink within a
// character's reach along the row. `em`: body type in px.
cv::Mat without_dust(const cv::Mat& mask, double em);

// The mask without the dark border that a scanner leaves around the page: pieces of more than three
// characters' size that touch the mask's edge. `em`: body type in px.
cv::Mat without_border(const cv::Mat& mask, double em);

// The mask as OpenCV sees it; shares the image's memory, which must outlive it.
cv::Mat view_of(const GrayImage& image);

// Conversions between the project's boxes and OpenCV's, which have the same meaning.
cv::Rect to_rect(const Box& box);
Box to_box(const cv::Rect& rect);

// `box` cut to the mask's area.
Box clipped(const Box& box, const cv::Mat& mask);

// The ink's own box inside `box`; empty where there is none.
Box ink_box(const cv::Mat& mask, const Box& box);

// Mean thickness in px of the strokes in `box`: twice the ink over its outline. 0 without ink.
double stroke_thickness(const cv::Mat& mask, const Box& box);

// Share of set pixels of `mask` in `box`, 0..1; 0 where the box is empty or outside.
double ink_share(const cv::Mat& mask, const Box& box);

}  // namespace banwen
