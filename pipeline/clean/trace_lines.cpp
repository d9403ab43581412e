#include "clean/trace_lines.h"

#include <algorithm>
#include <cmath>

#include "clean/find_marks.h"

namespace banwen {
namespace {

constexpr double kLargest = 2.2;   // characters; a mark above it in both directions is no body type
constexpr double kThinnest = 0.6;  // of a character: the thickness of a line's ink
constexpr double kThickest = 2.4;  // the guess may be the height of small letters only
constexpr double kShortest = 3.0;  // characters

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

}  // namespace banwen
