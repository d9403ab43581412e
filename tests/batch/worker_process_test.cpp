// Pages that crash, hang or eat: each costs only itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_run.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_small_page;
using test::FakeRun;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct BadDeed {
    std::string word;
    std::string said;
};

void PrintTo(const BadDeed& deed, std::ostream* stream) {
    *stream << deed.word;
}

class APageThat : public ::testing::TestWithParam<BadDeed> {
  protected:
    RunOptions options() const {
        RunOptions options = fake_.options();
        options.jobs = 1;
        if (GetParam().word == "hang") options.page_timeout = std::chrono::seconds(2);
        options.max_memory = std::int64_t{512} << 20;
        return options;
    }
    FakeRun fake_;
};

TEST_P(APageThat, CostsOnlyItself) {
    draw_small_page(fake_.in / "1.png");
    draw_small_page(fake_.in / (GetParam().word + ".png"));
    const RunSummary summary = fake_.run(options());
    EXPECT_EQ(summary.status, ExitCode::some_failed);
    EXPECT_EQ(summary.pages_failed, 1);
    ASSERT_THAT(summary.failures, ElementsAre(HasSubstr(GetParam().said)));
    EXPECT_EQ(summary.failures[0].find('\n'), std::string::npos);
    EXPECT_EQ(fake_.times("gently " + GetParam().word + ".png"), 1);
    EXPECT_EQ(fake_.times("gently 1.png"), 0);
}

TEST_P(APageThat, IsReadAtHalfItsSizeWhereThatHelps) {
    const std::string name = GetParam().word + "-whole.png";
    draw_small_page(fake_.in / name);
    const RunSummary summary = fake_.run(options());
    EXPECT_EQ(summary.status, ExitCode::ok);
    EXPECT_THAT(fake_.messages, ElementsAre(HasSubstr("half its size")));
    EXPECT_THAT(test::bytes_of(fake_.out / "in" / "issue.json"), HasSubstr("page 1: read at half its size"));
    EXPECT_EQ(fake_.times("start"), 2) << "what it broke is replaced";
}

INSTANTIATE_TEST_SUITE_P(Misbehaves, APageThat,
                         ::testing::Values(BadDeed{"abort", "crashed on it by signal 6"},
                                           BadDeed{"exit", "crashed on it by exit status 0"},
                                           BadDeed{"hang", "takes longer than 2 s"},
                                           BadDeed{"allocate", "memory"},
                                           BadDeed{"fill", "needs more than 512 MB"},
                                           BadDeed{"error", "engine\\x0Abroke"},
                                           BadDeed{"memory", "needs more memory than there is"},
                                           BadDeed{"exception", "inner\\x0Atrouble"},
                                           BadDeed{"number", "banwen broke on this page"}),
                         [](const auto& one) { return one.param.word; });

TEST(APageAlone, ThatNeedsTooMuchMemoryIsUnreadableInput) {
    FakeRun fake;
    draw_small_page(fake.in / "memory.png");
    EXPECT_EQ(fake.run().status, ExitCode::unreadable_input);
}

TEST(Workers, AreReplacedAndReadThePageAgainWhenSomebodyKillsThem) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    draw_small_page(fake.in / "killed-once.png");
    EXPECT_EQ(fake.run().status, ExitCode::ok);
    EXPECT_THAT(fake.messages, IsEmpty());
    EXPECT_EQ(fake.times("read killed-once.png"), 2);
    EXPECT_EQ(fake.times("gently killed-once.png"), 0);
}

TEST(Workers, ThatAreKilledOverAndOverAreNotStartedForEver) {
    FakeRun fake;
    draw_small_page(fake.in / "killed.png");
    const RunSummary summary = fake.run();
    EXPECT_THAT(summary.failures, ElementsAre(HasSubstr("killed 3 times by signal 9")));
    EXPECT_EQ(fake.times("read killed.png"), 3);
}

TEST(Workers, ReadManyPagesEach) {
    FakeRun fake;
    for (int page = 0; page < 6; ++page)
        draw_small_page(fake.in / (std::to_string(page) + ".png"));
    fake.run();
    EXPECT_LE(fake.times("start"), 2);
}

TEST(Workers, ThatCannotBeStartedEndTheRun) {
    FakeRun fake;
    draw_small_page(fake.in / "1.png");
    for (const char* const program : {"/nowhere/at/all", "/bin/true"}) {
        RunOptions options = fake.options();
        options.worker = {program};
        try {
            fake.run(options);
            ADD_FAILURE() << program << " is no worker";
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr(program));
        }
    }
}

TEST(Workers, GiveTheirPageUpWhenTheRunIsStopped) {
    FakeRun fake;
    draw_small_page(fake.in / "hang.png");
    RunOptions options = fake.options();
    options.stop = [&] { return fake.times("read hang.png") > 0; };
    EXPECT_TRUE(fake.run(options).stopped);
    EXPECT_FALSE(fs::exists(fake.out / "in"));
}

}  // namespace
}  // namespace banwen
