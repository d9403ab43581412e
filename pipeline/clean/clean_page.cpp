#include "clean/clean_page.h"

#include <opencv2/imgproc.hpp>

namespace banwen {

CleanPage clean_page(const Scan& scan, const CleanOptions&) {
    CleanPage page;
    page.gray = scan.gray;
    page.ink = blank_image(scan.gray.width, scan.gray.height, 0);
    page.dpi = scan.dpi > 0 ? scan.dpi : 300;
    page.scan_width = scan.gray.width;
    page.scan_height = scan.gray.height;
    if (scan.gray.empty()) return page;
    const cv::Mat gray(page.gray.height, page.gray.width, CV_8U, page.gray.pixels.data());
    cv::Mat ink(page.ink.height, page.ink.width, CV_8U, page.ink.pixels.data());
    cv::threshold(gray, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    return page;
}

}  // namespace banwen
