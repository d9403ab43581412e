#include "scan/raster.h"

#include <fmt/format.h>

#include "core/error.h"

namespace banwen {

Error PageInput::refusal(std::string_view what, std::string_view advice) const {
    return unreadable(index == 0 ? file : fmt::format("{}, page {}", file, index + 1), what, advice);
}

Error PageInput::damaged(std::string_view what) const {
    return refusal(what, "copy or scan it again");
}

void PageInput::check_size(std::int64_t width, std::int64_t height) const {
    if (width <= 0 || height <= 0)
        throw damaged(fmt::format("the image has no pixels ({} × {})", width, height));
    if (width > options.max_side || height > options.max_side)
        throw refusal(
            fmt::format("{} × {} px is over the limit of {} px a side", width, height, options.max_side),
            "scale it down or cut it");
    if (width > options.max_pixels / height)
        throw refusal(fmt::format("{} × {} px is over the limit of {} million pixels", width, height,
                                  options.max_pixels / 1'000'000),
                      "scale it down or cut it");
}

}  // namespace banwen
