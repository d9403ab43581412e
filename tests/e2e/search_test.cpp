// Finding words in results from the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/banwen_run.h"
#include "write/sample_issue.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

using test::BanwenRun;
using test::ProgramResult;

TEST(Search, PrintsTheArticleWithASnippet) {
    const test::TempFolder out;
    write_issue(test::sample_issue(), out.path(), {.formats = {"sqlite"}});
    const ProgramResult result = BanwenRun::banwen({"search", out.path(), "段二"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.out,
              "dawn-2020-03-24-a-i0101  一版  春水到田头\n    本报讯 段一 小标题 【段二】 图为水渠\n");
    EXPECT_EQ(BanwenRun::banwen({"search", out.path(), "铁路"}).status, 1);
}

TEST(Search, WantsAllWords) {
    const test::TempFolder out;
    write_issue(test::sample_issue(), out.path(), {.formats = {"sqlite"}});
    EXPECT_EQ(BanwenRun::banwen({"search", out.path(), "段二", "水渠"}).status, 0);
    EXPECT_EQ(BanwenRun::banwen({"search", out.path(), "段二 水渠"}).status, 0);
    EXPECT_EQ(BanwenRun::banwen({"search", out.path(), "段二", "铁路"}).status, 1);
}

TEST(Search, SaysWhereThereIsNothingToSearchIn) {
    const test::TempFolder out;
    write_issue(test::sample_issue(), out.path(), {});
    const ProgramResult result = BanwenRun::banwen({"search", out.path(), "段二"});
    EXPECT_EQ(result.status, 3);
    EXPECT_THAT(result.err, testing::HasSubstr("--format sqlite"));
    test::write_bytes(out.path() / "dawn-2020-03-24-a/articles.sqlite", "no database");
    EXPECT_EQ(BanwenRun::banwen({"search", out.path(), "段二"}).status, 3);
}

}  // namespace
}  // namespace banwen
