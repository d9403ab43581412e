#include "order/partings.h"

#include <algorithm>
#include <cmath>

namespace banwen {
namespace {

constexpr double kUnderEm = 3.2;    // white under which text still hangs on the text above it
constexpr double kEdgeEm = 0.5;     // from a picture's edge to a rule that is none
constexpr double kDashedEm = 5;     // … with a dash in it
constexpr double kDashShare = 0.4;  // of the column, the longest dash

// A table's own rule stands close above it and is as wide as the table.
bool opens_table(const Rule& rule, const Piece& column, double em) {
    return column.kind == RegionKind::table && column.box.top - rule.box.bottom() < 2 * em &&
           rule.box.left > column.box.left - 3 * em && rule.box.right() < column.box.right() + 3 * em;
}

// Rules between the columns of one article are as high as the columns; both then begin and end with the
// rule.
bool between_columns(const Rule& rule, const Box& left, const Box& right, double em) {
    const double reach = 2.5 * em;
    const bool fits = std::abs(rule.box.top - right.top) < reach &&
                      rule.box.bottom() < std::max(left.bottom(), right.bottom()) + reach;
    return fits && std::abs(left.top - right.top) < reach &&
           rule.box.height < 1.2 * std::max(left.height, right.height);
}

// The edge of a picture looks like a rule.
bool edges_picture(const Rule& rule, const Layout& layout) {
    const double reach = kEdgeEm * layout.type_size, y = rule.box.center().y;
    return std::any_of(layout.pictures.begin(), layout.pictures.end(), [&](const Picture& picture) {
        return (std::abs(y - picture.box.top) < reach || std::abs(y - picture.box.bottom()) < reach) &&
               overlap_x(rule.box, picture.box) > 0.9 * rule.box.width;
    });
}

}  // namespace

// Rules of two articles above may meet over the middle of a column, so parts at one height count
// together; dashes under each other do not.
bool rule_across(const Layout& layout, const Piece& column, int from, int to) {
    const double em = layout.type_size;
    std::vector<Box> parts;
    for (const Rule& rule : layout.rules)
        if (rule.horizontal() && !opens_table(rule, column, em) && !edges_picture(rule, layout) &&
            rule.box.top >= from - em / 2 && rule.box.bottom() <= to + em / 2 &&
            overlap_x(rule.box, column.box) > 0)
            parts.push_back(rule.box);
    return std::any_of(parts.begin(), parts.end(), [&](const Box& part) {
        int covered = 0;
        for (const Box& other : parts)
            if (std::abs(other.center().y - part.center().y) < em / 2)
                covered += overlap_x(other, column.box);
        return covered > 0.5 * column.box.width;
    });
}

bool rule_down(const Layout& layout, const Box& left, const Box& right) {
    const double em = layout.type_size;
    const int top = std::max(left.top, right.top), bottom = std::min(left.bottom(), right.bottom());
    return std::any_of(layout.rules.begin(), layout.rules.end(), [&](const Rule& rule) {
        if (rule.horizontal()) return false;
        const double x = rule.box.center().x;
        return x >= left.right() - em && x <= right.left + em && x > left.center().x &&
               x < right.center().x &&
               overlap_y(rule.box, {0, top, 1, bottom - top}) > 0.5 * (bottom - top) &&
               !between_columns(rule, left, right, em);
    });
}

bool picture_between(const Layout& layout, const Box& column, int from) {
    const Box gap{column.left, from, column.width, column.top - from};
    return std::any_of(layout.pictures.begin(), layout.pictures.end(), [&](const Picture& picture) {
        return overlap_x(picture.box, gap) > 0.3 * gap.width &&
               overlap_y(picture.box, gap) > 0.5 * gap.height;
    });
}

// A dash in the middle of the column may stand between a headline's last deck and the text.
double widest_white(const Layout& layout, const Box& column, int from) {
    const double em = layout.type_size;
    const bool dashed = std::any_of(layout.rules.begin(), layout.rules.end(), [&](const Rule& rule) {
        return rule.horizontal() && rule.box.top > from && rule.box.bottom() < column.top &&
               rule.box.width < kDashShare * column.width &&
               std::abs(rule.box.center().x - column.center().x) < em;
    });
    return (dashed ? kDashedEm : kUnderEm) * em;
}

}  // namespace banwen
