// Bands: solid dark boxes that carry white type, such as a headline or the paper's whole head.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"
#include "layout/components.h"

namespace banwen {

// A solid dark box and the type that is left white in it.
struct Band {
    Box box;
    Box type;              // around the type alone
    bool one_line = true;  // false: lines above each other, or type of several sizes
};

// `pieces`: the components of `ink`; `em`: body type in px. A band's ink is one piece that runs along all
// four sides of its box; what is white in it has the sizes of type. What it cannot do: bands whose ground
// broke into pieces, and type that touches the band's edge.
std::vector<Band> find_bands(const std::vector<Component>& pieces, const cv::Mat& ink, double em);

// `type` with the light parts of the boxes in `ink` as if they were printed dark, and without the boxes'
// solids.
cv::Mat with_light_type(const cv::Mat& type, const cv::Mat& ink, const std::vector<Box>& boxes);

// The ink of a box's four sides is printed as a solid; the sides of a dense character are full of gaps.
bool has_solid_sides(const Box& box, const cv::Mat& ink);

}  // namespace banwen
