#include "batch/failure_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_run.h"
#include "batch/summary_file.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_small_page;
using test::FakeRun;
using test::write_bytes;
using ::testing::HasSubstr;

TEST(FailurePolicy, EndsBeyondItsNumberOrShareOnly) {
    EXPECT_EQ(why_to_end({}, 100, 100), "");
    EXPECT_EQ(why_to_end({.max_pages = 2}, 2, 10), "");
    EXPECT_THAT(why_to_end({.max_pages = 2}, 3, 10), HasSubstr("3 of 10 pages failed"));
    EXPECT_EQ(why_to_end({.max_percent = 10.0}, 1, 10), "");
    EXPECT_NE(why_to_end({.max_percent = 10.0}, 2, 10), "");
    EXPECT_NE(why_to_end({.max_pages = 0}, 1, 10), "");
}

TEST(FailurePolicy, EndsTheRunAndKeepsWhatWasRead) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png");
    write_bytes(fake.in / "b" / "1.png", "this is no image");
    draw_small_page(fake.in / "b" / "2.png");
    draw_small_page(fake.in / "c" / "1.png");
    RunOptions options = fake.options();
    options.jobs = 1;
    options.policy.max_pages = 0;
    const RunSummary summary = fake.run(options);
    EXPECT_EQ(summary.status, ExitCode::some_failed);
    EXPECT_EQ(summary.pages_done, 2);
    EXPECT_TRUE(fs::exists(fake.out / "a" / "manifest.json"));
    EXPECT_FALSE(fs::exists(fake.out / "b"));
    EXPECT_FALSE(fs::exists(fake.out / "c"));
}

TEST(FailurePolicy, CountsNoPageThatIsOnlyReadAtHalfItsSize) {
    FakeRun fake;
    draw_small_page(fake.in / "abort-whole.png");
    RunOptions options = fake.options();
    options.policy.max_pages = 0;
    EXPECT_EQ(fake.run(options).status, ExitCode::ok);
}

RunSummary full_summary() {
    RunSummary summary;
    summary.issues_written = 1;
    summary.issues_partial = 2;
    summary.issues_kept = 3;
    summary.issues_outdated = 4;
    summary.pages_done = 5;
    summary.pages_known = 6;
    summary.pages_failed = 7;
    summary.articles = 8;
    summary.doubts = 9;
    summary.seconds = 10.5;
    summary.peak_memory = 11;
    summary.failures = {"a", "b"};
    summary.status = ExitCode::some_failed;
    return summary;
}

TEST(Summary, ComesBackFromItsFile) {
    const std::string text = to_json(full_summary());
    EXPECT_EQ(to_json(summary_from_json(text, "")), text);
    EXPECT_THROW(summary_from_json("", "file"), Error);
    EXPECT_THROW(summary_from_json("{}", "file"), Error);
}

TEST(Summary, OfPartsAddsUp) {
    RunSummary worst = full_summary();
    worst.status = ExitCode::cannot_write;
    worst.peak_memory = 12;
    worst.stopped = true;
    const RunSummary sum = added_up({full_summary(), worst, {}});
    EXPECT_EQ(sum.pages_done, 10);
    EXPECT_EQ(sum.doubts, 18);
    EXPECT_EQ(sum.seconds, 21);
    EXPECT_EQ(sum.peak_memory, 12);
    EXPECT_EQ(sum.failures.size(), 4U);
    EXPECT_EQ(sum.status, ExitCode::cannot_write);
    EXPECT_TRUE(sum.stopped);
}

TEST(Summary, IsWrittenBesideTheIssues) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    write_bytes(fake.in / "2.png", "this is no image");
    fake.run();
    const RunSummary summary = summary_from_json(test::bytes_of(fake.out / "summary.json"), "");
    EXPECT_EQ(summary.pages_done, 2);
    EXPECT_EQ(summary.pages_failed, 1);
    EXPECT_GT(summary.peak_memory, 0);
    EXPECT_GT(summary.seconds, 0);
    EXPECT_THAT(summary.failures, ::testing::ElementsAre(HasSubstr("2.png")));
}

}  // namespace
}  // namespace banwen
