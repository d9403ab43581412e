#include "layout/find_headlines.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banwen {
namespace {

constexpr double kLargestEm = 12;    // the largest type that a paper sets, in body characters
constexpr double kSmallestEm = 1.2;  // not every character of a headline is as large as its type
constexpr double kOtherSize = 0.8;   // type of one headline line does not differ by more
constexpr double kTwoLinesEm = 2.1;  // two lines of body type under each other are higher
constexpr double kThinEm = 0.3;      // a stroke as thin …
constexpr double kTallEm = 2.5;      // … and as tall is a piece of a rule
constexpr double kHemmedEm = 3.2;    // no higher is what text hems in
constexpr double kHemEm = 0.8;       // white between it and the text around it
constexpr double kHem = 0.4;         // share of its side
constexpr int kFewPieces = 12;       // small parts of a short headline's characters (三, 点) are fewer

struct Clusters {
    std::vector<std::size_t> parent;
    explicit Clusters(std::size_t n) : parent(n) { std::iota(parent.begin(), parent.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent[root(a)] = root(b); }
};

int size_of(const Box& box) {
    return std::max(box.width, box.height);
}

bool blocked(const Box& a, const Box& b, const std::vector<Box>& obstacles) {
    const Box both = bounding(a, b);
    return std::any_of(obstacles.begin(), obstacles.end(), [&](const Box& o) {
        const Box common = intersection(both, o);
        if (common.empty()) return false;
        return common.width >= 0.6 * std::min(both.width, o.width) ||
               common.height >= 0.6 * std::min(both.height, o.height);
    });
}

// Joined letters of body type: much wider than high, and not as thin as 一 of any size.
bool is_word(const Box& box, double em) {
    return box.width > 1.7 * box.height && box.width < 4.5 * box.height && box.height > 0.35 * em &&
           box.height < 1.2 * em;
}

std::vector<Box> large_boxes(const std::vector<Component>& pieces, double em) {
    std::vector<Box> seeds;
    for (const Component& piece : pieces) {
        const Box& box = piece.box;
        if (size_of(box) < kSmallestEm * em || size_of(box) > kLargestEm * em) continue;
        if (is_word(box, em) || std::min(box.width, box.height) < 0.12 * em) continue;
        if (box.width < kThinEm * em && box.height > kTallEm * em) continue;
        seeds.push_back(box);
    }
    return seeds;
}

bool near(const Box& a, const Box& b) {
    const int large = std::max(size_of(a), size_of(b)), small = std::min(size_of(a), size_of(b));
    if (small < 0.45 * large) return false;
    const int gap_x = std::max(a.left, b.left) - std::min(a.right(), b.right());
    const int gap_y = std::max(a.top, b.top) - std::min(a.bottom(), b.bottom());
    const bool beside = overlap_y(a, b) >= 0.4 * std::min(a.height, b.height) && gap_x <= 1.3 * large;
    const bool below = overlap_x(a, b) >= 0.4 * std::min(a.width, b.width) && gap_y <= 0.8 * large;
    return beside || below;
}

std::vector<std::vector<Box>> cluster(const std::vector<Box>& seeds, const std::vector<Box>& obstacles) {
    Clusters clusters(seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i)
        for (std::size_t j = i + 1; j < seeds.size(); ++j)
            if (near(seeds[i], seeds[j]) && !blocked(seeds[i], seeds[j], obstacles)) clusters.join(i, j);
    std::vector<std::vector<Box>> groups(seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i)
        groups[clusters.root(i)].push_back(seeds[i]);
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    return groups;
}

// One piece in four at least is as large as headline type; bold words of the body are not.
bool is_headline(const std::vector<Box>& group, double least) {
    const auto large =
        std::count_if(group.begin(), group.end(), [&](const Box& box) { return size_of(box) >= least; });
    return 4 * static_cast<std::size_t>(large) >= group.size();
}

// Four in five pieces are not larger; single tall or wide pieces (two characters that touch) do not count.
double typical_size(std::vector<Box> boxes) {
    const auto at = boxes.begin() + static_cast<std::ptrdiff_t>(boxes.size() * 4 / 5);
    std::nth_element(boxes.begin(), at, boxes.end(),
                     [](const Box& a, const Box& b) { return size_of(a) < size_of(b); });
    return size_of(*at);
}

Box box_around(const std::vector<Box>& boxes) {
    Box all;
    for (const Box& box : boxes)
        all = bounding(all, box);
    return all;
}

std::vector<std::vector<Box>> cut_into_rows(std::vector<Box> boxes) {
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.height > b.height; });
    std::vector<std::vector<Box>> rows;
    for (const Box& box : boxes) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const std::vector<Box>& r) {
            return overlap_y(box_around(r), box) >= 0.5 * box.height;
        });
        if (row == rows.end())
            rows.push_back({box});
        else
            row->push_back(box);
    }
    return rows;
}

