#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "core/characters.h"
#include "support/temp_folder.h"
#include "write/write_issue.h"
#include "write/written_sample.h"
#include "write/xml_text.h"
#include "write/xml_tools.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// The texts of the issue's blocks as a reader of ALTO puts them together, by article and block.
std::map<std::string, std::string> read_blocks(const fs::path& folder) {
    std::map<std::string, std::string> texts;
    for (const auto& [name, bytes] : test::tree_of(folder)) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(bytes.c_str())) << name;
        for (const pugi::xpath_node& block : document.select_nodes("//TextBlock")) {
            const std::string id = block.node().attribute("ID").value();
            std::string& text = texts[id.substr(0, id.rfind('_'))];
            for (const pugi::xml_node line : block.node().children("TextLine")) {
                const std::string seam = line.child("String").attribute("SUBS_TYPE").value();
                if (!text.empty() && seam != "HypPart2") text += ' ';
                for (const pugi::xml_node part : line.children())
                    text += std::string_view(part.name()) == "SP" ? " " : part.attribute("CONTENT").value();
            }
        }
    }
    return texts;
}

std::vector<std::string> texts_of(const Issue& issue) {
    std::vector<std::string> texts;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            if (!block.text.empty()) texts.push_back(xml_text(block.text));
    return texts;
}

TEST(WriteAlto, GivesTheTextOfEachArticleBack) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        std::vector<std::string> read;
        for (const auto& [id, text] : read_blocks(test::write_all_formats(issue, out.path()) / "alto"))
            read.push_back(text);
        EXPECT_EQ(read, texts_of(issue));
    }
}

TEST(WriteAlto, FollowsTheOfficialSchema) {
    if (std::string_view(BANWEN_SCHEMAS).empty()) GTEST_SKIP() << "BANWEN_SCHEMAS names no folder of schemas";
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const fs::path folder = test::write_all_formats(issue, out.path()) / "alto";
        for (const auto& [name, bytes] : test::tree_of(folder)) {
            EXPECT_EQ(test::validate(folder / name, "alto/alto-4-4.xsd"), "");
            std::string wrong = bytes;
            wrong.replace(wrong.find("<PrintSpace"), 11, "<Printspace");
            wrong.replace(wrong.find("</PrintSpace"), 12, "</Printspace");
            test::write_bytes(out.path() / "wrong.xml", wrong);
            EXPECT_NE(test::validate(out.path() / "wrong.xml", "alto/alto-4-4.xsd"), "");
        }
    }
}

TEST(WriteAlto, WritesTheOlderVersionOnDemand) {
    const test::TempFolder out;
    write_issue(test::printed_sample(), out.path(), {.formats = {"alto"}, .alto_version = "4.2"});
    const fs::path folder = out.path() / test::printed_sample().id / "alto";
    for (const auto& [name, page] : test::documents_in(folder)) {
        EXPECT_STREQ(page.child("alto").attribute("SCHEMAVERSION").value(), "4.2");
        EXPECT_FALSE(page.select_node("//ReadingOrder"));
        if (!std::string_view(BANWEN_SCHEMAS).empty()) {
            EXPECT_EQ(test::validate(folder / name, "alto/alto-4-2.xsd"), "");
        }
    }
}

// Readers put the word together from either half, wherever the other one stands.
TEST(WriteAlto, TellsTheWholeWordAtEverySeam) {
    const test::TempFolder out;
    int seams = 0;
    for (const auto& [name, page] :
         test::documents_in(test::write_all_formats(test::printed_sample(), out.path()) / "alto"))
        for (const pugi::xpath_node& half : page.select_nodes("//String[@SUBS_TYPE]")) {
            const std::u32string whole = from_utf8(half.node().attribute("SUBS_CONTENT").value());
            const std::u32string own = from_utf8(half.node().attribute("CONTENT").value());
            const bool first = std::string_view(half.node().attribute("SUBS_TYPE").value()) == "HypPart1";
            ASSERT_EQ(whole.size(), 2U);
            EXPECT_EQ(first ? whole.front() : whole.back(), own.front());
            ++seams;
        }
    EXPECT_GT(seams, 200);
}

TEST(WriteAlto, TellsOfOtherReadings) {
    Issue issue = test::hostile_sample();
    Block& title = issue.articles[1].blocks[0];
    title.lines[0].glyphs.assign(4, title.lines[0].glyphs[0]);
    title.lines[0].glyphs[1].readings = {{"集", 0.6}, {"隼", 0.3}};
    const test::TempFolder out;
    const fs::path folder = test::write_all_formats(issue, out.path());
    pugi::xml_document document;
    ASSERT_TRUE(document.load_file((folder / "alto/dawn-2020-03-24-a-p0002.xml").c_str()));
    const pugi::xml_node glyph = document.select_node("//Glyph[@CONTENT='集']").node();
    EXPECT_EQ(glyph.attribute("GC").as_double(), 0.6);
    EXPECT_STREQ(glyph.child("Variant").attribute("CONTENT").value(), "隼");
}

}  // namespace
}  // namespace banwen
