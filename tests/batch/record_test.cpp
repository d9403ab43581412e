#include "batch/record.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/worker_messages.h"

namespace banwen {
namespace {

TextLine full_line() {
    return {
        .id = {2, 7},
        .region = 3,
        .kind = RegionKind::caption,
        .mode = WritingMode::vertical,
        .box = {1, -2, 3, 4},
        .measure = {5, 6, 7, 8},
        .type_size = 1.0 / 3,
        .glyphs = {
            {.box = {9, 8, 7, 6}, .readings = {{"版", 0.1 + 0.2}, {"\xFF\n", 1e-300}}, .space_before = true},
            {}}};
}

// Every member differs from its default.
PageText full_page() {
    PageText page;
    page.info = {.number = 4,
                 .label = "第四版",
                 .file = "in/\xB5\xDA.tif",
                 .index_in_file = 1,
                 .sha256 = "f00d",
                 .status = PageStatus::blank,
                 .error = "none",
                 .scan_width = 10,
                 .scan_height = 20,
                 .lines = 30,
                 .width = 40,
                 .height = 50,
                 .dpi = 299.9999999999,
                 .dpi_estimated = true,
                 .rotation = 90,
                 .skew = -0.1,
                 .confidence = 0.7,
                 .to_scan = {.plane = {{1.5, 0.1, -3, 0.2, 2, 4, 1e-9, 0, 1}},
                             .bend = {.cells_x = 1,
                                      .cells_y = 2,
                                      .step = 12.5,
                                      .origin = {3, 4},
                                      .knots = {{0.1, -2}, {5, 1e-9}}}}};
    Article article{.id = "id", .type = ArticleType::index, .pages = {4, 2}};
    article.blocks = {{BlockKind::caption, {full_line()}, "正文", {{0, 2}, {3, 4}}}, {}};
    article.bylines = {{"记者", "白露", 1, 5}};
    article.dateline = {{"澄湖", "本报", 0, 9}};
    article.jump = {{.to_page = 2, .from_page = std::nullopt, .status = JumpStatus::conflict}};
    article.doubts = {{"text", 1, 2, {"日", "曰"}, 0.4}};
    article.pointers = {{{1, 2}, 3, "id2", 4, 5}};
    page.articles = {article, {}};
    page.ledger = {{{4, 1}, "jump mark", "下转", true, "written", LineId{4, 2}},
                   {{4, 2}, "noise", "", false, "", {}}};
    return page;
}

TEST(Record, OfAPageComesBackWithEveryMember) {
    const std::string bytes = to_bytes(full_page());
    const auto back = from_bytes<PageText>(bytes);
    EXPECT_EQ(to_bytes(back), bytes);
    EXPECT_EQ(back.info.file, "in/\xB5\xDA.tif");
    EXPECT_EQ(back.info.to_scan.plane.m, full_page().info.to_scan.plane.m);
    const Bend bend = full_page().info.to_scan.bend, bend_back = back.info.to_scan.bend;
    EXPECT_EQ(bend_back.cells_x, bend.cells_x);
    EXPECT_EQ(bend_back.cells_y, bend.cells_y);
    EXPECT_EQ(bend_back.step, bend.step);
    EXPECT_EQ(bend_back.origin.y, bend.origin.y);
    ASSERT_EQ(bend_back.knots.size(), bend.knots.size());
    EXPECT_EQ(bend_back.knots.back().y, bend.knots.back().y);
    const TextLine& line = back.articles[0].blocks[0].lines[0];
    EXPECT_EQ(line.type_size, 1.0 / 3);
    EXPECT_EQ(line.glyphs[0].readings[0].confidence, 0.1 + 0.2);
    EXPECT_EQ(line.glyphs[0].readings[1].text, "\xFF\n");
    EXPECT_TRUE(line.glyphs[0].space_before);
    EXPECT_EQ(back.articles[0].jump->to_page, 2);
    EXPECT_FALSE(back.articles[0].jump->from_page);
    EXPECT_EQ(back.articles[0].dateline->place, "澄湖");
    EXPECT_FALSE(back.articles[1].dateline);
    EXPECT_EQ(back.ledger[0].same_as, (LineId{4, 2}));
    EXPECT_EQ(back.ledger[1].same_as, std::nullopt);
}

TEST(Record, KeepsNumbersThatAreNone) {
    const Reading odd{"", std::numeric_limits<double>::quiet_NaN()};
    EXPECT_TRUE(std::isnan(from_bytes<Reading>(to_bytes(odd)).confidence));
    const Reading endless{"", -std::numeric_limits<double>::infinity()};
    EXPECT_EQ(from_bytes<Reading>(to_bytes(endless)).confidence, endless.confidence);
}

TEST(Record, OfOptionsComesBackWithEveryMember) {
    WorkerOrder order{.walk = {}, .max_memory = std::int64_t{1} << 40};
    order.walk.recognize.lang = "chi_tra";
    order.walk.recognize.engine = Engine::tesseract;
    order.walk.text.punctuation = Punctuation::ascii;
    order.walk.layout.headline_em = 7;
    const std::string bytes = to_bytes(order);
    const auto back = from_bytes<WorkerOrder>(bytes);
    EXPECT_EQ(to_bytes(back), bytes);
    EXPECT_EQ(back.max_memory, order.max_memory);
    EXPECT_EQ(back.walk.recognize.engine, Engine::tesseract);
    EXPECT_EQ(back.walk.layout.headline_em, 7);
}

TEST(Record, OfAnotherShapeIsRefused) {
    EXPECT_ANY_THROW(from_bytes<PageText>(""));
    EXPECT_ANY_THROW(from_bytes<PageText>("no record"));
    EXPECT_ANY_THROW(from_bytes<PageText>(to_bytes(Box{})));
    EXPECT_ANY_THROW(from_bytes<Box>(to_bytes(LineId{})));
    const std::string whole = to_bytes(full_page());
    EXPECT_ANY_THROW(from_bytes<PageText>(whole.substr(0, whole.size() / 2)));
}

TEST(Shape, NamesEveryMemberInItsOrder) {
    EXPECT_EQ(shape_of<LineId>(), "(page,index,)");
    EXPECT_EQ(shape_of<Block>().substr(0, 26), "(kind,lines[(id(page,index");
    EXPECT_NE(shape_of<TextSpan>(), shape_of<LineId>());
}

}  // namespace
}  // namespace banwen
