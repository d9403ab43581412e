// A comma or a full stop may not begin a line. Where there is no room for it at the end, compositors set it
// outside the measure: a small piece of ink alone in the gutter, in the lower half of the line and close
// behind its last character. A speck of that size in that place is taken for a stop, so only full lines are
// looked at.
#include "layout/hanging_marks.h"

#include <algorithm>
#include <optional>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kFull = 0.9;   // em that a full line may lack to the longest, which may end with such a mark
constexpr double kReach = 1.1;  // em behind the line that are looked at
constexpr double kFarthest = 0.5;  // em between the last character and its stop
constexpr double kFarthestBelow =
    0.8;  // … in a vertical line, whose stops may stand in the middle of their cells
constexpr double kSmallest = 0.15;   // em: the longer side of a comma
constexpr double kLargest = 0.42;    // em: either side of a stop
constexpr double kLeastInk = 0.008;  // em²
constexpr double kUpperShare = 0.4;  // of the line's height, where no comma begins
constexpr double kBelow = 0.2;       // em below the line, where no comma ends

bool is_stop(const Box& piece, int area, double em) {
    return std::max(piece.width, piece.height) > kSmallest * em &&
           std::max(piece.width, piece.height) < kLargest * em && area > kLeastInk * em * em;
}

// The pieces behind the line, from left to right; those that reach out of the window belong to something
// else.
std::vector<Component> pieces_behind(const LineBox& line, const cv::Mat& type, double em) {
    const int reach = static_cast<int>(kReach * em);
    const Box window = clipped({line.box.right(), line.box.top, reach, line.box.height + reach / 4}, type);
    if (window.empty()) return {};
    std::vector<Component> pieces = find_components(type(to_rect(window)));
    for (Component& piece : pieces) {
        piece.box.left += window.left;
        piece.box.top += window.top;
    }
    std::sort(pieces.begin(), pieces.end(),
              [](const Component& a, const Component& b) { return a.box.left < b.box.left; });
    return pieces;
}

// Stops of a horizontal line stand low; those of a vertical one, turned to the left, high or in the middle.
bool stands_as_a_stop(const Box& mark, const Box& line, WritingMode mode, double em) {
    if (mode == WritingMode::vertical)
        return mark.bottom() < line.bottom() - kUpperShare / 2 * line.height &&
               mark.top > line.top - kBelow * em;
    return mark.top > line.top + kUpperShare * line.height && mark.bottom() < line.bottom() + kBelow * em;
}

std::optional<Box> mark_behind(const LineBox& line, const cv::Mat& type, WritingMode mode, double em) {
    const std::vector<Component> pieces = pieces_behind(line, type, em);
    if (pieces.empty()) return std::nullopt;
    const Box mark = pieces.front().box;
    const double farthest = mode == WritingMode::vertical ? kFarthestBelow : kFarthest;
    const bool close = mark.left < line.box.right() + farthest * em;
    if (!stands_as_a_stop(mark, line.box, mode, em) || !close || !is_stop(mark, pieces.front().area, em))
        return std::nullopt;
    const bool alone = pieces.size() == 1 || pieces[1].box.left > mark.right() + 0.1 * em;
    return alone ? std::optional(mark) : std::nullopt;
}

// Where the full lines of a column end; its measure may be wider.
int right_end(const std::vector<LineBox>& lines) {
    int end = 0;
    for (const LineBox& line : lines)
        end = std::max(end, line.box.right());
    return end;
}

}  // namespace

std::vector<Region> with_hanging_marks(std::vector<Region> regions, const cv::Mat& type, WritingMode mode,
                                       double em) {
    for (Region& region : regions) {
        const int full = right_end(region.lines);
        for (LineBox& line : region.lines)
            if (line.box.right() > full - kFull * em)
                if (const std::optional<Box> mark = mark_behind(line, type, mode, em))
                    line.box = bounding(line.box, *mark);
    }
    return regions;
}

}  // namespace banwen
