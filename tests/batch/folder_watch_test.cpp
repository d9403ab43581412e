#include "batch/folder_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_watch.h"
#include "batch/news_line.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::bytes_of;
using test::draw_small_page;
using test::FakeWatch;
using test::write_bytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::string whole_page() {
    const test::TempFolder folder;
    draw_small_page(folder.path() / "1.png");
    return bytes_of(folder.path() / "1.png");
}

TEST(FolderWatch, TakesAnIssueWhenItsFilesHaveSettled) {
    FakeWatch fake;
    EXPECT_THAT(fake.look(0s), IsEmpty());
    draw_small_page(fake.in / "dawn" / "1.png");
    EXPECT_THAT(fake.look(1s), IsEmpty());
    EXPECT_EQ(fake.watch->waiting(), 1);
    draw_small_page(fake.in / "dawn" / "2.png");
    EXPECT_THAT(fake.look(29s), IsEmpty()) << "it has just grown";
    EXPECT_THAT(fake.look(29s), IsEmpty());
    EXPECT_THAT(fake.look(1s), ElementsAre("taken dawn", "done dawn"));
    EXPECT_EQ(read_manifest(fake.out / "dawn")->inputs.size(), 2U);
    EXPECT_EQ(fake.watch->waiting(), 0);
    EXPECT_THAT(fake.look(1000s), IsEmpty()) << "each is taken once";
}

TEST(FolderWatch, TakesAMarkedIssueAtOnce) {
    FakeWatch fake;
    draw_small_page(fake.in / "a" / "1.png");
    write_bytes(fake.in / "a" / ".done", "");
    draw_small_page(fake.in / "b" / "1.png");
    write_bytes(fake.in / "b.done", "");
    draw_small_page(fake.in / "c" / "1.png");
    EXPECT_THAT(fake.look(0s), ElementsAre("taken a", "done a", "taken b", "done b"));
}

TEST(FolderWatch, NeverWritesWhatIsHalfThere) {
    FakeWatch fake;
    const std::string page = whole_page();
    draw_small_page(fake.in / "dawn" / "1.png");
    write_bytes(fake.in / "dawn" / "2.png", page.substr(0, page.size() - 20));
    fake.look(0s);
    EXPECT_THAT(fake.look(30s), ElementsAre("taken dawn", "waiting dawn"));
    EXPECT_FALSE(fs::exists(fake.out / "dawn"));
    EXPECT_THAT(fake.look(60s), IsEmpty()) << "the same files need not be tried again";
    write_bytes(fake.in / "dawn" / "2.png", page);
    fake.look(1s);
    EXPECT_THAT(fake.look(30s), ElementsAre("taken dawn", "done dawn"));
    EXPECT_TRUE(fake.is_complete("dawn"));
    EXPECT_EQ(fake.times("read 1.png"), 1);
}

TEST(FolderWatch, ReadsAgainWhatChangesWhileItIsRead) {
    FakeWatch fake;
    // Its reader leaves a file beside it, the first time.
    draw_small_page(fake.in / "dawn" / "killed-once.png");
    fake.look(0s);
    EXPECT_THAT(fake.look(30s), ElementsAre("taken dawn", "changed dawn"));
    EXPECT_THAT(fake.look(30s), IsEmpty());
    EXPECT_THAT(fake.look(30s), ElementsAre("taken dawn", "done dawn"));
}

TEST(FolderWatch, QuarantinesWhatStaysUnreadable) {
    FakeWatch fake;
    fake.watched.after = AfterTaking::move;
    fake.restart();
    draw_small_page(fake.in / "dawn" / "1.png");
    write_bytes(fake.in / "dawn" / "2.png", "this is no image");
    fake.look(0s);
    fake.look(30s);
    EXPECT_THAT(fake.look(569s), IsEmpty());
    EXPECT_THAT(fake.look(1s), ElementsAre("quarantined dawn"));
    EXPECT_TRUE(fs::exists(fake.in / "_quarantine" / "dawn" / "1.png"));
    const std::string reason = (fake.in / "dawn" / "2.png").native() + ": is not an image";
    EXPECT_THAT(bytes_of(fake.in / "_quarantine" / "dawn.reason.txt"), StartsWith(reason));
    EXPECT_EQ(read_manifest(fake.out / "dawn")->failed_pages.size(), 1U) << "what can be read is there";
    EXPECT_THAT(bytes_of(fake.out / "status.json"), HasSubstr(reason));
}

TEST(FolderWatch, NeverTouchesInputsThatAreToBeKept) {
    FakeWatch fake;
    draw_small_page(fake.in / "good" / "1.png");
    write_bytes(fake.in / "bad" / "1.png", "this is no image");
    const auto before = test::tree_of(fake.in);
    for (int look = 0; look < 3; ++look)
        fake.look(600s);
    EXPECT_TRUE(fake.is_complete("good"));
    EXPECT_THAT(bytes_of(fake.out / "status.json"), HasSubstr("\"issue\": \"bad\""));
    EXPECT_EQ(test::tree_of(fake.in), before);
}

