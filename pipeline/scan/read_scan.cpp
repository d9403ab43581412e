#include "scan/read_scan.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include "core/error.h"
#include "scan/image_formats.h"
#include "scan/ink_mix.h"
#include "scan/orientation.h"

namespace banwen {
namespace {

// What a file says of its resolution is often a program's default. Believed only when the sheet would be of a
// size that newspapers are printed in.
double believable_dpi(double told, int width, int height) {
    constexpr double kLargestSheetInches = 40;
    constexpr double kLeastDpi = 30;
    constexpr double kMostDpi = 2600;
    if (!(told >= kLeastDpi && told <= kMostDpi)) return 0;
    return std::max(width, height) / told > kLargestSheetInches ? 0 : told;
}

Raster decode(const PageRef& ref, const ScanOptions& options) {
    const ByteSource bytes(ref.file);
    const PageInput page{bytes, ref.file, ref.index, options};
    if (bytes.size() == 0) throw page.damaged("is empty");
    const ImageFormat* format = format_of(bytes.read(0, kFormatHeadBytes));
    if (format == nullptr)
        throw page.refusal("is not an image that can be read", "name a file of " + format_names());
    if (ref.index < 0 || (ref.index > 0 && ref.index >= format->count_pages(bytes, ref.file)))
        throw page.refusal("the file has no such page", "name one that it has");
    return format->decode(page);
}

}  // namespace

Scan read_scan(const PageRef& page, const ScanOptions& options) {
    try {
        const Raster raster = decode(page, options);
        const cv::Mat gray =
            raster.pixels.channels() == 1 ? raster.pixels : mixed(raster.pixels, best_ink_mix(raster.pixels));
        Scan scan{.gray = upright(gray, raster.orientation), .file = page.file, .index_in_file = page.index};
        scan.dpi = believable_dpi(raster.dpi, scan.gray.width, scan.gray.height);
        return scan;
    } catch (const std::bad_alloc&) {
        throw out_of_memory(page.file);
    } catch (const cv::Exception& problem) {
        if (problem.code == cv::Error::StsNoMem) throw out_of_memory(page.file);
        throw;
    }
}

}  // namespace banwen
