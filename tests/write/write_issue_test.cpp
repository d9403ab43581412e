#include "write/write_issue.h"

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "core/error.h"
#include "support/temp_folder.h"
#include "write/issue_folder.h"
#include "write/manifest.h"
#include "write/sample_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using test::bytes_of;
using test::sample_issue;
using test::tree_of;
using test::write_bytes;
using ::testing::HasSubstr;

const char* const kId = "dawn-2020-03-24-a";

ExitCode code_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
        return error.code();
    }
    return ExitCode::ok;
}

std::vector<fs::path> entries(const fs::path& folder) {
    return {fs::directory_iterator(folder), {}};
}

TEST(WriteIssue, WritesTheAlwaysFilesWhateverTheFormats) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path(), {.formats = {}, .version = "1"});
    std::vector<std::string> names;
    for (const auto& [name, bytes] : tree_of(out.path() / kId))
        names.push_back(name);
    EXPECT_THAT(names, ::testing::ElementsAre("articles.jsonl", "issue.json", "ledger.jsonl", "manifest.json",
                                              "text/dawn-2020-03-24-a-i0101.txt",
                                              "text/dawn-2020-03-24-a-i0201.txt"));
}

TEST(WriteIssue, WritesTxtWithHeadingsTextAndCaptions) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path(), {});
    EXPECT_EQ(bytes_of(out.path() / kId / "text/dawn-2020-03-24-a-i0101.txt"),
              "引题\n春水到田头\n\n本报讯 段一\n小标题\n段二\n\n图为水渠\n");
}

TEST(WriteIssue, WritesMarkdownInWhichPrintedCharactersAreNoMarkup) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.articles[0].blocks[2].text = "1. *新* <b> #";
    issue.articles[0].bylines.clear();
    write_issue(issue, out.path(), {});
    EXPECT_EQ(
        bytes_of(out.path() / kId / "issue.md"),
        "---\nid: \"dawn-2020-03-24-a\"\npaper: \"dawn\"\ndate: \"2020-03-24\"\nedition: \"a\"\nlanguage: "
        "zh-Hans\n"
        "pages: 2\narticles: 2\n---\n\n"
        "# dawn-2020-03-24-a\n\n## Page 1: 一版\n\n**引题**\n\n### 春水到田头\n\n1\\. \\*新\\* \\<b\\> #\n\n"
        "#### 小标题\n\n段二\n\n> 图为水渠\n\n## Page 2: 二版\n\n> 市集一角\n");
}

TEST(WriteIssue, SetsBylinesOffInMarkdownWhereTheyStand) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.articles[0].blocks[2].text = "本报讯（记者 某某）段_一";
    issue.articles[0].blocks[4].text = "段二。摄 某人";
    issue.articles[0].bylines = {{"记者", "某某", 4, 9}, {"摄", "某人", 21, 25}};
    write_issue(issue, out.path(), {});
    EXPECT_THAT(
        bytes_of(out.path() / kId / "issue.md"),
        ::testing::HasSubstr("\n\n本报讯（*记者 某某*）段\\_一\n\n#### 小标题\n\n段二。*摄 某人*\n\n"));
}

TEST(WriteIssue, WritesLinesInReadingOrderOnTheScan) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.pages[0].to_scan = {{2, 0, 10, 0, 2, 0, 0, 0, 1}};
    write_issue(issue, out.path(), {.formats = {"lines"}});
    EXPECT_THAT(
        bytes_of(out.path() / kId / "lines.jsonl"),
        ::testing::StartsWith(
            R"({"page":1,"box":[210,100,400,40],"text":"引题","article":"dawn-2020-03-24-a-i0101"})"));
}

