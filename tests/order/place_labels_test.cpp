#include "order/place_labels.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;

Piece piece_at(const Box& box, RegionKind kind = RegionKind::headline, int frame = -1) {
    Piece piece{kind, WritingMode::horizontal, box, frame, static_cast<double>(box.height), {}};
    piece.lines.push_back({.kind = kind, .box = box});
    return piece;
}

HeadlineStack stack_of(const std::vector<Piece>& pieces, int i) {
    const Piece& piece = pieces[static_cast<std::size_t>(i)];
    return {.title = {i}, .box = piece.box, .frame = piece.frame};
}

std::vector<HeadlineStack> placed(const std::vector<Piece>& pieces) {
    return with_labels({stack_of(pieces, 0), stack_of(pieces, 1)}, pieces, {}, kEm);
}

const Box kHeadline{100, 200, 1200, 90};

TEST(WithLabels, TakesAShortLineOverOneSideOfAHeadlineForItsKicker) {
    const auto stacks = placed({piece_at({100, 120, 200, 50}), piece_at(kHeadline)});
    ASSERT_EQ(stacks.size(), 1U);
    EXPECT_EQ(stacks.front().kicker, std::vector<int>{0});
    EXPECT_EQ(stacks.front().title, std::vector<int>{1});
    EXPECT_EQ(stacks.front().box, kHeadline);
}

TEST(WithLabels, LeavesALineAloneThatHasTextBelowIt) {
    const auto stacks = placed({piece_at({-50, 120, 200, 50}), piece_at(kHeadline),
                                piece_at({-50, 180, 140, 400}, RegionKind::body)});
    EXPECT_EQ(stacks.size(), 2U);
}

TEST(WithLabels, ReadsLabelsOverBothEndsFromLeftToRight) {
    std::vector<Piece> pieces = {piece_at({100, 120, 200, 50}), piece_at(kHeadline),
                                 piece_at({1100, 118, 200, 50})};
    HeadlineStack headline = stack_of(pieces, 1);
    headline.kicker = {0};
    headline.box = bounding(pieces[0].box, kHeadline);
    const auto stacks = with_labels({stack_of(pieces, 2), headline}, pieces, {}, kEm);
    ASSERT_EQ(stacks.size(), 1U);
    EXPECT_EQ(stacks.front().kicker, (std::vector<int>{0, 2}));
}

TEST(WithLabels, TakesALineAsLargeAsTheHeadlineOnlyWhereItIsReversed) {
    std::vector<Piece> pieces = {piece_at({100, 100, 300, 90}), piece_at(kHeadline)};
    EXPECT_EQ(placed(pieces).size(), 2U);
    pieces.front().reversed = true;
    EXPECT_EQ(placed(pieces).size(), 1U);
}

TEST(WithLabels, LooksBesideTheHeadlineOnlyInAFrame) {
    const Box beside{-400, 210, 200, 50};
    EXPECT_EQ(placed({piece_at(beside), piece_at(kHeadline)}).size(), 2U);
    const auto framed =
        placed({piece_at(beside, RegionKind::headline, 0), piece_at(kHeadline, RegionKind::headline, 0)});
    EXPECT_EQ(framed.size(), 1U);
}

TEST(WithLabels, KeepsNoneForNone) {
    EXPECT_TRUE(with_labels({}, {}, {}, kEm).empty());
}

}  // namespace
}  // namespace banwen
