// Outputs that cannot be written, runs that are cut short, and runs over what is there already.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

#include "e2e/banwen_run.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::BanwenRun;
using test::lines_with;
using test::ProgramResult;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A file system of its own at a folder; `mounted` is false where we may not have one.
class Tmpfs {
  public:
    Tmpfs(fs::path at, const char* options) : at_(std::move(at)) {
        fs::create_directories(at_);
        mounted = ::mount("tmpfs", at_.c_str(), "tmpfs", 0, options) == 0;
    }
    ~Tmpfs() {
        if (mounted) ::umount(at_.c_str());
    }
    Tmpfs(const Tmpfs&) = delete;
    Tmpfs& operator=(const Tmpfs&) = delete;

    bool mounted = false;

    bool make_read_only() { return ::mount("", at_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }

  private:
    fs::path at_;
};

// One line that names the output; nothing under the issue's name.
void expect_cannot_write(const BanwenRun& run, const ProgramResult& result) {
    EXPECT_EQ(result.status, 5) << result.err;
    EXPECT_THAT(lines_with(result.err, "cannot be written"), ElementsAre(HasSubstr(run.out.native())));
    EXPECT_EQ(result.out, "");
    EXPECT_FALSE(fs::exists(run.out / "dawn"));
}

TEST(Output, BelowAFileCannotBeWritten) {
    BanwenRun run;
    test::draw_page(run.in / "1.png", 2);
    test::write_bytes(run.folder.path() / "file", "");
    run.out = run.folder.path() / "file" / "out";
    expect_cannot_write(run, run.convert());
}

TEST(Output, OnAReadOnlyFileSystemCannotBeWritten) {
    BanwenRun run;
    test::draw_page(run.in / "1.png", 2);
    Tmpfs disk(run.out, "size=1m");
    if (!disk.mounted || !disk.make_read_only()) GTEST_SKIP() << "mounting a file system is not allowed here";
    expect_cannot_write(run, run.convert());
}

TEST(Output, OnAFullDiskIsNamedAndLeavesNothingBehind) {
    BanwenRun run;
    test::draw_page(run.in / "1.png", 2);
    Tmpfs disk(run.out, "size=8k");
    if (!disk.mounted) GTEST_SKIP() << "mounting a file system is not allowed here";
    const ProgramResult result = run.convert();
    expect_cannot_write(run, result);
    EXPECT_THAT(result.err, HasSubstr("free some space"));
    EXPECT_THAT(test::results_of(run.out), IsEmpty());
}

// The same where nothing may be mounted: files may not grow beyond 1 kB.
TEST(Output, ThatMayNotGrowIsNamedAndLeavesNothingBehind) {
    BanwenRun run;
    test::draw_page(run.in / "1.png", 2);
    const ProgramResult result =
        test::run_program({"sh", "-c", "ulimit -f 2; exec \"$0\" \"$@\"", BANWEN_PROGRAM, "convert",
                           run.in.native(), "--output", run.out.native()});
    expect_cannot_write(run, result);
    EXPECT_THAT(test::results_of(run.out), IsEmpty());
}

TEST(Output, OfTheFirstRunIsKeptByTheSecondWhichDoesOnlyWhatIsMissing) {
    BanwenRun run;
    test::draw_page(run.in / "a" / "1.png", 2);
    test::draw_page(run.in / "b" / "1.png", 2);
    test::write_bytes(run.in / "b" / "2.png", "");
    EXPECT_EQ(run.convert().status, 1);
    const auto kept = test::tree_of(run.out / "a");
    test::draw_page(run.in / "b" / "2.png", 2);
    const ProgramResult second = run.convert();
    EXPECT_EQ(second.status, 0);
    EXPECT_THAT(second.err, HasSubstr("1 issue written, 1 kept; 2 pages read"));
    EXPECT_THAT(lines_with(second.out, "out/"),
                ElementsAre((run.out / "a").native(), (run.out / "b").native()));
    EXPECT_EQ(test::tree_of(run.out / "a"), kept);
    EXPECT_TRUE(read_manifest(run.out / "b")->complete());
}

TEST(Output, IsVerifiedAgainstItsManifest) {
    BanwenRun run;
    test::draw_page(run.in / "1.png", 2);
    run.convert();
    EXPECT_EQ(BanwenRun::banwen({"verify", run.out.native()}).status, 0);
    test::write_bytes(run.out / "dawn" / "issue.md", "forged");
    const ProgramResult forged = BanwenRun::banwen({"verify", run.out.native()});
    EXPECT_EQ(forged.status, 1);
    EXPECT_THAT(forged.out, HasSubstr("dawn/issue.md"));
    EXPECT_EQ(BanwenRun::banwen({"verify", run.in.native()}).status, 3);
}

// Wherever the run stands when it is killed, what carries an issue's name is whole.
TEST(Output, OfAKilledRunIsWholeOrAbsentAndTheNextRunFinishesIt) {
    BanwenRun whole;
    for (const char* const issue : {"a", "b", "c", "d", "e", "f"})
        test::draw_page(whole.in / issue / "1.png", 4);
    ASSERT_EQ(whole.convert().status, 0);

    for (int moment = 0; moment < 5; ++moment) {
        const fs::path out = whole.folder.path() / ("killed" + std::to_string(moment));
        const std::vector<std::string> words = {BANWEN_PROGRAM, "convert", whole.in.native(), "-o",
                                                out.native()};
        {
            test::Program program(words);
            ::usleep(static_cast<useconds_t>(60'000 * (moment + 1)));
            program.send(SIGKILL);
            program.result();
        }
        for (const char* const issue : {"a", "b", "c", "d", "e", "f"})
            if (fs::exists(out / issue)) {
                const std::optional<Manifest> manifest = read_manifest(out / issue);
                ASSERT_TRUE(manifest);
                EXPECT_THAT(verify_folder(out / issue, *manifest), IsEmpty());
            }
        EXPECT_EQ(test::run_program(words).status, 0);
        EXPECT_EQ(test::results_of(out), test::results_of(whole.out));
    }
}

TEST(Output, OfAnInterruptedRunIsWholeAndTheSignalIsPassedOn) {
    BanwenRun run;
    for (int issue = 0; issue < 8; ++issue)
        test::draw_page(run.in / std::to_string(issue) / "1.png", 12);
    std::vector<std::string> words = run.convert_words();
    words.insert(words.begin(), BANWEN_PROGRAM);
    test::Program program(words);
    ::usleep(100'000);
    program.send(SIGINT);
    EXPECT_EQ(program.result().signal, SIGINT);
    EXPECT_EQ(run.convert().status, 0);
    EXPECT_EQ(BanwenRun::banwen({"verify", run.out.native()}).status, 0);
}

}  // namespace
}  // namespace banwen
