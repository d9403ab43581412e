// Where formats that show a page get its picture. This room has no image library: whoever calls it brings
// the pictures, one page at a time.
#pragma once

#include <functional>
#include <string>

#include "core/issue.h"
#include "core/stored_image.h"

namespace banwen {

struct PageSource {
    // A JPEG of the page's scan with the size multiplied by `scale` (0 < scale ≤ 1). May throw Error; an
    // empty function or text means that there is no picture.
    std::function<std::string(const PageInfo& page, double scale)> picture;

    // The page's scan as its file stores it; the same at every call. May throw Error.
    std::function<StoredImage(const PageInfo& page)> stored;
};

}  // namespace banwen
