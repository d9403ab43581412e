#include "scan/read_scan.h"

#include <opencv2/imgcodecs.hpp>

#include "core/error.h"

namespace banwen {

Scan read_scan(const PageRef& page, const ScanOptions&) {
    const cv::Mat gray = cv::imread(page.file, cv::IMREAD_GRAYSCALE);
    if (gray.empty()) throw Error(ExitCode::unreadable_input, page.file + ": cannot be read as an image");
    Scan scan{.gray = {gray.cols, gray.rows, {}}, .dpi = 0, .file = page.file, .index_in_file = page.index};
    scan.gray.pixels.assign(gray.datastart, gray.dataend);
    return scan;
}

}  // namespace banwen
