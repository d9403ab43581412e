#include "order/part_ears.h"

#include <string>

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;

Piece head_piece(const Box& box, const std::vector<std::string>& lines) {
    Piece piece{RegionKind::masthead, WritingMode::horizontal, box, -1, static_cast<double>(box.height), {}};
    const int pitch = box.height / static_cast<int>(lines.size());
    if (lines.size() > 1) piece.type_size = kEm;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Box at{box.left, box.top + static_cast<int>(i) * pitch, box.width, pitch};
        piece.lines.push_back({.kind = RegionKind::masthead,
                               .box = at,
                               .type_size = piece.type_size,
                               .glyphs = {{at, {{lines[i], 0.9}}}}});
    }
    return piece;
}

Piece name() {
    return head_piece({100, 100, 900, 200}, {"柳溪新报"});
}

// What became of the pieces: m masthead, h headline, b body.
std::string told(const std::vector<Piece>& pieces) {
    std::string kinds;
    for (const Piece& piece : part_ears(pieces, kEm))
        kinds += piece.kind == RegionKind::masthead ? 'm' : piece.kind == RegionKind::headline ? 'h' : 'b';
    return kinds;
}

const std::vector<std::string> kOffers = {"床垫", "餐桌", "电话：88888888"};

TEST(PartEars, TakesAnAdvertisementBesideTheNameOutOfTheMasthead) {
    const Piece date = head_piece({100, 320, 900, 30}, {"2001年10月15日 星期一"});
    const Piece shop = head_piece({1100, 100, 500, 60}, {"家具城"});
    const Piece offers = head_piece({1100, 180, 500, 120}, kOffers);
    EXPECT_EQ(told({name(), date, shop, offers}), "mmhb");
}

TEST(PartEars, LeavesTheMastheadsOwnBoxes) {
    const Piece box =
        head_piece({1100, 100, 400, 160}, {"2001年10月15日", "第7653期", "国内统一刊号", "今日八版"});
    EXPECT_EQ(told({name(), box}), "mm");
}

TEST(PartEars, LeavesASloganAndWhatStandsCloseOrBelow) {
    EXPECT_EQ(told({name(), head_piece({1100, 100, 400, 80}, {"为了家乡", "为了你"})}), "mm");
    EXPECT_EQ(told({name(), head_piece({1010, 100, 400, 120}, kOffers)}), "mm");
    EXPECT_EQ(told({name(), head_piece({1100, 290, 400, 120}, kOffers)}), "mm");
}

TEST(PartEars, ChangesNothingElse) {
    EXPECT_EQ(told({}), "");
    EXPECT_EQ(told({head_piece({1100, 100, 500, 120}, kOffers)}), "m");
    Piece body = head_piece({1100, 100, 500, 120}, kOffers);
    body.kind = RegionKind::body;
    EXPECT_EQ(told({name(), body}), "mb");
}

}  // namespace
}  // namespace banwen