// Two headlines side by side: a gap, and on both its sides type of another height or on another line.
std::vector<std::vector<Box>> cut_at_steps(std::vector<Box> row, double size) {
    std::sort(row.begin(), row.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    for (std::size_t k = 1; k < row.size(); ++k) {
        const auto middle = row.begin() + static_cast<std::ptrdiff_t>(k);
        const std::vector<Box> before(row.begin(), middle), after(middle, row.end());
        const Box left = box_around(before), right = box_around(after);
        const double play = 0.13 * size;
        if (right.left - left.right() < 0.7 * size || before.size() < 2 || after.size() < 2) continue;
        const bool stepped =
            std::abs(left.top - right.top) >= play && std::abs(left.bottom() - right.bottom()) >= play;
        const double sizes[] = {typical_size(before), typical_size(after)};
        const bool resized = std::min(sizes[0], sizes[1]) < kOtherSize * std::max(sizes[0], sizes[1]);
        if (!stepped && !resized) continue;
        std::vector<std::vector<Box>> parts = cut_at_steps(after, size);
        parts.push_back(before);
        return parts;
    }
    return {row};
}

std::vector<std::vector<Box>> rows_of(const std::vector<Box>& group, double size) {
    std::vector<std::vector<Box>> rows;
    for (const std::vector<Box>& row : cut_into_rows(group))
        for (std::vector<Box>& part : cut_at_steps(row, size))
            rows.push_back(std::move(part));
    return rows;
}

bool set_down(const Box& box, double size) {
    return box.width <= 1.45 * size && box.height >= 2.6 * size;
}

// Takes the longest column of boxes under each other out of the cluster when it has more characters than any
// row.
std::vector<Box> take_column(std::vector<Box>& group, double size) {
    std::vector<Box> longest;
    for (const Box& middle : group) {
        std::vector<Box> column;
        for (const Box& box : group)
            if (std::abs(box.center().x - middle.center().x) < 0.3 * size && box.width <= 1.45 * size)
                column.push_back(box);
        if (column.size() > longest.size()) longest = column;
    }
    std::size_t longest_row = 1;
    for (const std::vector<Box>& row : cut_into_rows(group))
        longest_row = std::max(longest_row, row.size());
    if (longest.size() < 3 || longest.size() <= longest_row || !set_down(box_around(longest), size))
        return {};
    std::erase_if(group, [&](const Box& box) {
        return std::find(longest.begin(), longest.end(), box) != longest.end();
    });
    return longest;
}

// The strip that the line would fill if it ran on by one more character on both ends.
Box extended(const HeadlineLine& line) {
    const int reach = static_cast<int>(1.3 * line.type_size);
    const int play = static_cast<int>(0.12 * line.type_size);  // characters are not all of one height
    const Box& box = line.box;
    if (line.mode == WritingMode::horizontal)
        return {box.left - reach, box.top - play, box.width + 2 * reach, box.height + 2 * play};
    return {box.left - play, box.top - reach, box.width + 2 * play, box.height + 2 * reach};
}

// Body type beside a headline stands in lines of its own: some cross the strip's edge, or several are stacked
// in it.
bool stands_in_body_lines(const Box& box, const Box& strip, const HeadlineLine& line,
                          const std::vector<Component>& pieces, double em) {
    if (size_of(box) > 1.3 * em) return false;
    const bool across = line.mode == WritingMode::horizontal;
    return std::any_of(pieces.begin(), pieces.end(), [&](const Component& other) {
        const int size = size_of(other.box);
        if (other.box == box || size < 0.5 * em || size > 1.3 * em) return false;
        const bool same_place = across ? overlap_x(other.box, box) > 0 : overlap_y(other.box, box) > 0;
        if (!same_place || share_inside(other.box, grown(line.box, 1)) > 0.5) return false;
        const double inside = share_inside(other.box, strip);
        const bool crosses_edge = inside > 0.15 && inside < 0.85;
        const bool stacked = inside > 0.5 && line.type_size > 2.2 * em &&
                             (across ? overlap_y(other.box, box) == 0 : overlap_x(other.box, box) == 0);
        return crosses_edge || stacked;
    });
}

// A small line set close under large type lies in its strip, but not level with it.
bool level_with(const Box& box, const HeadlineLine& line) {
    return line.mode == WritingMode::horizontal ? overlap_y(box, line.box) >= 0.4 * box.height
                                                : overlap_x(box, line.box) >= 0.4 * box.width;
}

// Pieces at the line's ends that are too small to be seeds: punctuation, 一, digits, parts of a character.
void take_in(HeadlineLine& line, const std::vector<Component>& pieces, const std::vector<Box>& obstacles,
             double em) {
    for (bool grew = true; grew;) {
        grew = false;
        const Box strip = extended(line);
        for (const Component& piece : pieces) {
            const Box& box = piece.box;
            if (share_inside(box, line.box) > 0.99 || share_inside(box, strip) < 0.95) continue;
            if (size_of(box) < 0.3 * em || !level_with(box, line)) continue;
            if (blocked(line.box, box, obstacles)) continue;
            if (stands_in_body_lines(box, strip, line, pieces, em)) continue;
            line.box = bounding(line.box, box);
            grew = true;
            break;
        }
    }
}

// Large pieces among text that touch (two lines, a stain, an initial) look like a headline as high as several
// lines, but most of the ink inside is body type.
bool holds_body_lines(const HeadlineLine& line, const std::vector<Component>& pieces, double em) {
    if (line.mode == WritingMode::vertical || line.box.height < kTwoLinesEm * em) return false;
    long all = 0, body = 0;
    int count = 0;
    for (const Component& piece : pieces) {
        if (share_inside(piece.box, line.box) < 0.8) continue;
        all += piece.area;
        if (piece.box.height > 1.25 * em) continue;
        body += piece.area;
        if (piece.box.height > 0.35 * em) ++count;
    }
    return count >= kFewPieces && 2 * body > all;
}

// Share of the strip's width (or height) beside which body type stands.
double covered(const Box& strip, const std::vector<Component>& pieces, double em) {
    const bool across = strip.width > strip.height;
    int sum = 0;
    for (const Component& piece : pieces) {
        if (size_of(piece.box) < 0.4 * em || size_of(piece.box) > 1.6 * em) continue;
        const Box inside = intersection(piece.box, strip);
        sum += across ? inside.width : inside.height;
    }
    return sum / static_cast<double>(across ? strip.width : strip.height);
}

// Two lines of body type that touch: text goes on above, below and beside it as close as lines and words
// stand.
bool hemmed_in(const HeadlineLine& line, const std::vector<Component>& pieces, double em) {
    const Box& box = line.box;
    if (line.mode == WritingMode::vertical || box.height > kHemmedEm * em) return false;
    const int near = static_cast<int>(kHemEm * em);
    const Box above{box.left, box.top - near, box.width, near},
        below{box.left, box.bottom(), box.width, near};
    const Box left{box.left - near, box.top, near, box.height}, right{box.right(), box.top, near, box.height};
    return covered(above, pieces, em) > kHem && covered(below, pieces, em) > kHem &&
           std::max(covered(left, pieces, em), covered(right, pieces, em)) > kHem;
}

// A comma, a quotation mark or a dot may stand in the white between two parts of a headline; text may not.
bool only_marks_in(const Box& between, const std::vector<Component>& pieces, double size) {
    int marks = 0;
    for (const Component& piece : pieces) {
        if (share_inside(piece.box, between) <= 0.5 || size_of(piece.box) <= 0.25 * size) continue;
        if (size_of(piece.box) > 0.45 * size || ++marks > 2) return false;
    }
    return true;
}

// Widely set parts of one headline: level, of one size, with nothing but white between them.
void join_parts(std::vector<HeadlineLine>& lines, const std::vector<Component>& pieces,
                const std::vector<Box>& obstacles) {
    const auto belong = [&](const HeadlineLine& a, const HeadlineLine& b) {
        if (a.mode != WritingMode::horizontal || b.mode != WritingMode::horizontal) return false;
        const double size = std::max(a.type_size, b.type_size);
        const Box& l = a.box.left < b.box.left ? a.box : b.box;
        const Box& r = a.box.left < b.box.left ? b.box : a.box;
        const double play = 0.13 * size;
        const bool stepped = std::abs(l.top - r.top) >= play && std::abs(l.bottom() - r.bottom()) >= play;
        const bool level = !stepped && overlap_y(l, r) > 0.7 * std::min(l.height, r.height);
        if (!level || std::min(a.type_size, b.type_size) < kOtherSize * size || r.left - l.right() > 3 * size)
            return false;
        const Box between{l.right(), std::max(l.top, r.top), r.left - l.right(),
                          std::min(l.height, r.height)};
        return !blocked(l, r, obstacles) && only_marks_in(between, pieces, size);
    };
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size();) {
            if (!belong(lines[i], lines[j])) {
                ++j;
                continue;
            }
            lines[i].box = bounding(lines[i].box, lines[j].box);
            lines[i].type_size = std::max(lines[i].type_size, lines[j].type_size);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1;
        }
}

