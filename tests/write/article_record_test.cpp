#include "write/article_record.h"

#include <gtest/gtest.h>

#include "write/sample_issue.h"

namespace banwen {
namespace {

TEST(ArticleRecord, HasAllKeysInTheOrderOfTheContract) {
    const std::string expected =
        R"({"schema":"banwen-article/1","id":"dawn-2020-03-24-a-i0101","issue":"dawn-2020-03-24-a","paper":"dawn",)"
        R"("date":"2020-03-24","edition":"a","type":"article","pages":[1,2],"page_labels":["一版","二版"],)"
        R"("language":"zh-Hans","kicker":"引题","title":"春水到田头","subtitle":"",)"
        R"("text":"本报讯 段一\n小标题\n段二","captions":["图为水渠"],)"
        R"("bylines":[{"role":"记者","name":"某某","start":0,"end":3}],)"
        R"("dateline":{"place":"本市","agency":"","start":0,"end":2},)"
        R"("jump":{"to_page":2,"from_page":null,"status":"joined"},"confidence":0.8714,)"
        R"("regions":[{"page":1,"box":[100,50,200,20]},{"page":1,"box":[100,80,400,40]},)"
        R"({"page":1,"box":[100,140,320,30]},{"page":1,"box":[100,180,90,12]},)"
        R"({"page":2,"box":[50,60,300,10]},{"page":2,"box":[50,400,100,8]}],)"
        R"("doubts":[{"field":"text","start":1,"end":2,"readings":["日","曰"],"confidence":0.41}],"points_to":[]})";
    const Issue issue = test::sample_issue();
    EXPECT_EQ(json_line(article_record(issue.articles[0], issue)), expected);
}

TEST(ArticleRecord, KeepsItsKeysWhenNothingIsKnown) {
    const Json record = article_record({.id = "x-i0101", .pages = {7}}, {.id = "x"});
    const Json full = article_record(test::sample_issue().articles[0], test::sample_issue());
    ASSERT_EQ(record.size(), full.size());
    EXPECT_TRUE(record.at("dateline").is_null());
    EXPECT_TRUE(record.at("jump").is_null());
    EXPECT_EQ(record.at("regions"), Json::array());
    EXPECT_EQ(record.at("page_labels"), Json::array({""}));
    EXPECT_EQ(record.at("language"), "und");
    EXPECT_EQ(record.at("confidence"), 0.0);
}

TEST(ArticleRecord, GivesBoxesInPixelsOfTheScanAndInsideIt) {
    Issue issue = test::sample_issue();
    // Scanned a quarter turn off and at half the size: x' = 1000 − y/2, y' = x/2.
    issue.pages[1].to_scan = {{0, -0.5, 1000, 0.5, 0, 0, 0, 0, 1}};
    issue.articles[1].blocks[0].lines[0].box = {500, 900, 100, 8};
    const Json turned = article_record(issue.articles[1], issue).at("regions");
    EXPECT_EQ(turned, Json::parse(R"([{"page":2,"box":[546,250,4,50]}])"));

    issue.pages[1].to_scan = {{1, 0, 950, 0, 1, 0, 0, 0, 1}};
    issue.articles[1].blocks[0].lines[0].box = {0, 0, 100, 8};
    EXPECT_EQ(article_record(issue.articles[1], issue).at("regions"),
              Json::parse(R"([{"page":2,"box":[950,0,50,8]}])"));
}

TEST(ArticleRecord, MakesARunOfLinesEndWhereAnotherRegionComesBetween) {
    Issue issue = test::sample_issue();
    Article& article = issue.articles[1];
    article.blocks = {
        {BlockKind::body,
         {test::line({1, 0}, 4, {0, 0, 10, 10}, "a"), test::line({1, 1}, 5, {50, 0, 10, 10}, "b"),
          test::line({1, 2}, 4, {0, 20, 10, 10}, "c")},
         "abc"}};
    EXPECT_EQ(article_record(article, issue).at("regions").size(), 3U);
}

TEST(ArticleRecord, SurvivesTextThatIsNotUtf8) {
    Issue issue = test::sample_issue();
    issue.articles[0].blocks[1].text = "a\xFFz";
    EXPECT_NE(json_line(article_record(issue.articles[0], issue)).find("\"title\":\"a\xEF\xBF\xBDz\""),
              std::string::npos);
}

}  // namespace
}  // namespace banwen