TEST(WriteIssue, RecordsPagesLedgerAndModelsInIssueJson) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.pages[1].file = "/scans/\xB5\xDA.tif";
    write_issue(issue, out.path(), {.version = "1.2.3", .options_record = R"({"lang":"chi_sim"})"});
    const Json json = Json::parse(bytes_of(out.path() / kId / "issue.json"));
    EXPECT_EQ(json.at("pages").at(0).at("file"), "1.tif");
    EXPECT_EQ(json.at("pages").at(1).at("file"), "\\xB5\\xDA.tif");
    EXPECT_EQ(json.at("pages").at(1).at("id"), "dawn-2020-03-24-a-p0002");
    EXPECT_EQ(json.at("pages").at(0).at("lines"), 6);
    EXPECT_EQ(json.at("ledger").dump(),
              R"({"changed":{"joined":1},"fates":{"caption":2,"dropped":1,"heading":3,"paragraph":3},)"
              R"("left_out":{"jump mark":1}})");
    EXPECT_EQ(json.at("options").at("lang"), "chi_sim");
    EXPECT_EQ(json.at("models").at(0).at("sha256"), std::string(64, 'f'));
    EXPECT_EQ(json.at("models").at(0).at("version"), "4.1.0");
}

TEST(WriteIssue, GivesTheSameBytesAgain) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path() / "a", {.formats = output_formats()});
    write_issue(sample_issue(), out.path() / "b", {.formats = output_formats()});
    EXPECT_EQ(tree_of(out.path() / "a"), tree_of(out.path() / "b"));
}

TEST(WriteIssue, NamesTheFailedPagesOfAPartialIssue) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.pages[1].status = PageStatus::failed;
    issue.pages[1].error = "/scans/2.tif: is damaged; scan it again";
    write_issue(issue, out.path(), {});
    const Json json = Json::parse(bytes_of(out.path() / kId / "manifest.json"));
    EXPECT_EQ(json.at("status"), "partial");
    EXPECT_EQ(json.at("failed_pages").dump(),
              R"([{"error":"2.tif: is damaged; scan it again","file":"2.tif","page":2}])");
}

TEST(WriteIssue, ManifestHoldsEveryFile) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path(), {.formats = output_formats(), .version = "1"});
    const std::optional<Manifest> manifest = read_manifest(out.path() / kId);
    ASSERT_TRUE(manifest);
    EXPECT_TRUE(manifest->complete());
    EXPECT_EQ(manifest->files.size() + 1, tree_of(out.path() / kId).size());
    EXPECT_TRUE(verify_folder(out.path() / kId, *manifest).empty());
}

TEST(WriteIssue, AnIssueWithoutArticlesStillHasItsFiles) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.articles.clear();
    issue.ledger.clear();
    for (PageInfo& page : issue.pages)
        page.lines = 0;
    write_issue(issue, out.path(), {});
    EXPECT_EQ(bytes_of(out.path() / kId / "articles.jsonl"), "");
    EXPECT_TRUE(read_manifest(out.path() / kId)->complete());
}

TEST(WriteIssue, ReplacesAnOlderResultAndLeavesNothingHidden) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path(), {.formats = {"lines"}});
    Issue issue = sample_issue();
    issue.articles.pop_back();
    issue.pages[1].lines = 2;
    write_issue(issue, out.path(), {.formats = {"md"}});
    EXPECT_FALSE(fs::exists(out.path() / kId / "lines.jsonl"));
    EXPECT_FALSE(fs::exists(out.path() / kId / "text/dawn-2020-03-24-a-i0201.txt"));
    EXPECT_EQ(entries(out.path()).size(), 1U);
}

TEST(WriteIssue, DoesNotReplaceWhatItDidNotWrite) {
    const test::TempFolder out;
    write_bytes(out.path() / kId / "scan.tif", "somebody's only scan");
    EXPECT_EQ(code_of([&] { write_issue(sample_issue(), out.path(), {}); }), ExitCode::cannot_write);

    fs::remove_all(out.path() / kId);
    write_issue(sample_issue(), out.path(), {});
    write_bytes(out.path() / kId / "notes.txt", "corrections");
    EXPECT_EQ(code_of([&] { write_issue(sample_issue(), out.path(), {}); }), ExitCode::cannot_write);
    EXPECT_EQ(bytes_of(out.path() / kId / "notes.txt"), "corrections");
}

