// Headline lines: type clearly larger than the body's, set across or down.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "layout/components.h"
#include "layout/find_layout.h"

namespace banwen {

// A line of large type, not yet part of a region.
struct HeadlineLine {
    Box box;
    double type_size = 0;  // px
    WritingMode mode = WritingMode::horizontal;
};

// `pieces`: the page's text components; `obstacles`: rules and pictures, which no headline crosses; `em`:
// body type.
//
// Large pieces of like size that stand close to each other form a cluster. A cluster as narrow as one
// character and several characters high is set down; any other is cut into rows. Small pieces that belong to
// a large character, and punctuation, are then taken in by the line they stand in. What it cannot do:
// vertical headlines of two or more lines, and headlines less than `headline_em` in size, which come out as
// body lines and are told apart later by their place.
std::vector<HeadlineLine> find_headlines(const std::vector<Component>& pieces,
                                         const std::vector<Box>& obstacles, double em,
                                         const LayoutOptions& options);

}  // namespace banwen
