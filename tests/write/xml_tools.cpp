#include "write/xml_tools.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/xml_text.h"

namespace banwen::test {

namespace fs = std::filesystem;

std::map<std::string, std::string> block_texts(const Issue& issue) {
    std::map<std::string, std::string> texts;
    for (std::size_t a = 0; a < issue.articles.size(); ++a)
        for (std::size_t b = 0; b < issue.articles[a].blocks.size(); ++b) {
            const Block& block = issue.articles[a].blocks[b];
            if (!block.text.empty()) texts[fmt::format("A{:04}_B{:03}", a + 1, b + 1)] = xml_text(block.text);
        }
    return texts;
}

std::map<std::string, pugi::xml_document> documents_in(const fs::path& folder) {
    std::map<std::string, pugi::xml_document> documents;
    for (const auto& [name, bytes] : tree_of(folder))
        EXPECT_TRUE(documents[name].load_string(
            bytes.c_str(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype))
            << name;
    return documents;
}

std::string text_within(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xpath_node& part : node.select_nodes(".//text()"))
        text += part.node().value();
    return text;
}

std::string validate(const fs::path& file, const std::string& schema) {
    const std::string schemas = BANWEN_SCHEMAS;
    const ProgramResult result =
        run_program({"env", "XML_CATALOG_FILES=" + schemas + "/catalog.xml", "xmllint", "--nonet", "--noout",
                     "--schema", fs::path(schemas) / schema, file});
    return result.status == 0 ? "" : result.err;
}

}  // namespace banwen::test
