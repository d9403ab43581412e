// What a second run takes over from a first that did not finish, or that was told otherwise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_run.h"
#include "batch/output_lock.h"
#include "batch/purge.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_small_page;
using test::FakeRun;
using test::results_of;
using test::write_bytes;
using ::testing::HasSubstr;

TEST(Resume, ReadsOnlyThePagesThatTheFirstRunDidNotRead) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    draw_small_page(fake.in / "2.png");
    write_bytes(fake.in / "3.png", "this is no image");
    fake.run();
    draw_small_page(fake.in / "3.png");
    const RunSummary second = fake.run();
    EXPECT_EQ(second.pages_done, 3);
    EXPECT_EQ(second.pages_known, 2);
    EXPECT_EQ(fake.times("read 1.png"), 1);
    EXPECT_EQ(fake.times("read 3.png"), 2);

    FakeRun whole;
    for (const char* const name : {"1.png", "2.png", "3.png"})
        draw_small_page(whole.in / name);
    whole.run();
    EXPECT_EQ(results_of(fake.out), results_of(whole.out));
}

TEST(Resume, DoesNotReadAgainForOtherTextOrFormats) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    RunOptions options = fake.options();
    options.walk.text.punctuation = Punctuation::ascii;
    options.write.formats = {"lines"};
    options.walk.issue.paper = "dawn";
    options.walk.issue.date = "2020-03-24";
    EXPECT_EQ(fake.run(options).issues_written, 1);
    EXPECT_TRUE(fs::exists(fake.out / "dawn-2020-03-24-a" / "lines.jsonl"));
    EXPECT_EQ(fake.times("read 1.png"), 1);

    options.walk.layout.headline_em += 1;
    options.redo = Redo::changed;
    EXPECT_EQ(fake.run(options).issues_written, 1);
    EXPECT_EQ(fake.times("read 1.png"), 2) << "this changes what is read";
}

TEST(Resume, FollowsAPageToAnotherFolder) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png");
    fake.run();
    fs::rename(fake.in / "a", fake.in / "b");
    EXPECT_EQ(fake.run().pages_known, 1);
    EXPECT_EQ(read_manifest(fake.out / "b")->inputs[0].file, "1.png");
}

TEST(Resume, ReadsAllAgainWhereThatIsAskedFor) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    RunOptions options = fake.options();
    options.redo = Redo::all;
    EXPECT_EQ(fake.run(options).pages_known, 0);
    EXPECT_EQ(fake.times("read 1.png"), 2);
}

TEST(Resume, GoesOnWhereARunThatReadsAllAgainWasStopped) {
    FakeRun fake;
    draw_small_page(fake.in / "a" / "1.png", 250);
    draw_small_page(fake.in / "b" / "hang-once.png", 240);
    draw_small_page(fake.in / "c" / "3.png", 230);
    const fs::path hung = fake.in / "b" / "hang-once.png.done";
    write_bytes(hung, "");
    fake.run();
    RunOptions options = fake.options();
    options.redo = Redo::all;
    options.jobs = 1;
    RunOptions stopped = options;
    const long before = fake.times("read hang-once.png");
    stopped.stop = [&] { return fake.times("read hang-once.png") > before; };
    fs::remove(hung);
    EXPECT_TRUE(fake.run(stopped).stopped);
    EXPECT_EQ(fake.run(options).pages_known, 1) << "the first had been read again before the stop";
    EXPECT_EQ(fake.times("read 1.png"), 2);
    EXPECT_EQ(fake.times("read 3.png"), 2);
    EXPECT_EQ(fake.run(options).pages_known, 0) << "the one before came to its end";
}

TEST(Resume, ReadsAllAgainWhereSomebodyHasRunSomethingElseMeanwhile) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png", 250);
    draw_small_page(fake.in / "hang-once.png", 240);
    RunOptions options = fake.options();
    options.redo = Redo::all;
    options.jobs = 1;
    RunOptions stopped = options;
    stopped.stop = [&] { return fake.times("read hang-once.png") > 0; };
    EXPECT_TRUE(fake.run(stopped).stopped);
    EXPECT_EQ(fake.run().pages_known, 1);
    EXPECT_EQ(fake.run(options).pages_known, 0);
}

TEST(Resume, KeepsTheNoteOfAPageThatWasReadAtHalfItsSize) {
    FakeRun fake;
    draw_small_page(fake.in / "abort-whole.png");
    write_bytes(fake.in / "z.png", "this is no image");
    fake.run();
    draw_small_page(fake.in / "z.png");
    EXPECT_EQ(fake.run().status, ExitCode::ok);
    EXPECT_EQ(fake.times("gently abort-whole.png"), 1);
    EXPECT_THAT(test::bytes_of(fake.out / "in" / "issue.json"), HasSubstr("page 1: read at half its size"));
}

TEST(Purge, LeavesTheResultsAndNothingElse) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    fake.run();
    const auto before = results_of(fake.out);
    EXPECT_GT(purge(fake.out), 0U);
    EXPECT_EQ(results_of(fake.out), before);
    EXPECT_FALSE(fs::exists(work_folder(fake.out)));
    EXPECT_EQ(purge(fake.out), 0U);
    EXPECT_EQ(fake.run().issues_kept, 1);
}

TEST(Purge, WaitsForNobody) {
    const test::TempFolder folder;
    const OutputLock run(folder.path(), 0);
    EXPECT_THROW(purge(folder.path()), Error);
}

TEST(OutputLock, LetsOneRunIn) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    {
        const OutputLock other(fake.out, 0);
        try {
            fake.run();
            ADD_FAILURE() << "two runs in one output";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::cannot_write);
            EXPECT_THAT(error.what(), HasSubstr("another run"));
        }
        EXPECT_EQ(fake.times("start"), 0);
    }
    EXPECT_EQ(fake.run().status, ExitCode::ok);
}

TEST(OutputLock, LetsChunksGoSideBySide) {
    const test::TempFolder folder;
    const OutputLock first(folder.path(), 1);
    const OutputLock second(folder.path(), 2);
    EXPECT_THROW(OutputLock(folder.path(), 2), Error);
    EXPECT_THROW(OutputLock(folder.path(), 0), Error);
}

}  // namespace
}  // namespace banwen
