#include "score/truth_page.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

std::vector<TruthPage> pages_of(const std::string& page, const std::string& issue = "") {
    return truth_pages(JsonValue::parse(R"({"schema":"banwen-truth/1",)" + issue + R"("pages":[)" + page +
                                        R"(],"articles":[{"id":"a1","type":"notice"}]})"));
}

TEST(TruthPages, PutLinesInReadingOrderAndTheRestLast) {
    const TruthPage page = pages_of(R"({"number":3,"lines":[{"id":"x","text":"丙"},{"id":"y","text":"乙"},
        {"id":"z","text":"甲","article":"a1"}],"order":["z","y","z","none"]})")
                               .at(0);
    ASSERT_EQ(page.lines.size(), 3U);
    EXPECT_EQ(page.lines[0].text, "甲");
    EXPECT_EQ(page.lines[0].article_type, "notice");
    EXPECT_EQ(page.lines[1].text, "乙");
    EXPECT_TRUE(page.lines[1].in_order);
    EXPECT_FALSE(page.lines[2].in_order);
}

TEST(TruthPages, TakeKindAndWearFromThePageOrTheIssue) {
    const std::vector<TruthPage> pages =
        pages_of(R"({"wear":0.5},{})", R"("kind":"broadsheet","wear":"scan",)");
    EXPECT_EQ(pages[0].kind, "broadsheet");
    EXPECT_EQ(pages[0].wear, "0.5");
    EXPECT_EQ(pages[1].wear, "scan");
    EXPECT_EQ(pages_of("{}")[0].wear, "");
}

TEST(TruthPages, KnowFramesUnlessTheTruthIsSilentAboutThem) {
    const char* silent = R"({"regions":[{"kind":"body","frame":true,"box":[0,0,9,9]}]})";
    EXPECT_FALSE(pages_of(silent)[0].frames.has_value());
    EXPECT_TRUE(pages_of(R"({"regions":[{"kind":"body","frame":false}]})")[0].frames->empty());
    const TruthPage told = pages_of(R"({"regions":[{"kind":"body","frame":true},
        {"kind":"frame","box":[1,2,30,40]},{"kind":"picture","box":[5,6,7,8]}]})")[0];
    EXPECT_EQ(*told.frames, (std::vector<Box>{{1, 2, 30, 40}}));
    EXPECT_EQ(told.pictures, (std::vector<Box>{{5, 6, 7, 8}}));
}

TEST(TruthPages, ReadWhateverIsThere) {
    const TruthPage page = pages_of(R"({"lines":[{"id":1,"box":"none","baseline":[[1,2],["x"],3,[4.5,6]]}],
        "order":[7],"regions":{},"width":"wide"})")[0];
    EXPECT_EQ(page.width, 0);
    ASSERT_EQ(page.lines.size(), 1U);
    EXPECT_TRUE(page.lines[0].box.empty());
    ASSERT_EQ(page.lines[0].baseline.size(), 2U);
    EXPECT_EQ(page.lines[0].baseline[1].x, 4.5);
}

TEST(LevelBox, TurnsABoxAroundATurnedLineBack) {
    const TruthPage page{.width = 2000, .height = 1000, .skew_deg = -3, .lines = {}, .pictures = {}};
    // 400 × 40 at (1100, 300), turned by -3° about (1000, 500).
    const Box level = level_box({1089, 274, 402, 61}, page);
    EXPECT_NEAR(level.left, 1100, 2);
    EXPECT_NEAR(level.top, 300, 2);
    EXPECT_NEAR(level.width, 400, 3);
    EXPECT_NEAR(level.height, 40, 3);
}

}  // namespace
}  // namespace banwen
