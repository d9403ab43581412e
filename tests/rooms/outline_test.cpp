#include "rooms/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banwen {
namespace {

using test::Function;
using test::functions_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> names_of(const std::string& source) {
    std::vector<std::string> names;
    for (const Function& function : functions_of(source))
        names.push_back(function.name);
    return names;
}

TEST(FunctionsOf, CountsFromTheFirstLineToTheClosingBrace) {
    const std::vector<Function> functions = functions_of(
        "namespace a {\n\n// why\nint first(int x,\n          int y) {\n    if (x) {\n        y();\n    }\n"
        "    return x;\n}\n\nvoid second() {}\n}  // namespace a\n");
    ASSERT_EQ(functions.size(), 2U);
    EXPECT_EQ(functions[0].name, "first");
    EXPECT_EQ(functions[0].line, 4);
    EXPECT_EQ(functions[0].lines, 7);
    EXPECT_THAT(functions[0].parameters, ElementsAre("int x", "int y"));
    EXPECT_EQ(functions[1].lines, 1);
    EXPECT_THAT(functions[1].parameters, IsEmpty());
}

TEST(FunctionsOf, FindsMembersAndConstructors) {
    EXPECT_THAT(
        names_of("class Page : public Sheet {\n  public:\n    explicit Page(int n) : n_(n), m_{} { go(); }\n"
                 "    int size() const { return 1; }\n  private:\n    int n_ = f(1, 2, 3);\n};\n"
                 "Page::~Page() {}\n"),
        ElementsAre("Page", "size", "Page::~Page"));
}

TEST(FunctionsOf, TakesNoNoteOfWhatStandsInsideOfAFunction) {
    EXPECT_THAT(
        names_of("void f() {\n    const auto g = [](int a) { return a; };\n    struct X { void h(); };\n}\n"),
        ElementsAre("f"));
}

TEST(FunctionsOf, IsNotMisledByTextAndComments) {
    EXPECT_THAT(
        names_of("// void a() {\nconst char* t = \"void b() {\";\nconst char c = '{';\nint n = 10'000;\n"
                 "#define D() {\nconst char* r = R\"(void e() {)\";\nvoid f() {}\n"),
        ElementsAre("f"));
}

TEST(FunctionsOf, CountsParametersOfOneFunctionOnly) {
    const std::vector<Function> functions = functions_of(
        "void run(const std::function<void(int, int, int)>& tell, std::map<int, int> seen = {{1, 2}});\n");
    ASSERT_EQ(functions.size(), 1U);
    EXPECT_EQ(functions[0].parameters.size(), 2U);
    EXPECT_EQ(functions[0].lines, 0);
}

TEST(FunctionsOf, NamesATestByWhatItSays) {
    EXPECT_THAT(names_of("TEST(Page, IsRead) {\n}\n"), ElementsAre("TEST(Page,IsRead)"));
}

}  // namespace
}  // namespace banwen
