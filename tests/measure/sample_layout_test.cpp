// The sample pages through the rooms with the oracle in the recognizer's place.
#include <gtest/gtest.h>

#include "measure_layout.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

TEST(MeasureLayout, WalksThePagesOfAnIssue) {
    const std::vector<fs::path> folders = truth_folders(BANWEN_SAMPLES);
    ASSERT_FALSE(folders.empty());
    const std::vector<TruthPage> pages = truth_pages(read_json(folders.front() / "truth.json"));
    ASSERT_EQ(pages.size(), 2U);
    for (const TruthPage& page : pages) {
        const Score score = figures_of(measure_layout(folders.front(), page).tally);
        EXPECT_GE(score.at("line_f1"), 0.99) << page.file;
        EXPECT_GE(score.at("line_article"), 0.97) << page.file;
        EXPECT_LE(score.at("skew_left"), 0.1) << page.file;
    }
}

TEST(TruthFolders, AreFoundBehindLinks) {
    const fs::path folder = fs::path(testing::TempDir()) / "truth_folders";
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::create_directory_symlink(fs::path(BANWEN_SAMPLES) / "liuxi-2024-03-18", folder / "linked");
    EXPECT_EQ(truth_folders(folder), (std::vector<fs::path>{folder / "linked"}));
    fs::remove_all(folder);
}

TEST(TruthFolders, AreNoneWhereThereIsNoTruth) {
    EXPECT_TRUE(truth_folders("/nowhere").empty());
}

}  // namespace
}  // namespace banwen
