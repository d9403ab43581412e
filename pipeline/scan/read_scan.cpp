#include "scan/read_scan.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"
#include "scan/image_formats.h"
#include "scan/ink_mix.h"
#include "scan/orientation.h"
#include "scan/read_stored_image.h"

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

// Runs `take` on the page and its row of the table.
template <typename Take>
auto with_page(const PageRef& ref, const ScanOptions& options, Take&& take) {
    try {
        const ByteSource bytes(ref.file);
        const PageInput page{bytes, ref.file, ref.index, options};
        if (bytes.size() == 0) throw page.damaged("is empty");
        const ImageFormat* format = format_of(bytes.read(0, kFormatHeadBytes));
        if (format == nullptr)
            throw page.refusal("is not an image that can be read", "name a file of " + format_names());
        if (ref.index < 0 || (ref.index > 0 && ref.index >= format->count_pages(bytes, ref.file)))
            throw page.refusal("the file has no such page", "name one that it has");
        return take(*format, page);
    } catch (const std::bad_alloc&) {
        throw out_of_memory(ref.file);
    } catch (const cv::Exception& problem) {
        if (problem.code == cv::Error::StsNoMem) throw out_of_memory(ref.file);
        throw;
    }
}

// Pixels in the order that other programs expect: red first.
StoredImage stored_pixels(const Raster& raster) {
    cv::Mat pixels = raster.pixels;
    if (pixels.channels() == 3) cv::cvtColor(raster.pixels, pixels, cv::COLOR_BGR2RGB);
    const auto [right, down] = steps_of(raster.orientation);
    StoredImage image{.coding = ImageCoding::pixels,
                      .width = pixels.cols,
                      .height = pixels.rows,
                      .channels = pixels.channels(),
                      .right = right,
                      .down = down,
                      .strips = {{{}, pixels.rows}}};
    const std::size_t row = pixels.elemSize() * static_cast<std::size_t>(pixels.cols);
    for (int y = 0; y < pixels.rows; ++y)
        image.strips[0].bytes.append(reinterpret_cast<const char*>(pixels.ptr(y)), row);
    return image;
}

}  // namespace

Scan read_scan(const PageRef& ref, const ScanOptions& options) {
    return with_page(ref, options, [&](const ImageFormat& format, const PageInput& page) {
        const Raster raster = format.decode(page);
        const cv::Mat gray =
            raster.pixels.channels() == 1 ? raster.pixels : mixed(raster.pixels, best_ink_mix(raster.pixels));
        Scan scan{.gray = upright(gray, raster.orientation), .file = ref.file, .index_in_file = ref.index};
        scan.dpi = believable_dpi(raster.dpi, scan.gray.width, scan.gray.height);
        return scan;
    });
}

StoredImage read_stored_image(const PageRef& ref, const ScanOptions& options) {
    return with_page(ref, options, [](const ImageFormat& format, const PageInput& page) {
        if (format.stored != nullptr)
            if (std::optional<StoredImage> stored = format.stored(page)) return *std::move(stored);
        return stored_pixels(format.decode(page));
    });
}

}  // namespace banwen