TEST(WriteIssue, RefusesIdsThatLeaveTheOutputFolder) {
    const test::TempFolder out;
    for (const std::string id : {"../x", "..", "", ".hidden", "a/b"}) {
        Issue issue = sample_issue();
        issue.id = id;
        EXPECT_EQ(code_of([&] { write_issue(issue, out.path() / "sub", {}); }), ExitCode::bug) << id;
    }
    EXPECT_TRUE(entries(out.path()).empty());
}

TEST(WriteIssue, RefusesAnIssueThatLostALine) {
    const test::TempFolder out;
    Issue issue = sample_issue();
    issue.articles[0].blocks[2].lines.pop_back();
    EXPECT_EQ(code_of([&] { write_issue(issue, out.path(), {}); }), ExitCode::bug);
    EXPECT_TRUE(entries(out.path()).empty());
}

TEST(WriteIssue, RefusesAFormatThatDoesNotExist) {
    const test::TempFolder out;
    EXPECT_EQ(code_of([&] { write_issue(sample_issue(), out.path(), {.formats = {"docx"}}); }),
              ExitCode::usage);
}

// A limit on the size of files stands in for a full disk: writing ends in the middle of a file.
TEST(WriteIssue, LeavesNothingThatLooksCompleteWhenTheDiskIsFull) {
    const test::TempFolder out;
    struct rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 400, before.rlim_max };
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const ExitCode code = code_of([&] { write_issue(sample_issue(), out.path(), {}); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(code, ExitCode::cannot_write);
    EXPECT_TRUE(entries(out.path()).empty());
}

TEST(PrepareOutput, RefusesAPathBelowAFile) {
    const test::TempFolder out;
    write_bytes(out.path() / "file", "x");
    EXPECT_EQ(code_of([&] { prepare_output(out.path() / "file" / "out"); }), ExitCode::cannot_write);
    EXPECT_EQ(code_of([&] { prepare_output(out.path() / "file"); }), ExitCode::cannot_write);
}

TEST(PrepareOutput, SweepsWhatAKilledRunLeftAndNothingElse) {
    const test::TempFolder out;
    write_bytes(out.path() / ".banwen-99-0" / "issue.json", "half");
    write_bytes(out.path() / "other" / "file", "x");
    IssueFolder in_use(out.path());
    in_use.add("issue.json", "being written by another run");
    prepare_output(out.path());
    EXPECT_FALSE(fs::exists(out.path() / ".banwen-99-0"));
    EXPECT_EQ(tree_of(out.path()).size(), 2U);
}

TEST(VerifyFolder, NamesEveryKindOfFault) {
    const test::TempFolder out;
    write_issue(sample_issue(), out.path(), {});
    const fs::path folder = out.path() / kId;
    const Manifest manifest = *read_manifest(folder);
    std::string changed = bytes_of(folder / "issue.md");
    changed[0] = '!';
    write_bytes(folder / "issue.md", changed);
    write_bytes(folder / "articles.jsonl", "");
    fs::remove(folder / "text/dawn-2020-03-24-a-i0201.txt");
    write_bytes(folder / "stray", "");
    EXPECT_THAT(verify_folder(folder, manifest),
                ::testing::ElementsAre(HasSubstr("articles.jsonl: has 0 bytes"), "issue.md: has been changed",
                                       "text/dawn-2020-03-24-a-i0201.txt: is missing",
                                       "stray: is not in the manifest"));
    EXPECT_FALSE(files_are_there(folder, manifest));
}

TEST(ReadManifest, IsNothingForADamagedOne) {
    const test::TempFolder out;
    EXPECT_FALSE(read_manifest(out.path()));
    for (const char* const text : {"", "{", "[]", "{}", R"({"schema":"banwen-manifest/1"})", "\xFF\xFE"}) {
        write_bytes(out.path() / "manifest.json", text);
        EXPECT_FALSE(read_manifest(out.path())) << text;
    }
}

}  // namespace
}  // namespace banwen
