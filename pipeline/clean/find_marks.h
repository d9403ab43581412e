// Marks: the connected pieces of ink on a page. A Latin letter is one mark or two, a Han character one to a
// dozen, a picture often a single huge one; what a finder knows of a page it knows mostly from their sizes.
#pragma once

#include <functional>
#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

struct Mark {
    Box box;
    int area = 0;  // ink pixels
};

// All marks (8-connected) of an ink mask, in no particular order; none on an empty or blank mask.
std::vector<Mark> find_marks(const GrayImage& ink);

// The mask with only those marks left that `keep` says yes to.
GrayImage ink_of_marks(const GrayImage& ink, const std::function<bool(const Mark&)>& keep);

}  // namespace banwen
