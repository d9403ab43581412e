#include "clean/trace_lines.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "clean/find_marks.h"
#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr double kLargest = 2.2;     // characters; a mark above it in both directions is no body type
constexpr double kThinnest = 0.6;    // of a character: the thickness of a line's ink
constexpr double kThickest = 2.4;    // the guess may be the height of small letters only
constexpr double kShortest = 3.0;    // characters
constexpr double kGapInPiece = 0.9;  // behind a stop
constexpr double kShortestPiece = 5;
constexpr double kSteepest = 0.11;  // px per px: six degrees and a little

GrayImage with_gaps_filled(const GrayImage& ink, int gap) {
    GrayImage filled = ink;
    for (int y = 0; y < ink.height; ++y) {
        int last = -gap - 2;
        for (int x = 0; x < ink.width; ++x) {
            if (ink.at(x, y) == 0) continue;
            if (x - last <= gap + 1) {
                for (int i = last + 1; i < x; ++i)
                    filled.at(i, y) = 255;
            }
            last = x;
        }
    }
    return filled;
}

// Darkness of the mark `label` and of the soft edges of its ink, as far as it lies in `part`.
LinePiece piece_of(const GrayImage& darkness, const cv::Mat& labels, int label, const Box& part) {
    int top = part.bottom(), foot = part.top;
    for (int y = part.top; y < part.bottom(); ++y) {
        const int* row = labels.ptr<int>(y);
        if (std::find(row + part.left, row + part.right(), label) == row + part.right()) continue;
        top = std::min(top, y), foot = std::max(foot, y + 1);
    }
    const Box box = intersection({part.left, top - 1, part.width, foot - top + 2},
                                 {0, 0, darkness.width, darkness.height});
    LinePiece piece{box, blank_image(box.width, box.height, 0)};
    for (int y = 0; y < box.height; ++y) {
        const int* row = labels.ptr<int>(box.top + y);
        for (int x = 0; x < box.width; ++x) {
            const int owner = row[box.left + x];
            if (owner == label || owner == 0)
                piece.darkness.at(x, y) = darkness.at(box.left + x, box.top + y);
        }
    }
    return piece;
}

}  // namespace

GrayImage type_ink(const GrayImage& ink, double type_size) {
    return ink_of_marks(ink, [type_size](const Mark& mark) {
        const double longer = std::max(mark.box.width, mark.box.height) / type_size;
        const double shorter = std::min(mark.box.width, mark.box.height) / type_size;
        // Characters that touch make long marks; a rule is as long, but thin.
        const bool is_run = shorter >= kThinnest && shorter <= kThickest && longer < 30;
        return longer >= 0.1 && (longer <= kLargest || is_run);
    });
}

std::vector<Box> trace_lines(const GrayImage& type, double type_size, double gap) {
    std::vector<Box> lines;
    if (type.empty() || type_size <= 0) return lines;
    const int bridged = std::max(1, static_cast<int>(std::lround(gap * type_size)));
    for (const Mark& mark : find_marks(with_gaps_filled(type, bridged))) {
        const double thickness = mark.box.height / type_size;
        if (thickness < kThinnest || thickness > kThickest) continue;
        if (mark.box.width >= kShortest * type_size) lines.push_back(mark.box);
    }
    return lines;
}

std::vector<LinePiece> trace_pieces(const GrayImage& darkness, const GrayImage& type, double type_size,
                                    double length) {
    std::vector<LinePiece> pieces;
    if (type.empty() || type_size <= 0) return pieces;
    const int bridged = std::max(1, static_cast<int>(std::lround(kGapInPiece * type_size)));
    const GrayImage filled = with_gaps_filled(type, bridged);
    cv::Mat labels, stats, centers;
    const int count = cv::connectedComponentsWithStats(view(filled), labels, stats, centers, 8, CV_32S);
    for (int label = 1; label < count; ++label) {
        const int* row = stats.ptr<int>(label);
        const cv::Rect line(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                            row[cv::CC_STAT_HEIGHT]);
        const double thickness = row[cv::CC_STAT_AREA] / (type_size * line.width);
        if (line.width < kShortestPiece * type_size || thickness < kThinnest / 2 ||
            thickness > kThickest / 1.5)
            continue;
        if (line.height > kThickest * type_size + kSteepest * line.width) continue;
        const int parts = std::max(1, static_cast<int>(line.width / (length * type_size)));
        for (int i = 0; i < parts; ++i) {
            const int from = line.width * i / parts, to = line.width * (i + 1) / parts;
            pieces.push_back(
                piece_of(darkness, labels, label, {line.x + from, line.y, to - from, line.height}));
        }
    }
    return pieces;
}

}  // namespace banwen
