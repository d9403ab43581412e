#include "clean/find_marks.h"

#include <cstddef>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

struct Labelled {
    cv::Mat labels;  // 0 = paper, n = the mark at index n − 1
    std::vector<Mark> marks;
};

Labelled label_marks(const GrayImage& ink) {
    Labelled result;
    cv::Mat stats;
    cv::Mat centers;
    const int count = cv::connectedComponentsWithStats(view(ink), result.labels, stats, centers, 8, CV_32S);
    result.marks.reserve(static_cast<std::size_t>(count));
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        result.marks.push_back(
            {{row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]},
             row[cv::CC_STAT_AREA]});
    }
    return result;
}

}  // namespace

std::vector<Mark> find_marks(const GrayImage& ink) {
    if (ink.empty()) return {};
    return label_marks(ink).marks;
}

GrayImage ink_of_marks(const GrayImage& ink, const std::function<bool(const Mark&)>& keep) {
    GrayImage kept = blank_image(ink.width, ink.height, 0);
    if (ink.empty()) return kept;
    const Labelled found = label_marks(ink);
    std::vector<std::uint8_t> shade(found.marks.size() + 1, 0);
    for (std::size_t i = 0; i < found.marks.size(); ++i)
        shade[i + 1] = keep(found.marks[i]) ? 255 : 0;
    for (int y = 0; y < ink.height; ++y) {
        const int* labels = found.labels.ptr<int>(y);
        for (int x = 0; x < ink.width; ++x)
            kept.at(x, y) = shade[static_cast<std::size_t>(labels[x])];
    }
    return kept;
}

}  // namespace banwen
