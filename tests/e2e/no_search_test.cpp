// A build without SQLite says what it lacks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/banwen_run.h"

namespace banwen {
namespace {

using test::BanwenRun;
using test::ProgramResult;

TEST(NoSqlite, IsToldWhenItIsAskedFor) {
    const test::TempFolder out;
    test::write_bytes(out.path() / "issue/articles.sqlite", "of another build");
    test::write_bytes(out.path() / "issue/manifest.json", "{}");
    const ProgramResult search = BanwenRun::banwen({"search", out.path(), "段二"});
    EXPECT_EQ(search.status, 2);
    EXPECT_THAT(search.err, testing::HasSubstr("SQLite"));
    const ProgramResult convert =
        BanwenRun::banwen({"convert", out.path(), "-o", out.path(), "--format", "sqlite"});
    EXPECT_EQ(convert.status, 2);
    EXPECT_THAT(convert.err, testing::HasSubstr("sqlite is none of"));
}

}  // namespace
}  // namespace banwen
