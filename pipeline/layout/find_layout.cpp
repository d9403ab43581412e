#include "layout/find_layout.h"

namespace banwen {

Layout find_layout(const CleanPage& page, const LayoutOptions&) {
    Layout layout;
    layout.width = page.gray.width;
    layout.height = page.gray.height;
    layout.dpi = page.dpi;
    layout.type_size = page.type_size.value;
    return layout;
}

}  // namespace banwen