TEST(FolderWatch, MovesWhatIsDone) {
    FakeWatch fake;
    fake.watched.after = AfterTaking::move;
    fake.restart();
    draw_small_page(fake.in / "dawn" / "1.png");
    write_bytes(fake.in / "dawn.done", "");
    EXPECT_THAT(fake.look(0s), ElementsAre("taken dawn", "done dawn"));
    EXPECT_TRUE(fs::exists(fake.in / "_done" / "dawn" / "1.png"));
    EXPECT_FALSE(fs::exists(fake.in / "dawn"));
    EXPECT_FALSE(fs::exists(fake.in / "dawn.done"));

    // Another issue of that name must not be put away unconverted.
    draw_small_page(fake.in / "dawn" / "1.png", 200);
    write_bytes(fake.in / "dawn.done", "");
    fake.look(1s);
    EXPECT_THAT(fake.look(1s), ElementsAre("quarantined dawn"));
    EXPECT_TRUE(fs::exists(fake.in / "_quarantine" / "dawn" / "1.png"));
}

TEST(FolderWatch, DeletesOnlyWhatItConverted) {
    FakeWatch fake;
    fake.watched.after = AfterTaking::remove;
    fake.restart();
    draw_small_page(fake.in / "a" / "1.png");
    draw_small_page(fake.in / "b" / "1.png");
    write_bytes(fake.in / "b" / "notes.txt", "mine");
    write_bytes(fake.in / "c" / "1.png", "this is no image");
    for (int look = 0; look < 3; ++look)
        fake.look(600s);
    EXPECT_FALSE(fs::exists(fake.in / "a"));
    EXPECT_FALSE(fs::exists(fake.in / "b" / "1.png"));
    EXPECT_TRUE(fs::exists(fake.in / "b" / "notes.txt"));
    EXPECT_TRUE(fs::exists(fake.in / "_quarantine" / "c" / "1.png"));
}

TEST(FolderWatch, RemembersOverItsEnd) {
    FakeWatch fake;
    draw_small_page(fake.in / "dawn" / "1.png");
    write_bytes(fake.in / "dawn" / ".done", "");
    EXPECT_THAT(fake.look(0s), ElementsAre("taken dawn", "done dawn"));
    fake.restart();
    EXPECT_THAT(fake.look(100s), IsEmpty());
    draw_small_page(fake.in / "dawn" / "2.png");
    EXPECT_THAT(fake.look(1s), ElementsAre("taken dawn", "done dawn")) << "files that changed in place";
    EXPECT_EQ(read_manifest(fake.out / "dawn")->inputs.size(), 2U);
    EXPECT_EQ(fake.times("read 1.png"), 1);
}

TEST(FolderWatch, TakesSingleFilesAsIssues) {
    FakeWatch fake;
    draw_small_page(fake.in / "dawn.png");
    draw_small_page(fake.in / ".hidden.png");
    fake.look(0s);
    EXPECT_THAT(fake.look(30s), ElementsAre("taken dawn.png", "done dawn.png"));
    EXPECT_TRUE(fake.is_complete("dawn"));
}

TEST(FolderWatch, KeepsItsWorkersAsLongAsThereIsWork) {
    FakeWatch fake;
    for (const char* const issue : {"a", "b", "c"}) {
        draw_small_page(fake.in / issue / "1.png");
        write_bytes(fake.in / (std::string(issue) + ".done"), "");
    }
    fake.look(0s);
    draw_small_page(fake.in / "d" / "1.png");
    write_bytes(fake.in / "d.done", "");
    EXPECT_THAT(fake.look(1s), ElementsAre("taken d", "done d"));
    EXPECT_EQ(fake.times("start"), 1);
    fake.look(1s);
    write_bytes(fake.in / "e.done", "");
    draw_small_page(fake.in / "e" / "1.png");
    fake.look(1s);
    EXPECT_EQ(fake.times("start"), 2) << "where nothing comes, they need not take memory";
}

TEST(FolderWatch, QuarantinesOnlyTheIssueInWhosePlaceAStrangerStands) {
    FakeWatch fake;
    for (const char* const issue : {"a", "b"}) {
        draw_small_page(fake.in / issue / "1.png");
        write_bytes(fake.in / (std::string(issue) + ".done"), "");
    }
    write_bytes(fake.out / "a" / "notes.txt", "mine");
    EXPECT_THAT(fake.look(0s), ElementsAre("taken a", "waiting a", "taken b", "done b"));
    EXPECT_THAT(fake.look(0s), ElementsAre("quarantined a"));
    EXPECT_EQ(bytes_of(fake.out / "a" / "notes.txt"), "mine");
}

TEST(FolderWatch, EndsWhereNothingCanBeWritten) {
    FakeWatch fake;
    draw_small_page(fake.in / "dawn" / "1.png");
    write_bytes(fake.in / "dawn" / ".done", "");
    write_bytes(fake.out, "a file where the output should be");
    EXPECT_THROW(fake.look(0s), Error);
}

TEST(NewsLine, IsOneLineWhateverIsSaid) {
    const WatchNews news{"done", "a\nb\xFF", "it\n\"is\""};
    EXPECT_EQ(text_line(news), "banwen: done: a\\x0Ab\\xFF: it\\x0A\"is\"");
    EXPECT_EQ(
        json_line(news, 0),
        R"({"time":"1970-01-01T00:00:00Z","event":"done","issue":"a\\x0Ab\\xFF","message":"it\\x0A\"is\""})");
}

}  // namespace
}  // namespace banwen