// Parts of large characters that made a row of their own inside another line.
void drop_covered(std::vector<HeadlineLine>& lines) {
    std::sort(lines.begin(), lines.end(),
              [](const HeadlineLine& a, const HeadlineLine& b) { return a.box.area() > b.box.area(); });
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = lines.size() - 1; j > i; --j) {
            if (share_inside(lines[j].box, lines[i].box) < 0.6) continue;
            lines[i].box = bounding(lines[i].box, lines[j].box);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
        }
}

}  // namespace

std::vector<HeadlineLine> find_headlines(const std::vector<Component>& pieces,
                                         const std::vector<Box>& obstacles, double em,
                                         const LayoutOptions& options) {
    std::vector<HeadlineLine> lines;
    for (std::vector<Box> group : cluster(large_boxes(pieces, em), obstacles)) {
        if (!is_headline(group, options.headline_em * em)) continue;
        const double size = typical_size(group);
        const Box all = box_around(group);
        if (set_down(all, size)) {
            lines.push_back({all, std::min<double>(size, all.width), WritingMode::vertical});
            continue;
        }
        const std::vector<Box> column = take_column(group, size);
        if (!column.empty()) {
            const Box box = box_around(column);
            lines.push_back({box, std::min<double>(size, box.width), WritingMode::vertical});
        }
        for (const std::vector<Box>& row : rows_of(group, size)) {
            const Box box = box_around(row);
            const double row_size = typical_size(row);
            // Two touching body lines, or a bracket: large pieces come alone only as initials and ornaments.
            if (row.size() == 1 && (box.width < 1.2 * em || box.height < 1.3 * em)) continue;
            if (box.height < 0.8 * options.headline_em * em) continue;
            lines.push_back({box, std::min<double>(row_size, box.height), WritingMode::horizontal});
        }
    }
    for (HeadlineLine& line : lines)
        take_in(line, pieces, obstacles, em);
    join_parts(lines, pieces, obstacles);
    drop_covered(lines);
    std::erase_if(lines, [&](const HeadlineLine& line) {
        return holds_body_lines(line, pieces, em) || hemmed_in(line, pieces, em);
    });
    return lines;
}

}  // namespace banwen
