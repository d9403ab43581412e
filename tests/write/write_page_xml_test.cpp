#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "support/temp_folder.h"
#include "write/written_sample.h"
#include "write/xml_text.h"
#include "write/xml_tools.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

TEST(WritePageXml, GivesTheTextOfEachArticleBack) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        std::map<std::string, std::string> read;
        for (const auto& [name, bytes] : test::tree_of(test::write_all_formats(issue, out.path()) / "page")) {
            pugi::xml_document document;
            ASSERT_TRUE(document.load_string(bytes.c_str())) << name;
            for (const pugi::xpath_node& region : document.select_nodes("//TextRegion")) {
                const std::string id = region.node().attribute("id").value();
                read[id.substr(0, id.rfind('_'))] += region.node().child("TextEquiv").child_value("Unicode");
            }
        }
        auto found = read.begin();
        for (const Article& article : issue.articles)
            for (const Block& block : article.blocks) {
                if (block.text.empty()) continue;
                ASSERT_NE(found, read.end());
                EXPECT_EQ((found++)->second, xml_text(block.text));
            }
        EXPECT_EQ(found, read.end());
    }
}

TEST(WritePageXml, FollowsTheOfficialSchema) {
    constexpr const char* kSchema = "page/pagecontent-2019-07-15.xsd";
    if (std::string_view(BANWEN_SCHEMAS).empty()) GTEST_SKIP() << "BANWEN_SCHEMAS names no folder of schemas";
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const fs::path folder = test::write_all_formats(issue, out.path()) / "page";
        for (const auto& [name, bytes] : test::tree_of(folder)) {
            EXPECT_EQ(test::validate(folder / name, kSchema), "");
            std::string wrong = bytes;
            wrong.replace(wrong.find("<Creator>banwen</Creator>"), 25, "<Maker/>");
            test::write_bytes(out.path() / "wrong.xml", wrong);
            EXPECT_NE(test::validate(out.path() / "wrong.xml", kSchema), "");
        }
    }
}

}  // namespace
}  // namespace banwen
