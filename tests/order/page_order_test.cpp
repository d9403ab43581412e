#include "order/page_order.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kPitch = 45;

// Lines of text down to the foot of the box.
void add_text(ArticlePlace& article, const Box& box) {
    for (int top = box.top; top + kEm <= box.bottom(); top += kPitch)
        article.lines.push_back({box.left, top, box.width, kEm});
}

// A headline 60 px high over the box's width, and text below it.
ArticlePlace article(const Box& box) {
    ArticlePlace made{.headline = {box.left, box.top, box.width, 2 * kEm}, .lines = {}};
    made.lines.push_back(made.headline);
    add_text(made, {box.left, box.top + 4 * kEm, box.width, box.height - 4 * kEm});
    return made;
}

using Order = std::vector<int>;

TEST(PageOrder, ReadsRowsFromTheirLeft) {
    EXPECT_EQ(
        page_order(
            {article({1000, 1000, 900, 900}), article({0, 1000, 900, 900}), article({0, 0, 1900, 900})}, kEm),
        (Order{2, 1, 0}));
    EXPECT_TRUE(page_order({}, kEm).empty());
}

TEST(PageOrder, ReadsPastALineThatReachesIntoAnotherArticle) {
    ArticlePlace left = article({0, 0, 900, 1500});
    const ArticlePlace below = article({0, 1600, 900, 1200});
    ArticlePlace right = article({1000, 0, 900, 2800});
    right.lines.push_back({100, 1520, 1500, kEm});  // a fold
    EXPECT_EQ(page_order({right, below, left}, kEm), (Order{2, 1, 0}));
}

TEST(PageOrder, ReadsAnArticleBeforeTheOneInItsCorner) {
    const auto around = [](const Box& head, const Box& foot) {
        ArticlePlace outer = article(head);
        add_text(outer, foot);
        return outer;
    };
    const ArticlePlace lower_right = around({0, 0, 1900, 800}, {0, 840, 900, 1000});
    EXPECT_EQ(page_order({article({1000, 840, 900, 1000}), lower_right}, kEm), (Order{1, 0}));
    const ArticlePlace lower_left = around({0, 0, 1900, 800}, {1000, 840, 900, 1000});
    EXPECT_EQ(page_order({article({0, 840, 900, 1000}), lower_left}, kEm), (Order{1, 0}));
    const ArticlePlace upper_right = around({0, 0, 900, 1000}, {0, 1040, 1900, 800});
    EXPECT_EQ(page_order({article({1000, 0, 900, 1000}), upper_right}, kEm), (Order{1, 0}));
}

TEST(PageOrder, CutsNotAcrossWhereRowsOfNeighboursEndLevelByChance) {
    const ArticlePlace left = article({0, 0, 900, 1200}), below_left = article({0, 1300, 900, 1000});
    const ArticlePlace right = article({1000, 0, 900, 1160}), below_right = article({1000, 1245, 900, 1055});
    EXPECT_EQ(page_order({left, right, below_left, below_right}, kEm), (Order{0, 2, 1, 3}));
    const ArticlePlace level = article({1000, 0, 900, 1200}), below_level = article({1000, 1300, 900, 1000});
    EXPECT_EQ(page_order({left, level, below_left, below_level}, kEm), (Order{0, 1, 2, 3}));
}

TEST(PageOrder, CutsLeftColumnsOffBeforeOthers) {
    const ArticlePlace first = article({0, 0, 900, 1000}), below_first = article({0, 1300, 900, 1200});
    const ArticlePlace middle = article({1000, 0, 900, 1700}), below_middle = article({1000, 1800, 900, 700});
    const ArticlePlace last = article({2000, 0, 900, 1700}), below_last = article({2000, 1800, 900, 700});
    EXPECT_EQ(page_order({first, middle, last, below_first, below_middle, below_last}, kEm),
              (Order{0, 3, 1, 2, 4, 5}));
}

}  // namespace
}  // namespace banwen
