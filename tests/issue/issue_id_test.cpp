#include <gtest/gtest.h>

#include "issue/assemble_issue.h"

namespace banwen {
namespace {

TEST(IssueId, ComesFromPaperAndDateFirst) {
    EXPECT_EQ(issue_id({.paper = "lx", .date = "2024-03-18", .edition = "", .name = "scans"}, ""),
              "lx-2024-03-18-a");
    EXPECT_EQ(issue_id({.paper = "柳溪时报", .date = "2024-03-18", .edition = "b"}, ""),
              "柳溪时报-2024-03-18-b");
    EXPECT_EQ(issue_id({.paper = "lx", .date = "", .edition = "", .name = "scans"}, ""), "scans");
}

TEST(IssueId, MakesAFoldersNameSafe) {
    struct Row {
        const char* name;
        const char* expected;
    };
    const Row rows[] = {
        {"liuxi-2024_03", "liuxi-2024_03"},
        {"柳溪 时报（二）", "柳溪-时报-二"},
        {"../etc/passwd", "etc-passwd"},
        {"a\xFF"
         "b",
         "a-b"},
        {"  x  ", "x"},
        {"Été", "Été"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(issue_id({.name = row.name}, ""), row.expected);
}

TEST(IssueId, FallsBackToTheInputsHash) {
    const std::string id = issue_id({.name = "..."}, "one");
    EXPECT_TRUE(id.starts_with("unknown-")) << id;
    EXPECT_EQ(id, issue_id({.name = ""}, "one"));
    EXPECT_NE(id, issue_id({.name = ""}, "two"));
}

TEST(IssueId, KeepsLongNamesApart) {
    const std::string trunk(100, 'x');
    const std::string a = issue_id({.name = trunk + "a"}, ""), b = issue_id({.name = trunk + "b"}, "");
    EXPECT_NE(a, b);
    EXPECT_LT(a.size(), 100U);
}

}  // namespace
}  // namespace banwen
