// What the command line takes and refuses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/banwen_run.h"

namespace banwen {
namespace {

using test::BanwenRun;
using test::lines_with;
using test::ProgramResult;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(Usage, HelpSaysWhatANewcomerNeeds) {
    const ProgramResult help = BanwenRun::banwen({"convert", "--help"});
    EXPECT_EQ(help.status, 0);
    for (const char* const word : {"--output", "--format", "--jobs", "--paper", "--lang", "--model",
                                   "--punctuation", "--redo", "--config", "Examples:", "Exit status:"})
        EXPECT_THAT(help.out, HasSubstr(word));
    EXPECT_THAT(BanwenRun::banwen({"--help"}).out, HasSubstr("convert"));
}

TEST(Usage, VersionIsThatOfTheResults) {
    BanwenRun run;
    test::draw_shade(run.in / "1.png", 10, 10, 255);
    run.convert();
    EXPECT_EQ(BanwenRun::banwen({"--version"}).out, "banwen " + run.manifest()->version + "\n");
}

TEST(Usage, WrongUsageIsOneLineAndStatusTwo) {
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"convrt"},
        {"convert", "--frmat", "md"},
        {"convert", "x"},
        {"convert", "--output", "x"},
        {"convert", "x", "-o", "y", "--format", "docx"},
        {"convert", "x", "-o", "y", "--jobs", "-1"},
        {"convert", "x", "-o", "y", "--date", "2024-02-30"},
        {"convert", "x", "-o", "y", "--edition", "../a"},
        {"convert", "x", "-o", "y", "--redo", "some"},
        {"convert", "x", "-o", "y", "--config", "/nowhere/banwen.toml"},
        {"convert", "x", "-o", "y", "--list", "z"},
        {"convert", "x", "-o", "y", "--chunk", "1"},
        {"convert", "x", "-o", "y", "--max-failures", "many"},
        {"convert", "x", "-o", "y", "--max-failures", "2.5"},
        {"convert", "x", "-o", "y", "--on-page-error", "cry"},
        {"convert", "x", "-o", "y", "--max-memory", "-1"},
        {"plan", "x", "--chunks", "0"},
        {"merge", "x"},
        {"watch", "x"},
        {"watch", "x", "-o", "y", "--after", "burn"},
        {"score", "x"},
        {"score", "x", "y", "--by", "colour"},
        {"search", "x"},
        {"verify"},
    };
    for (const auto& words : wrong) {
        const ProgramResult result = BanwenRun::banwen(words);
        EXPECT_EQ(result.status, 2) << ::testing::PrintToString(words);
        EXPECT_THAT(lines_with(result.err, ""), SizeIs(1)) << result.err;
        EXPECT_EQ(result.out, "");
    }
}

TEST(Usage, AModelThatIsMissingIsStatusFour) {
    BanwenRun run;
    test::draw_shade(run.in / "1.png", 10, 10, 255);
    std::vector<std::string> words = run.convert_words();
    words.insert(words.end(), {"--model", "/nowhere/any.traineddata"});
    const ProgramResult result = BanwenRun::banwen(words);
    EXPECT_EQ(result.status, 4);
    EXPECT_THAT(lines_with(result.err, "any.traineddata"), SizeIs(1));
}

TEST(Usage, AConfigFileHoldsTheSameOptionsAndTheCommandLineWins) {
    BanwenRun run;
    test::draw_shade(run.in / "1.png", 10, 10, 255);
    const std::filesystem::path config = run.folder.path() / "banwen.toml";
    test::write_bytes(config,
                      "output = \"" + run.out.native() +
                          "\"\nformat = [\"lines\", \"md\"]\npaper = \"dusk\"\ndate = \"2024-03-18\"\n");
    const ProgramResult result =
        BanwenRun::banwen({"convert", run.in.native(), "--config", config.native(), "--paper", "dawn"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(std::filesystem::exists(run.out / "dawn-2024-03-18-a" / "lines.jsonl")) << result.out;

    test::write_bytes(config, "fromat = \"md\"\n");
    const ProgramResult typo = BanwenRun::banwen({"convert", run.in.native(), "--config", config.native()});
    EXPECT_EQ(typo.status, 2);
    EXPECT_THAT(typo.err, HasSubstr("fromat"));
}

}  // namespace
}  // namespace banwen
