#include "order/ruled_tables.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kRow = 50;

struct MadeTable {
    Layout layout{.width = 2000, .height = 3000, .type_size = kEm};
    std::vector<Piece> pieces;

    void add(const std::string& text, const Box& box, RegionKind kind = RegionKind::body) {
        const TextLine line{.kind = kind, .box = box, .type_size = kEm, .glyphs = {{box, {{text, 0.9}}}}};
        pieces.push_back({kind, WritingMode::horizontal, box, -1, kEm, {line}});
    }

    // `rows` rows between rules; the cells of each are pieces of their own, the right one first.
    explicit MadeTable(int rows) {
        for (int row = 0; row <= rows; ++row)
            layout.rules.push_back({{100, 500 + row * kRow, 600, 3}});
        for (int row = 0; row < rows; ++row) {
            add("b" + std::to_string(row), {400, 510 + row * kRow, 100, kEm});
            add("a" + std::to_string(row), {120, 510 + row * kRow, 100, kEm});
        }
    }

    std::string told() const {
        std::string text;
        for (const Piece& piece : join_ruled_tables(pieces, layout)) {
            text += piece.kind == RegionKind::table ? "[" : "(";
            for (const TextLine& line : piece.lines)
                text += plain_text(line) + " ";
            text.back() = piece.kind == RegionKind::table ? ']' : ')';
        }
        return text;
    }
};

TEST(RuledTables, AreReadRowByRow) {
    MadeTable page(3);
    page.add("above", {100, 300, 600, kEm});
    EXPECT_EQ(page.told(), "(above)[a0 b0 a1 b1 a2 b2]");
}

TEST(RuledTables, HaveThreeRowsAtLeast) {
    EXPECT_EQ(MadeTable(2).told(), "(b0)(a0)(b1)(a1)");
}

// Each row as one piece.
MadeTable rows_found_whole(int rows) {
    MadeTable page(rows);
    std::erase_if(page.pieces, [](const Piece& piece) { return piece.box.left > 300; });
    return page;
}

TEST(RuledTables, MayHaveRowsThatWereFoundAsOneLine) {
    EXPECT_EQ(rows_found_whole(4).told(), "[a0 a1 a2 a3]");
    EXPECT_EQ(rows_found_whole(3).told(), "(a0)(a1)(a2)") << "three notes between rules may be anything";
}

TEST(RuledTables, AreNotListsOfLongEntriesWithRulesBetweenThem) {
    MadeTable page = rows_found_whole(8);
    std::erase_if(page.layout.rules, [](const Rule& rule) { return (rule.box.top - 500) / kRow % 2 == 1; });
    EXPECT_EQ(page.told(), "(a0)(a1)(a2)(a3)(a4)(a5)(a6)(a7)");
}

TEST(RuledTables, StandInTheFrameAroundThem) {
    MadeTable page(3);
    page.layout.frames = {{{100, 500, 600, 153}}, {{50, 100, 900, 900}}};
    EXPECT_EQ(join_ruled_tables(page.pieces, page.layout).back().frame, 1);
}

}  // namespace
}  // namespace banwen
