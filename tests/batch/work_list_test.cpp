#include "batch/work_list.h"

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_run.h"
#include "batch/merge_chunks.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_small_page;
using test::FakeRun;
using test::results_of;
using test::write_bytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<IssueSource> issues_of(const std::vector<int>& pages) {
    std::vector<IssueSource> issues;
    for (std::size_t issue = 0; issue < pages.size(); ++issue) {
        issues.push_back({"issue" + std::to_string(issue), {}});
        for (int page = 0; page < pages[issue]; ++page)
            issues.back().pages.push_back({"/in/" + std::to_string(issue) + ".tif", page});
    }
    return issues;
}

TEST(WorkList, SharesPagesOutEvenly) {
    const WorkList list = plan_work(issues_of({1, 9, 2, 8, 4, 4, 1, 1}), 3);
    std::set<std::string> names;
    for (int chunk = 1; chunk <= 3; ++chunk) {
        std::size_t pages = 0;
        for (const IssueSource& issue : list.of(chunk)) {
            pages += issue.pages.size();
            EXPECT_TRUE(names.insert(issue.name).second) << "in two chunks";
        }
        EXPECT_EQ(pages, 10U);
    }
    EXPECT_THAT(names, SizeIs(8));
    EXPECT_THAT(list.of(0), SizeIs(8));
}

TEST(WorkList, ComesBackFromItsFileWithNamesOfAnyBytes) {
    const test::TempFolder folder;
    const fs::path file = folder.path() / "list";
    const std::vector<IssueSource> issues = {{"第二版", {{"/in/第二版/1 %41.tif", 0}}},
                                             {"\xB5\xDA%\n", {{"/in/\xB5\xDA%\n/\x01.tif", 7}}}};
    write_bytes(file, to_lines(plan_work(issues, 2)));
    const WorkList back = read_work_list(file);
    EXPECT_EQ(back.chunks, 2);
    ASSERT_EQ(back.issues.size(), 2U);
    for (std::size_t issue = 0; issue < 2; ++issue) {
        EXPECT_EQ(back.issues[issue].source.name, issues[issue].name);
        EXPECT_EQ(back.issues[issue].source.pages[0].file, issues[issue].pages[0].file);
        EXPECT_EQ(back.issues[issue].source.pages[0].index, issues[issue].pages[0].index);
    }
}

TEST(WorkList, IsRefusedWhenItIsCutShort) {
    const test::TempFolder folder;
    const fs::path file = folder.path() / "list";
    const std::string whole = to_lines(plan_work(issues_of({1, 2, 3}), 2));
    for (const std::string& text : {std::string(), std::string("no list"), whole.substr(0, whole.size() / 2),
                                    whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1)}) {
        write_bytes(file, text);
        EXPECT_THROW(read_work_list(file), Error) << text;
    }
    EXPECT_THROW(read_work_list(folder.path() / "none"), Error);
}

TEST(WorkList, RefusesTwoIssuesOfOneName) {
    std::vector<IssueSource> issues = issues_of({1, 1});
    issues[1].name = issues[0].name;
    EXPECT_THROW(plan_work(issues, 2), Error);
}

// A run of seven issues, one of them with a bad page.
struct ChunkedRun : FakeRun {
    fs::path list = folder.path() / "list";

    ChunkedRun() {
        for (int issue = 0; issue < 7; ++issue)
            draw_small_page(in / std::to_string(issue) / "1.png", 255 - issue);
        write_bytes(in / "3" / "2.png", "this is no image");
        write_bytes(list, to_lines(plan_work(find_issues({in.native()}), 3)));
    }

    RunOptions part(int chunk) const {
        RunOptions options = FakeRun::options();
        options.inputs.clear();
        options.list = list.native();
        options.chunk = chunk;
        return options;
    }
};

TEST(Chunks, TogetherGiveWhatOneRunGives) {
    ChunkedRun fake;
    int failed = 0;
    for (const int chunk : {3, 1, 2})
        failed += fake.run(fake.part(chunk)).pages_failed;
    EXPECT_EQ(failed, 1);
    const MergedChunks merged = merge_chunks(fake.list, fake.out);
    EXPECT_THAT(merged.gaps, IsEmpty());
    EXPECT_EQ(merged.summary.issues_written, 7);
    EXPECT_EQ(merged.summary.issues_partial, 1);
    EXPECT_EQ(merged.summary.pages_done, 8);
    EXPECT_EQ(merged.summary.status, ExitCode::some_failed);
    EXPECT_THAT(merged.summary.failures, ElementsAre(HasSubstr("3/2.png")));

    const auto together = results_of(fake.out);
    fs::remove_all(fake.out);
    fake.run();
    EXPECT_EQ(results_of(fake.out), together);
}

TEST(Chunks, ThatAreMissingOrUnfinishedAreNamed) {
    ChunkedRun fake;
    fake.run(fake.part(1));
    RunOptions stopped = fake.part(2);
    stopped.stop = [] { return true; };
    fake.run(stopped);
    EXPECT_THAT(merge_chunks(fake.list, fake.out).gaps,
                ElementsAre(HasSubstr("chunk 2:"), HasSubstr("chunk 3: has not ended")));
}

TEST(Chunks, OfANumberThatTheListDoesNotHaveAreWrongUsage) {
    ChunkedRun fake;
    EXPECT_THROW(fake.run(fake.part(4)), Error);
}

}  // namespace
}  // namespace banwen
