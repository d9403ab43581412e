// Unattended runs as their operators meet them: chunks, hot folders, limits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/banwen_run.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::BanwenRun;
using test::draw_shade;
using test::lines_with;
using test::ProgramResult;
using ::testing::HasSubstr;
using ::testing::SizeIs;

void draw_issues(const fs::path& folder, const std::vector<std::string>& issues) {
    for (const std::string& issue : issues)
        draw_shade(folder / issue / "1.png", 20, 30, 255);
}

TEST(Chunks, OfAListGiveTheSameFilesAsOneRun) {
    BanwenRun run;
    draw_issues(run.in, {"a", "b", "c"});
    ASSERT_EQ(run.convert().status, 0);
    const ProgramResult list = BanwenRun::banwen({"plan", run.in.native(), "--chunks", "2"});
    ASSERT_EQ(list.status, 0);
    const fs::path file = run.folder.path() / "list";
    const fs::path out = run.folder.path() / "parts";
    test::write_bytes(file, list.out);
    const auto convert = [&](const std::string& chunk) {
        return BanwenRun::banwen({"convert", "--list", file.native(), "--chunk", chunk, "-o", out.native()})
            .status;
    };
    EXPECT_EQ(convert("1"), 0);
    const ProgramResult half = BanwenRun::banwen({"merge", file.native(), "-o", out.native()});
    EXPECT_EQ(half.status, 1);
    EXPECT_THAT(half.out, HasSubstr("chunk 2: has not ended"));
    EXPECT_EQ(convert("2"), 0);
    const ProgramResult merged = BanwenRun::banwen({"merge", file.native(), "-o", out.native()});
    EXPECT_EQ(merged.status, 0);
    EXPECT_THAT(merged.out, HasSubstr("3 issues written"));
    EXPECT_EQ(test::results_of(out), test::results_of(run.out));
    EXPECT_EQ(convert("3"), 2);
}

TEST(Watch, TakesWhatIsThereAndTellsItsLog) {
    BanwenRun run;
    draw_issues(run.in, {"a", "b"});
    test::write_bytes(run.in / "b" / "2.png", "this is no image");
    const ProgramResult watched =
        BanwenRun::banwen({"watch", run.in.native(), "-o", run.out.native(), "--settle", "0", "--patience",
                           "0", "--after", "move", "--log", "json", "--once"});
    EXPECT_EQ(watched.status, 0) << watched.err;
    EXPECT_THAT(lines_with(watched.err, R"("event":"done","issue":"a")"), SizeIs(1));
    EXPECT_THAT(lines_with(watched.err, R"("event":"quarantined","issue":"b")"), SizeIs(1));
    EXPECT_TRUE(fs::exists(run.in / "_done" / "a" / "1.png"));
    EXPECT_TRUE(fs::exists(run.in / "_quarantine" / "b" / "2.png"));
    EXPECT_THAT(test::bytes_of(run.out / "status.json"), HasSubstr("banwen-status/1"));
    EXPECT_TRUE(read_manifest(run.out / "a")->complete());
}

TEST(Watch, EndsInOrderWhenItIsTold) {
    BanwenRun run;
    fs::create_directories(run.in);
    test::Program program({BANWEN_PROGRAM, "watch", run.in.native(), "-o", run.out.native()});
    while (!fs::exists(run.out / "status.json"))
        ::usleep(20'000);
    program.send(SIGTERM);
    EXPECT_EQ(program.result().status, 0);
}

TEST(Convert, EndsWithTheFirstFailedPageWhereThatIsAskedFor) {
    BanwenRun run;
    draw_issues(run.in, {"b"});
    test::write_bytes(run.in / "a" / "1.png", "this is no image");
    std::vector<std::string> words = run.convert_words();
    words.insert(words.end(), {"--jobs", "1", "--on-page-error", "abort"});
    EXPECT_NE(BanwenRun::banwen(words).status, 0);
    EXPECT_FALSE(fs::exists(run.out / "b"));
    words.back() = "skip";
    EXPECT_EQ(BanwenRun::banwen(words).status, 1);
    EXPECT_TRUE(fs::exists(run.out / "b"));
    words.insert(words.end(), {"--max-failures", "50%"});
    EXPECT_EQ(BanwenRun::banwen(words).status, 1);
}

TEST(Convert, PurgesWhatItKept) {
    BanwenRun run;
    draw_issues(run.folder.path(), {"dawn"});
    ASSERT_EQ(run.convert().status, 0);
    EXPECT_TRUE(fs::exists(run.out / ".banwen"));
    EXPECT_EQ(BanwenRun::banwen({"convert", "-o", run.out.native(), "--purge"}).status, 0);
    EXPECT_FALSE(fs::exists(run.out / ".banwen"));
    EXPECT_TRUE(fs::exists(run.out / "dawn"));
}

TEST(Worker, IsNoCommandForPeople) {
    EXPECT_EQ(BanwenRun::banwen({"worker"}).status, 2);
    EXPECT_EQ(BanwenRun::banwen({"--help"}).out.find("worker"), std::string::npos);
}

}  // namespace
}  // namespace banwen
