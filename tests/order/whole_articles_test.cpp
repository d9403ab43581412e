#include "order/whole_articles.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;

// A column in which headlines and texts stand under each other, in one frame or in none.
struct MadeColumn {
    Layout layout{.width = 2000, .height = 3000, .type_size = kEm, .frames = {{{80, 80, 440, 1000}}}};
    std::vector<Piece> pieces;
    Governed governed;
    int frame = -1;

    int add(RegionKind kind, const Box& box, double size) {
        const TextLine line{.box = box, .type_size = size, .glyphs = {{box, {{"文", 0.9}}}}};
        pieces.push_back({kind, WritingMode::horizontal, box, frame, size, {line}});
        governed.article_of.push_back(-1);
        return static_cast<int>(pieces.size()) - 1;
    }
    void headline(int top, double size) {
        const Box box{100, top, 400, static_cast<int>(size)};
        const int deck = add(RegionKind::headline, box, size);
        governed.stacks.push_back({.title = {deck}, .box = box, .frame = frame});
    }
    void text(int top, int article) {
        add(RegionKind::body, {100, top, 400, 200}, kEm);
        governed.article_of.back() = article;
    }
    Governed whole() const { return whole_articles(governed, pieces, layout); }
};

TEST(WholeArticles, GiveAHeadlineTheTextUnderItsRule) {
    MadeColumn page;
    page.headline(100, 60);
    page.text(190, 1);
    EXPECT_EQ(page.whole().article_of, (std::vector<int>{-1, 0}));
}

TEST(WholeArticles, LeaveTextFarBelowAHeadlineAlone) {
    MadeColumn page;
    page.headline(100, 60);
    page.text(300, 1);
    EXPECT_EQ(page.whole().article_of, (std::vector<int>{-1, 1}));
}

TEST(WholeArticles, LeaveTextThatHasAHeadline) {
    MadeColumn page;
    page.headline(100, 60);
    page.text(190, 1);
    page.headline(600, 60);
    page.governed.article_of[1] = 1;
    EXPECT_EQ(page.whole().article_of, (std::vector<int>{-1, 1, -1}));
}

TEST(WholeArticles, MakeAHeadlineWithoutTextADeckInItsFrame) {
    MadeColumn page;
    page.frame = 0;
    page.headline(100, 90);
    page.headline(300, 60);
    page.text(400, 1);
    const Governed whole = page.whole();
    EXPECT_TRUE(whole.stacks[0].title.empty());
    EXPECT_EQ(whole.stacks[1].title, std::vector<int>{0});
    EXPECT_EQ(whole.stacks[1].subtitle, std::vector<int>{1});
}

TEST(WholeArticles, GatherTheTextOfAFrameUnderItsOnlyHeadline) {
    MadeColumn page;
    page.frame = 0;
    page.headline(100, 60);
    page.text(190, 0);
    page.text(700, 1);
    EXPECT_EQ(page.whole().article_of, (std::vector<int>{-1, 0, 0}));
}

TEST(WholeArticles, KeepTheArticlesOfAFrameThatHoldsTwo) {
    MadeColumn page;
    page.frame = 0;
    page.headline(100, 60);
    page.text(190, 0);
    page.headline(450, 60);
    page.text(540, 1);
    EXPECT_EQ(page.whole().article_of, (std::vector<int>{-1, 0, -1, 1}));
}

}  // namespace
}  // namespace banwen
