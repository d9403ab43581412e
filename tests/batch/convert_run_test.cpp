#include "batch/convert_run.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_run.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_page;
using test::draw_small_page;
using test::FakeRun;
using test::results_of;
using test::write_bytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ExitCode code_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.code();
    }
    return ExitCode::ok;
}

TEST(ConvertRun, MakesEachFolderAnIssue) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png");
    draw_small_page(fake.in / "b" / "1.png");
    draw_small_page(fake.in / "b" / "2.png");
    const RunSummary summary = fake.run();
    EXPECT_EQ(summary.status, ExitCode::ok);
    EXPECT_EQ(summary.issues_written, 2);
    EXPECT_EQ(summary.pages_done, 3);
    const std::optional<Manifest> manifest = read_manifest(fake.out / "b");
    ASSERT_TRUE(manifest);
    ASSERT_EQ(manifest->inputs.size(), 2U);
    EXPECT_EQ(manifest->inputs[1].file, "2.png");
    EXPECT_EQ(manifest->inputs[1].sha256.size(), 64U);
}

TEST(ConvertRun, ABadPageMakesItsIssuePartialAndHarmsNoOther) {
    FakeRun fake;
    draw_small_page(fake.in / "bad" / "1.png");
    write_bytes(fake.in / "bad" / "2.png", "this is no image");
    draw_small_page(fake.in / "bad" / "3.png");
    draw_small_page(fake.in / "good" / "1.png");
    const RunSummary summary = fake.run();
    EXPECT_EQ(summary.status, ExitCode::some_failed);
    EXPECT_EQ(summary.issues_partial, 1);
    EXPECT_THAT(summary.failures, ElementsAre(HasSubstr("2.png")));
    EXPECT_TRUE(read_manifest(fake.out / "good")->complete());
    const Manifest bad = *read_manifest(fake.out / "bad");
    ASSERT_EQ(bad.failed_pages.size(), 1U);
    EXPECT_EQ(bad.failed_pages[0].page, 2);
    EXPECT_EQ(bad.inputs.size(), 3U);
}

TEST(ConvertRun, SaysWhyWhenNothingCouldBeRead) {
    FakeRun fake;
    write_bytes(fake.in / "1.png", "this is no image");
    EXPECT_EQ(fake.run().status, ExitCode::unreadable_input);
    EXPECT_FALSE(read_manifest(fake.out / "in")->complete());
}

TEST(ConvertRun, TellsOfAFailedPageWithoutTheFolderThatItLayIn) {
    FakeRun fake;
    const std::string strange =
        "in\x1B"
        "\xB5";
    fake.in = fake.folder.path() / strange;
    write_bytes(fake.in / "1.png", "this is no image");
    RunOptions options = fake.options();
    options.walk.issue.paper = "dawn";
    options.walk.issue.date = "2020-03-24";
    fake.run(options);
    const Manifest manifest = *read_manifest(fake.out / "dawn-2020-03-24-a");
    ASSERT_EQ(manifest.failed_pages.size(), 1U);
    EXPECT_THAT(manifest.failed_pages[0].error, testing::StartsWith("1.png: is not an image"));
}

TEST(ConvertRun, DoesOnlyWhatIsMissingTheSecondTime) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png");
    draw_small_page(fake.in / "b" / "1.png");
    write_bytes(fake.in / "b" / "2.png", "this is no image");
    fake.run();
    draw_small_page(fake.in / "b" / "2.png");
    const RunSummary second = fake.run();
    EXPECT_EQ(second.issues_kept, 1);
    EXPECT_EQ(second.pages_done, 2);
    EXPECT_EQ(second.status, ExitCode::ok);
    EXPECT_TRUE(read_manifest(fake.out / "b")->complete());

    const RunSummary third = fake.run();
    EXPECT_EQ(third.issues_kept, 2);
    EXPECT_EQ(third.pages_done, 0);
    EXPECT_THAT(fake.messages, IsEmpty());
}

TEST(ConvertRun, ConvertsAgainWhatHasLostAFile) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    const auto before = results_of(fake.out);
    fs::remove(fake.out / "in" / "issue.md");
    EXPECT_EQ(fake.run().issues_written, 1);
    EXPECT_EQ(results_of(fake.out), before);
}

