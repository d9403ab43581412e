#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checksum/sha256.h"
#include "support/temp_folder.h"
#include "write/write_issue.h"
#include "write/written_sample.h"
#include "write/xml_tools.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// Only the format mets is asked for: it must bring the files that it points to.
fs::path write_mets_of(const Issue& issue, const fs::path& output) {
    write_issue(issue, output, {.formats = {"mets"}, .version = "1"});
    return output / issue.id;
}

pugi::xml_document read(const fs::path& file) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_file(file.c_str()));
    return document;
}

// An ALTO block's text, a space where two of its lines have a gap between them.
std::string text_of_block(const pugi::xml_node& block, std::string text) {
    for (const pugi::xml_node line : block.children("TextLine")) {
        const std::string seam = line.child("String").attribute("SUBS_TYPE").value();
        if (!text.empty() && seam != "HypPart2") text += ' ';
        for (const pugi::xml_node part : line.children())
            text += std::string_view(part.name()) == "SP" ? " " : part.attribute("CONTENT").value();
    }
    return text;
}

TEST(WriteMets, LeadsToTheTextOfEachArticleBlockByBlock) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const fs::path folder = write_mets_of(issue, out.path());
        const pugi::xml_document mets = read(folder / "mets.xml");
        std::map<std::string, pugi::xml_document> altos;
        for (const pugi::xpath_node& file : mets.select_nodes("//mets:fileGrp[@USE='Text']/mets:file"))
            altos[file.node().attribute("ID").value()] =
                read(folder / file.node().child("mets:FLocat").attribute("xlink:href").value());
        std::vector<std::string> found, wanted;
        for (const pugi::xpath_node& part :
             mets.select_nodes("//mets:structMap[@TYPE='LOGICAL']/mets:div/mets:div/mets:div")) {
            std::string text;
            for (const pugi::xpath_node& area : part.node().select_nodes(".//mets:area")) {
                const std::string block = area.node().attribute("BEGIN").value();
                const pugi::xml_document& alto = altos.at(area.node().attribute("FILEID").value());
                const pugi::xml_node node =
                    alto.select_node(("//TextBlock[@ID='" + block + "']").c_str()).node();
                EXPECT_TRUE(node) << block;
                text = text_of_block(node, text);
            }
            found.push_back(text);
        }
        for (const auto& [id, text] : test::block_texts(issue))
            wanted.push_back(text);
        EXPECT_EQ(found, wanted);
    }
}

TEST(WriteMets, TellsTheChecksumOfEachFile) {
    const test::TempFolder out;
    const fs::path folder = write_mets_of(test::printed_sample(), out.path());
    const pugi::xml_document mets = read(folder / "mets.xml");
    int files = 0;
    for (const pugi::xpath_node& file : mets.select_nodes("//mets:fileGrp[@USE='Text']/mets:file")) {
        const fs::path alto = folder / file.node().child("mets:FLocat").attribute("xlink:href").value();
        EXPECT_EQ(file.node().attribute("CHECKSUM").value(), sha256_of_file(alto));
        EXPECT_EQ(file.node().attribute("SIZE").as_ullong(), fs::file_size(alto));
        ++files;
    }
    EXPECT_EQ(files, 2);
}

TEST(WriteMets, DescribesEachArticleInMods) {
    const test::TempFolder out;
    const pugi::xml_document mets = read(write_mets_of(test::hostile_sample(), out.path()) / "mets.xml");
    const pugi::xml_node wrap = mets.select_node("//mets:dmdSec[@ID='DMD0001']/mets:mdWrap").node();
    EXPECT_STREQ(wrap.attribute("MDTYPEVERSION").value(), "3.7");
    const pugi::xml_node mods = wrap.select_node(".//mods:mods").node();
    EXPECT_STREQ(mods.select_node("mods:titleInfo[not(@type)]/mods:title").node().text().get(),
                 "<b>春&水 到</b>");
    EXPECT_STREQ(mods.select_node("mods:name/mods:namePart").node().text().get(), "某某");
    EXPECT_STREQ(mods.select_node("mods:identifier").node().text().get(), "dawn-2020-03-24-a-i0101");
}

// METS lets anything stand in its wrappers unless a schema for it is read beside its own.
void write_joint_schema(const fs::path& file, const std::string& mods) {
    const std::string schemas = BANWEN_SCHEMAS;
    test::write_bytes(file, R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.loc.gov/METS/" schemaLocation=")" +
                                schemas +
                                R"(/mets/mets-1.12.1.xsd"/>
<xs:import namespace="http://www.loc.gov/mods/v3" schemaLocation=")" +
                                schemas + "/mods/" + mods + R"(.xsd"/>
</xs:schema>)");
}

TEST(WriteMets, FollowsTheOfficialSchemas) {
    if (std::string_view(BANWEN_SCHEMAS).empty()) GTEST_SKIP() << "BANWEN_SCHEMAS names no folder of schemas";
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const fs::path schema = out.path() / "joint.xsd";
        const fs::path file = write_mets_of(issue, out.path()) / "mets.xml";
        for (const char* mods : {"mods-3-6", "mods-3-7"}) {
            write_joint_schema(schema, mods);
            EXPECT_EQ(test::validate(file, schema), "") << mods;
        }
        const std::string good = test::bytes_of(file);
        for (const auto& [right, wrong] :
             {std::pair{"mods:genre", "mods:kind"}, std::pair{"mets:FLocat", "mets:Place"}}) {
            std::string broken = good;
            for (std::size_t at = 0; (at = broken.find(right, at)) != std::string::npos;)
                broken.replace(at, std::string_view(right).size(), wrong);
            test::write_bytes(out.path() / "broken.xml", broken);
            EXPECT_NE(test::validate(out.path() / "broken.xml", schema), "") << right;
        }
    }
}

}  // namespace
}  // namespace banwen
