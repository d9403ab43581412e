#include "batch/page_journal.h"

#include <set>

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

const std::string kKey(64, 'a');

struct Journal {
    test::TempFolder folder;
    PageJournal journal{folder.path() / "pages"};

    fs::path only_file() const {
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file()) return entry.path();
        return "";
    }
};

TEST(PageJournal, GivesBackWhatItWasGiven) {
    Journal kept;
    EXPECT_FALSE(kept.journal.find(kKey));
    kept.journal.keep(kKey, {std::string("by\0tes", 6), "note"});
    const std::optional<KeptPage> back = kept.journal.find(kKey);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->page, std::string("by\0tes", 6));
    EXPECT_EQ(back->note, "note");
    EXPECT_FALSE(kept.journal.find(std::string(64, 'b')));
}

TEST(PageJournal, DoesNotBelieveADamagedFile) {
    Journal kept;
    kept.journal.keep(kKey, {"what was read", ""});
    const std::string whole = test::bytes_of(kept.only_file());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        test::write_bytes(kept.only_file(), whole.substr(0, length));
        EXPECT_FALSE(kept.journal.find(kKey)) << "cut at " << length;
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string wrong = whole;
        wrong[at] = static_cast<char>(wrong[at] ^ 1);
        test::write_bytes(kept.only_file(), wrong);
        EXPECT_FALSE(kept.journal.find(kKey)) << "changed at " << at;
    }
    test::write_bytes(kept.only_file(), whole);
    EXPECT_TRUE(kept.journal.find(kKey));
}

TEST(PageJournal, LeavesNoPartsBehind) {
    Journal kept;
    kept.journal.keep(kKey, {"once", ""});
    kept.journal.keep(kKey, {"twice", ""});
    EXPECT_EQ(test::tree_of(kept.folder.path()).size(), 1U);
    EXPECT_EQ(kept.journal.find(kKey)->page, "twice");
}

TEST(PageKey, ChangesWithAllThatCanChangeWhatIsRead) {
    const WorkerReady worker{.program = "p", .models = {{"m", "f", "sha", "lstm"}}};
    const PageInfo page{.number = 1, .file = "a.png", .index_in_file = 0, .sha256 = "bytes"};
    std::set<std::string> keys = {page_key(worker, "options", page)};
    const auto differs = [&](const std::string& key) { return keys.insert(key).second; };
    EXPECT_TRUE(differs(page_key(worker, "others", page)));
    WorkerReady other = worker;
    other.program = "q";
    EXPECT_TRUE(differs(page_key(other, "options", page)));
    other = worker;
    other.models[0].sha256 = "sha2";
    EXPECT_TRUE(differs(page_key(other, "options", page)));
    other = worker;
    other.models[0].engine = "tesseract";
    EXPECT_TRUE(differs(page_key(other, "options", page)));
    PageInfo moved = page;
    moved.number = 2;
    EXPECT_TRUE(differs(page_key(worker, "options", moved)));
    moved = page;
    moved.index_in_file = 1;
    EXPECT_TRUE(differs(page_key(worker, "options", moved)));
    moved = page;
    moved.sha256 = "others";
    EXPECT_TRUE(differs(page_key(worker, "options", moved)));
    moved = page;
    moved.file = "elsewhere/a.png";
    EXPECT_FALSE(differs(page_key(worker, "options", moved))) << "a file may be moved";
}

}  // namespace
}  // namespace banwen
