#include "scan/find_issues.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "core/error.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using namespace fixtures;

class FindIssues : public ::testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path() / name; }

    void add_page(const std::string& name) {
        fs::create_directories(fs::path(path(name)).parent_path());
        write_file(path(name), encoded(gray_picture(), ".png"));
    }
    void add_text(const std::string& name) { write_file(path(name), std::string("{}")); }

    std::vector<std::string> page_names(const IssueSource& issue) const {
        std::vector<std::string> names;
        for (const PageRef& page : issue.pages)
            names.push_back(fs::path(page.file).filename());
        return names;
    }
    std::string refusal(const std::vector<std::string>& inputs) const {
        try {
            find_issues(inputs);
        } catch (const Error& error) {
            return error.code() == ExitCode::unreadable_input ? error.what() : "wrong exit status";
        }
        return "";
    }

    test::TempFolder folder_;
};

using Names = std::vector<std::string>;

TEST_F(FindIssues, TakesAFolderOfPagesAsOneIssue) {
    for (const std::string name : {"day/page-10.png", "day/page-2.png", "day/page-1.png"})
        add_page(name);
    const std::vector<IssueSource> issues = find_issues({path("day")});
    ASSERT_EQ(issues.size(), 1);
    EXPECT_EQ(issues[0].name, "day");
    EXPECT_EQ(page_names(issues[0]), (Names{"page-1.png", "page-2.png", "page-10.png"}));
}

TEST_F(FindIssues, NamesAFolderAlikeWithASlashAtItsEnd) {
    add_page("day/1.png");
    EXPECT_EQ(find_issues({path("day/")})[0].name, "day");
    EXPECT_EQ(find_issues({path("day/.")})[0].name, "day");
}

TEST_F(FindIssues, LeavesOutWhatIsNoPage) {
    add_page("day/1.png");
    add_page("day/.hidden.png");
    add_page("day/@eaDir/1.png");
    for (const std::string name : {"day/Thumbs.db", "day/truth.json", "day/note.txt"})
        add_text(name);
    EXPECT_EQ(page_names(find_issues({path("day")})[0]), (Names{"1.png"}));
}

TEST_F(FindIssues, TakesAScanWithoutAnExtension) {
    add_page("day/0001");
    EXPECT_EQ(page_names(find_issues({path("day")})[0]), (Names{"0001"}));
}

TEST_F(FindIssues, KeepsADamagedPageSoThatItIsMissed) {
    add_page("day/1.png");
    add_text("day/2.tif");
    EXPECT_EQ(page_names(find_issues({path("day")})[0]), (Names{"1.png", "2.tif"}));
}

TEST_F(FindIssues, TakesAFolderOfFoldersAsARun) {
    for (const std::string name : {"run/二日/1.png", "run/十日/1.png", "run/一日/1.png", "run/一日/2.png"})
        add_page(name);
    fs::create_directories(path("run/empty"));
    const std::vector<IssueSource> issues = find_issues({path("run")});
    ASSERT_EQ(issues.size(), 3);
    EXPECT_EQ(issues[0].name, "一日");
    EXPECT_EQ(issues[0].pages.size(), 2);
    EXPECT_EQ(issues[1].name, "二日");
    EXPECT_EQ(issues[2].name, "十日");
}

TEST_F(FindIssues, NamesDeeperFoldersByTheirWholeWay) {
    add_page("run/1949/10/01/1.png");
    add_page("run/1949/10/02/1.png");
    const std::vector<IssueSource> issues = find_issues({path("run")});
    ASSERT_EQ(issues.size(), 2);
    EXPECT_EQ(issues[0].name, "1949-10-01");
    EXPECT_EQ(issues[1].name, "1949-10-02");
}

TEST_F(FindIssues, TakesNamedFilesAsOneIssue) {
    add_page("day/2.png");
    add_page("day/1.png");
    const std::vector<IssueSource> issues = find_issues({path("day/2.png"), path("day/1.png")});
    ASSERT_EQ(issues.size(), 1);
    EXPECT_EQ(issues[0].name, "day");
    EXPECT_EQ(page_names(issues[0]), (Names{"1.png", "2.png"}));
    EXPECT_EQ(find_issues({path("day/2.png")})[0].name, "2");
}

TEST_F(FindIssues, TakesNamesOfAnyBytes) {
    add_page("day/\xb5\xda\xd2\xbb.png");
    EXPECT_EQ(page_names(find_issues({path("day")})[0]), (Names{"\xb5\xda\xd2\xbb.png"}));
}

TEST_F(FindIssues, DoesNotHangInALinkToItself) {
    add_page("run/day/1.png");
    fs::create_directory_symlink(path("run"), path("run/loop"));
    EXPECT_EQ(find_issues({path("run")}).size(), 1);
}

TEST_F(FindIssues, FollowsALinkToAnotherFolder) {
    add_page("elsewhere/1.png");
    fs::create_directories(path("run"));
    fs::create_directory_symlink(path("elsewhere"), path("run/day"));
    ASSERT_EQ(find_issues({path("run")}).size(), 1);
    EXPECT_EQ(find_issues({path("run")})[0].name, "day");
}

TEST_F(FindIssues, RefusesAFolderWithPagesAndFoldersOfPages) {
    add_page("day/1.png");
    add_page("day/more/2.png");
    EXPECT_EQ(
        refusal({path("day")}),
        path("day") + ": holds both pages and folders of pages; put the pages into a folder of their own");
}

TEST_F(FindIssues, RefusesAFolderWithoutImages) {
    fs::create_directories(path("day"));
    add_text("day/note.txt");
    EXPECT_EQ(refusal({path("day")}), path("day") +
                                          ": the folder holds no page images; name one with TIFF, JPEG, PNG, "
                                          "JPEG 2000, PDF files");
}

TEST_F(FindIssues, RefusesWhatDoesNotExist) {
    EXPECT_EQ(refusal({path("day")}), path("day") + ": there is no such file or folder; check the name");
}

}  // namespace
}  // namespace banwen