TEST(ConvertRun, NeverReplacesWhatAPersonHasCorrected) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    const fs::path text = fake.out / "in" / "issue.md";
    const std::string written = test::bytes_of(text);
    for (const std::string& corrected : {written + "corrected", std::string(written.size(), 'x')}) {
        write_bytes(text, corrected);
        RunOptions options = fake.options();
        options.redo = Redo::all;
        EXPECT_EQ(fake.run(options).issues_kept, 1);
        EXPECT_THAT(fake.messages, ElementsAre(HasSubstr("changed by hand")));
        EXPECT_EQ(test::bytes_of(text), corrected);
    }
}

TEST(ConvertRun, KeepsResultsOfOtherOptionsUnlessToldToRedoThem) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    RunOptions options = fake.options();
    options.walk.text.punctuation = Punctuation::ascii;
    EXPECT_EQ(fake.run(options).issues_kept, 1);
    EXPECT_THAT(fake.messages, ElementsAre(HasSubstr("other options")));
    options.redo = Redo::changed;
    EXPECT_EQ(fake.run(options).issues_written, 1);
    EXPECT_EQ(fake.run(options).issues_kept, 1);
    options.redo = Redo::all;
    EXPECT_EQ(fake.run(options).issues_written, 1);
}

TEST(ConvertRun, NoticesThatAPageHasChanged) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    draw_small_page(fake.in / "1.png", 200);
    RunOptions options = fake.options();
    EXPECT_EQ(fake.run(options).issues_kept, 1);
    EXPECT_THAT(fake.messages, ElementsAre(HasSubstr("other pages")));
    options.redo = Redo::changed;
    EXPECT_EQ(fake.run(options).issues_written, 1);
}

TEST(ConvertRun, DoesNotCareInWhichOrderFormatsAreNamed) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    RunOptions options = fake.options();
    options.write.formats = {"lines", "md"};
    fake.run(options);
    options.write.formats = {"md", "txt", "lines", "md"};
    EXPECT_EQ(fake.run(options).issues_kept, 1);
    EXPECT_THAT(fake.messages, IsEmpty());
}

TEST(ConvertRun, RefusesTheSecondOfTwoIssuesWithOneId) {
    FakeRun fake;
    draw_small_page(fake.in / "x" / "paper" / "1.png");
    draw_small_page(fake.in / "y" / "paper" / "1.png", 200);
    RunOptions options = fake.options();
    options.inputs = {(fake.in / "x" / "paper").native(), (fake.in / "y" / "paper").native()};
    const RunSummary summary = fake.run(options);
    EXPECT_EQ(summary.issues_written, 1);
    EXPECT_THAT(summary.failures, ElementsAre(HasSubstr("paper: a second issue")));
    EXPECT_EQ(summary.status, ExitCode::some_failed);
}

TEST(ConvertRun, SeesAnUnwritableOutputBeforeItStartsAWorker) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    write_bytes(fake.out, "a file where the output should be");
    EXPECT_EQ(code_of([&] { fake.run(); }), ExitCode::cannot_write);
    EXPECT_EQ(fake.times("start"), 0);
}

TEST(ConvertRun, NeverReplacesTheScansByTheirResult) {
    FakeRun fake;
    draw_small_page(fake.in / "dawn" / "1.png");
    RunOptions options = fake.options();
    options.inputs = {(fake.in / "dawn").native()};
    options.output = fake.in;
    EXPECT_EQ(fake.run(options).status, ExitCode::cannot_write);
    EXPECT_TRUE(fs::exists(fake.in / "dawn" / "1.png"));
}

TEST(ConvertRun, LosesOnlyTheIssueInWhosePlaceAStrangerStands) {
    FakeRun fake;
    for (const auto& [issue, shade] : {std::pair{"a", 250}, {"b", 240}, {"c", 230}})
        draw_small_page(fake.in / issue / "1.png", shade);  // the same page would be known in the third issue
    write_bytes(fake.out / "b" / "notes.txt", "mine");
    const RunSummary summary = fake.run();
    EXPECT_EQ(summary.status, ExitCode::some_failed);
    EXPECT_EQ(summary.issues_written, 2);
    EXPECT_THAT(summary.failures, ElementsAre(HasSubstr("is not a result of banwen")));
    EXPECT_EQ(test::bytes_of(fake.out / "b" / "notes.txt"), "mine");
    EXPECT_EQ(fake.times("read 1.png"), 2) << "what cannot be written need not be read";

    write_bytes(fake.out / "a" / "notes.txt", "mine too");
    EXPECT_EQ(fake.run().issues_kept, 2) << "a complete result is not in anybody's way";
    RunOptions options = fake.options();
    options.redo = Redo::all;
    const RunSummary again = fake.run(options);
    EXPECT_EQ(again.issues_written, 1);
    EXPECT_THAT(again.failures, testing::Contains(HasSubstr("a/notes.txt: is not a file of banwen")));
}

