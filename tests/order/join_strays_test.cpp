#include "order/join_strays.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kPitch = 42;

Piece piece_of(const std::vector<Box>& lines, RegionKind kind = RegionKind::body) {
    Piece piece{kind, WritingMode::horizontal, {}, -1, kEm, {}};
    for (const Box& box : lines) {
        piece.box = bounding(piece.box, box);
        piece.lines.push_back({.box = box, .glyphs = {{box, {{"文", 0.9}}}}});
    }
    return piece;
}

// Ten rows of a column without the rows 4 and 5.
Piece column_with_a_gap() {
    std::vector<Box> lines;
    for (int row = 0; row < 10; ++row)
        if (row != 4 && row != 5) lines.push_back({100, 100 + row * kPitch, 500, kEm});
    return piece_of(lines);
}

Box on_row(int row) {
    return {100, 100 + row * kPitch, 200, kEm};
}

TEST(JoinStrays, PutsALineBackIntoItsColumn) {
    const std::vector<Piece> joined = join_strays({column_with_a_gap(), piece_of({on_row(4)})});
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined.front().lines.at(4).box, on_row(4));
}

TEST(JoinStrays, TakesNothingInAColumnForAHeadline) {
    EXPECT_EQ(join_strays({column_with_a_gap(), piece_of({on_row(4)}, RegionKind::headline)}).size(), 1U);
}

TEST(JoinStrays, LeavesWhatLiesOnTheColumnsLines) {
    EXPECT_EQ(join_strays({column_with_a_gap(), piece_of({on_row(3)})}).size(), 2U);
}

TEST(JoinStrays, LeavesCaptions) {
    EXPECT_EQ(join_strays({column_with_a_gap(), piece_of({on_row(4)}, RegionKind::caption)}).size(), 2U);
}

}  // namespace
}  // namespace banwen
