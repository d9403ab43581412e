#include "order/join_captions.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;
const std::vector<Picture> kPicture = {{{100, 100, 900, 600}, 1}};

Piece piece_at(RegionKind kind, const Box& box, int lines) {
    Piece piece{kind, WritingMode::horizontal, box, -1, kEm, {}};
    for (int k = 0; k < lines; ++k)
        piece.lines.push_back(
            {.kind = kind, .box = {box.left, box.top + k * box.height / lines, box.width, kEm}});
    return piece;
}

long captions(const std::vector<Piece>& pieces) {
    return std::count_if(pieces.begin(), pieces.end(),
                         [](const Piece& piece) { return piece.kind == RegionKind::caption; });
}

TEST(JoinCaptions, JoinsTheLinesUnderOnePicture) {
    const auto joined = join_captions({piece_at(RegionKind::caption, {150, 710, 800, 30}, 1),
                                       piece_at(RegionKind::caption, {110, 750, 880, 80}, 2)},
                                      kPicture, kEm);
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined.front().lines.size(), 3U);
}

TEST(JoinCaptions, TakesInACreditAtTheEndOfTheLastLineAndNoTextFurtherUp) {
    const Piece caption = piece_at(RegionKind::caption, {110, 710, 880, 80}, 2);
    EXPECT_EQ(
        join_captions({caption, piece_at(RegionKind::body, {800, 760, 180, 30}, 1)}, kPicture, kEm).size(),
        1U);
    EXPECT_EQ(
        join_captions({caption, piece_at(RegionKind::body, {300, 40, 180, 30}, 1)}, kPicture, kEm).size(),
        2U);
}

TEST(JoinCaptions, TakesColumnsSideBySideForText) {
    const auto joined = join_captions({piece_at(RegionKind::caption, {100, 720, 430, 160}, 4),
                                       piece_at(RegionKind::caption, {560, 720, 430, 160}, 4)},
                                      kPicture, kEm);
    EXPECT_EQ(joined.size(), 2U);
    EXPECT_EQ(captions(joined), 0);
}

TEST(JoinCaptions, TakesANameUnderAPortraitForItsCaptionWhereTheHeadlineStandsOverIt) {
    const Piece name = piece_at(RegionKind::headline, {400, 710, 300, 45}, 1);
    const Piece title = piece_at(RegionKind::headline, {150, 0, 800, 80}, 1);
    EXPECT_EQ(captions(join_captions({title, name}, kPicture, kEm)), 1);
    EXPECT_EQ(captions(join_captions({name}, kPicture, kEm)), 0);
}

}  // namespace
}  // namespace banwen