// A note that somebody puts there while its pages are read.
TEST(ConvertRun, LosesOnlyTheIssueIntoWhosePlaceAStrangerComes) {
    FakeRun fake;
    for (const auto& [issue, shade] : {std::pair{"a", 250}, {"b", 240}})
        draw_small_page(fake.in / issue / "1.png", shade);
    RunOptions options = fake.options();
    options.jobs = 1;
    options.stop = [&] {
        if (fake.times("read 1.png") >= 1) write_bytes(fake.out / "b" / "notes.txt", "mine");
        return false;
    };
    const RunSummary summary = fake.run(options);
    EXPECT_EQ(summary.issues_written, 1);
    EXPECT_THAT(summary.failures, ElementsAre(HasSubstr("b: is there already")));
}

TEST(ConvertRun, EndsWhereThereIsNoModel) {
    FakeRun fake;
    draw_small_page(fake.in / "error.png");
    draw_small_page(fake.in / "2.png");
    RunOptions options = fake.options();
    options.jobs = 1;
    // The model vanishes between the first worker's start and the next one's.
    options.worker.push_back("1");
    EXPECT_EQ(code_of([&] { fake.run(options); }), ExitCode::model);
    EXPECT_THAT(results_of(fake.out), IsEmpty());
}

TEST(ConvertRun, LeavesUnfinishedIssuesOutWhenItIsStopped) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png");
    draw_small_page(fake.in / "b" / "1.png");
    RunOptions options = fake.options();
    options.jobs = 1;
    std::atomic<bool> stop = false;
    options.stop = [&] { return stop.load(); };
    const RunSummary summary = convert_run(options, [&](const Progress& progress) {
        if (!progress.issue_folder.empty()) stop = true;
    });
    EXPECT_TRUE(summary.stopped);
    EXPECT_EQ(summary.issues_written, 1);
    EXPECT_TRUE(fs::exists(fake.out / "a" / "manifest.json"));
    EXPECT_FALSE(fs::exists(fake.out / "b"));
}

TEST(ConvertRun, GivesTheSameBytesWithAnyNumberOfWorkersAndInAnyOrder) {
    FakeRun fake;
    int rows = 1;
    for (const char* const name :
         {"a/1.png", "a/2.png", "a/10.png", "b/1.png", "b/2.png", "c/1.png", "d/1.png", "d/2.png"})
        draw_page(fake.in / name, rows++);
    RunOptions options = fake.options();
    options.jobs = 1;
    fake.run(options);
    const auto alone = results_of(fake.out);
    std::vector<std::string> issues = {"d", "b", "a", "c"};
    for (const int jobs : {1, 2, 4}) {
        fs::remove_all(fake.out);
        options.inputs.clear();
        for (const std::string& issue : issues)
            options.inputs.push_back((fake.in / issue).native());
        options.jobs = jobs;
        EXPECT_EQ(fake.run(options).issues_written, 4);
        EXPECT_EQ(results_of(fake.out), alone) << jobs << " jobs";
        std::next_permutation(issues.begin(), issues.end());
    }
}

TEST(ConvertRun, PutsPagesThatAreNamedOneByOneIntoTheirOwnOrder) {
    FakeRun fake;
    for (const int page : {1, 2, 10})
        draw_page(fake.in / (std::to_string(page) + ".png"), page);
    fake.run();
    const auto alone = results_of(fake.out);
    fs::remove_all(fake.out);
    RunOptions options = fake.options();
    options.walk.issue.name = "in";
    options.inputs.clear();
    for (const char* const name : {"10.png", "1.png", "2.png"})
        options.inputs.push_back((fake.in / name).native());
    fake.run(options);
    EXPECT_EQ(results_of(fake.out), alone);
}

}  // namespace
}  // namespace banwen
