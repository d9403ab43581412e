#include "rooms/check_house.h"

#include <cstdio>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace banwen {
namespace {

using test::check_house;
using test::judge;
using test::write_bytes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The list of exceptions may only become shorter.
TEST(CheckHouse, TheTreeKeepsToItsRules) {
    const std::filesystem::path source = BANWEN_SOURCE;
    const test::Judgement judgement = judge(check_house(source), source / "tests/rooms/house_exceptions.txt");
    EXPECT_THAT(judgement.beyond, IsEmpty());
    for (const std::string& exception : judgement.unneeded)
        std::printf("can be struck off house_exceptions.txt: %s\n", exception.c_str());
}

std::string function_of(int lines) {
    std::string text = "void f() {\n";
    for (int line = 2; line < lines; ++line)
        text += "    g();\n";
    return text + "}\n";
}

class LittleHouse : public testing::Test {
  protected:
    std::vector<std::string> breaches(const std::string& name, const std::string& text) {
        write_bytes(folder_.path() / name, text);
        return check_house(folder_.path());
    }
    test::TempFolder folder_;
};

TEST_F(LittleHouse, FindsALongFunction) {
    EXPECT_THAT(breaches("pipeline/a.cpp", function_of(40)), IsEmpty());
    EXPECT_THAT(breaches("pipeline/a.cpp", function_of(41)),
                ElementsAre("pipeline/a.cpp: f is a long function"));
}

TEST_F(LittleHouse, FindsALongFile) {
    EXPECT_THAT(breaches("tools/a.cpp", std::string(400, '\n')), IsEmpty());
    EXPECT_THAT(breaches("tools/a.cpp", std::string(401, '\n')), ElementsAre("tools/a.cpp: is a long file"));
}

TEST_F(LittleHouse, FindsManyParameters) {
    EXPECT_THAT(breaches("pipeline/a.cpp", "void f(int a, int b, int c, int d, int e);\n"), IsEmpty());
    EXPECT_THAT(breaches("pipeline/a.cpp", "void f(int a, int b, int c, int d, int e, int g);\n"),
                ElementsAre("pipeline/a.cpp: f has many parameters"));
}

TEST_F(LittleHouse, FindsBareBoolsInHeadersAlone) {
    const std::string text =
        "// A room of the little house.\nvoid f(int a, bool loud);\nbool g(const bool* all);\n";
    EXPECT_THAT(breaches("pipeline/a.cpp", text), IsEmpty());
    EXPECT_THAT(breaches("pipeline/a.h", text), ElementsAre("pipeline/a.h: f takes a bare bool"));
}

TEST_F(LittleHouse, FindsAHeaderWithoutPurpose) {
    EXPECT_THAT(breaches("tests/a.h", "#pragma once\n"),
                ElementsAre("tests/a.h: does not open with what it is for"));
}

TEST_F(LittleHouse, FindsAWideComment) {
    EXPECT_THAT(breaches("pipeline/a.cpp", "// " + std::string(107, 'x') + "\n"), IsEmpty());
    EXPECT_THAT(breaches("pipeline/a.cpp", "// " + std::string(108, 'x') + "\n"),
                ElementsAre("pipeline/a.cpp: has a wide comment: // " + std::string(27, 'x')));
}

TEST_F(LittleHouse, FindsADeadLink) {
    write_bytes(folder_.path() / "docs/there.md", "");
    EXPECT_THAT(breaches("README.md", "[a](docs/there.md#part) [b](https://example.org) [c](docs/gone.md)\n"),
                ElementsAre("README.md: links to docs/gone.md"));
}

TEST_F(LittleHouse, LetsPassWhatTheListOfExceptionsHasAndNoMore) {
    const std::filesystem::path list = folder_.path() / "exceptions.txt";
    write_bytes(list, "# why\na.cpp: f is a long function\nb.cpp: is a long file\n");
    const test::Judgement judgement = judge({"a.cpp: f is a long function", "c.cpp: is a long file"}, list);
    EXPECT_THAT(judgement.beyond, ElementsAre("c.cpp: is a long file"));
    EXPECT_THAT(judgement.unneeded, ElementsAre("b.cpp: is a long file"));
}

}  // namespace
}  // namespace banwen
