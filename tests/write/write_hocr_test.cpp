#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"
#include "write/written_sample.h"
#include "write/xml_tools.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

TEST(WriteHocr, GivesTheTextOfEachArticleBack) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        std::map<std::string, std::string> read;
        for (const auto& [name, page] :
             test::documents_in(test::write_all_formats(issue, out.path()) / "hocr"))
            for (const pugi::xpath_node& paragraph : page.select_nodes("//p[@class='ocr_par']"))
                read[paragraph.node().attribute("data-block").value()] += test::text_within(paragraph.node());
        EXPECT_EQ(read, test::block_texts(issue));
    }
}

TEST(WriteHocr, NestsPageAreaParagraphLineAndWord) {
    const test::TempFolder out;
    const auto pages =
        test::documents_in(test::write_all_formats(test::hostile_sample(), out.path()) / "hocr");
    const pugi::xml_document& page = pages.at("dawn-2020-03-24-a-p0001.html");
    const pugi::xml_node word =
        page.select_node(
                "/html/body/div[@class='ocr_page']/div[@class='ocr_carea']/p[@class='ocr_par']/"
                "span[@class='ocr_line']/span[@class='ocrx_word']")
            .node();
    EXPECT_THAT(word.attribute("title").value(), testing::MatchesRegex("bbox [0-9 ]+; x_wconf [0-9]+"));
    EXPECT_STREQ(page.select_node("//div[@class='ocr_page']").node().attribute("title").value(),
                 "image \"%ED%A0%80%20%3Ca%3E%26%22%1B.tif\"; bbox 0 0 1000 2000; ppageno 0");
    EXPECT_TRUE(page.select_node("//meta[@name='ocr-capabilities']"));
}

}  // namespace
}  // namespace banwen
