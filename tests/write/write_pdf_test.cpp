#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/characters.h"
#include "core/error.h"
#include "scan/read_stored_image.h"
#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/set_page.h"
#include "write/write_issue.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

PageSource scans_of_sample() {
    return {.stored = [](const PageInfo& page) {
        const std::string name = "/liuxi-2024-03-18/page-0" + std::to_string(page.number) + ".jpg";
        return read_stored_image({BANWEN_SAMPLES + name}, {});
    }};
}

fs::path write_pdf_of(const Issue& issue, const fs::path& output, const PageSource& pages) {
    write_issue(issue, output, {.formats = {"pdf"}, .version = "1", .pages = pages});
    return output / issue.id / "issue.pdf";
}

// Two lines on one row follow each other after a space; so a line's end is taken for one here.
std::string one_row(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

// The page's lines as they are written, gaps as spaces.
std::string lines_of(const Issue& issue, const PageInfo& page) {
    std::string text;
    for (const SetBlock& block : set_page(issue, page))
        for (const SetLine& line : block.lines) {
            for (std::size_t w = 0; w < line.words.size(); ++w)
                text += (w > 0 ? " " : "") + line.words[w].text;
            text += '\n';
        }
    return text;
}

std::string run_for_output(const std::vector<std::string>& words) {
    const test::ProgramResult result = test::run_program(words);
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out;
}

TEST(WritePdf, GivesEachLineBackWithItsSpacesInReadingOrder) {
    const Issue& issue = test::printed_sample();
    const test::TempFolder out;
    const fs::path file = write_pdf_of(issue, out.path(), scans_of_sample());
    for (const PageInfo& page : issue.pages) {
        const std::string number = std::to_string(page.number);
        EXPECT_EQ(
            one_row(run_for_output({"pdftotext", "-raw", "-nopgbrk", "-f", number, "-l", number, file, "-"})),
            one_row(lines_of(issue, page)));
    }
}

TEST(WritePdf, HoldsTheScansAsTheyCame) {
    const test::TempFolder out;
    const fs::path file = write_pdf_of(test::printed_sample(), out.path(), scans_of_sample());
    run_for_output({"pdfimages", "-all", file, out.path() / "image"});
    EXPECT_EQ(test::bytes_of(out.path() / "image-000.jpg"),
              test::bytes_of(BANWEN_SAMPLES "/liuxi-2024-03-18/page-01.jpg"));
    EXPECT_EQ(test::bytes_of(out.path() / "image-001.jpg"),
              test::bytes_of(BANWEN_SAMPLES "/liuxi-2024-03-18/page-02.jpg"));
}

TEST(WritePdf, IsSound) {
    const test::TempFolder out;
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const fs::path file = write_pdf_of(issue, out.path(), scans_of_sample());
        const test::ProgramResult check = test::run_program({"qpdf", "--check", file});
        EXPECT_EQ(check.status, 0) << check.out << check.err;
        EXPECT_THAT(check.out + check.err, testing::Not(testing::HasSubstr("WARNING")));
    }
}

// What PDF/A-2u asks for and a program can see without knowing the standard.
TEST(WritePdf, KeepsToTheRulesOfArchives) {
    const test::TempFolder out;
    const fs::path file = write_pdf_of(test::printed_sample(), out.path(), scans_of_sample());
    const std::string text = run_for_output({"qpdf", "--qdf", "--object-streams=disable", file, "-"});
    for (const char* wanted :
         {"%PDF-1.7", "/Type /Metadata", "<dc:title>", "/ID [", "/FontFile2", "/ToUnicode", "/Lang (zh-Hans)",
          "/GTS_PDFA1", "/DestOutputProfile", "/DisplayDocTitle true", "3 Tr"})
        EXPECT_THAT(text, testing::HasSubstr(wanted)) << wanted;
    for (const char* unwanted : {"/Encrypt", "/JavaScript", "/DeviceCMYK", "/LZWDecode"})
        EXPECT_THAT(text, testing::Not(testing::HasSubstr(unwanted))) << unwanted;
    const std::string fonts = run_for_output({"pdffonts", file});
    EXPECT_THAT(fonts, testing::ContainsRegex("CID TrueType +Identity-H +yes yes yes"));
}

// The stream that the first object with `key` refers to; `file` in qpdf's plain form.
std::string stream_behind(const std::string& key, const std::string& text, const fs::path& file) {
    const std::size_t at = text.find(key + " ");
    if (at == std::string::npos) return "";
    const std::string number = std::to_string(std::stoi(text.substr(at + key.size() + 1)));
    return run_for_output({"qpdf", file, "--show-object=" + number, "--filtered-stream-data"});
}

TEST(WritePdf, SetsNoTextInTheGlyphThatStandsForNone) {
    const test::TempFolder out;
    const fs::path file = write_pdf_of(test::hostile_sample(), out.path(), scans_of_sample());
    const fs::path plain = out.path() / "plain.pdf";
    run_for_output({"qpdf", "--qdf", "--object-streams=disable", file, plain});
    const std::string text = test::bytes_of(plain);
    const std::string glyphs = stream_behind("/CIDToGIDMap", text, plain);
    ASSERT_GT(glyphs.size(), 20U);
    for (std::size_t i = 2; i < glyphs.size(); i += 2)
        EXPECT_EQ(glyphs.substr(i, 2), std::string("\0\1", 2));
    const std::string whole = stream_behind("/ToUnicode", text, plain);
    const std::string map = whole.substr(whole.find("beginbfchar"));
    EXPECT_THAT(map, testing::HasSubstr("<D842DFB7>"));
    for (const char* unwanted : {"> <0000>", "> <FFFF>", "> <FFFE>", "> <FEFF>"})
        EXPECT_THAT(map, testing::Not(testing::HasSubstr(unwanted)));
}

TEST(WritePdf, HasABookmarkForEachArticle) {
    const Issue& issue = test::printed_sample();
    const test::TempFolder out;
    const fs::path file = write_pdf_of(issue, out.path(), scans_of_sample());
    const std::string json = run_for_output({"qpdf", "--json=2", "--json-key=outlines", file});
    for (const Article& article : issue.articles) {
        const std::string title = text_of(article, BlockKind::title);
        if (title.empty() || title.find('\n') != std::string::npos) continue;
        EXPECT_THAT(json, testing::HasSubstr("\"title\": \"" + title + "\""));
    }
}

TEST(WritePdf, StandsWithoutTheScansThatAreGone) {
    const test::TempFolder out;
    const PageSource gone = {
        .stored = [](const PageInfo&) -> StoredImage { throw Error(ExitCode::unreadable_input, "gone"); }};
    const fs::path file = write_pdf_of(test::printed_sample(), out.path(), gone);
    EXPECT_EQ(one_row(run_for_output({"pdftotext", "-raw", "-nopgbrk", "-l", "1", file, "-"})),
              one_row(lines_of(test::printed_sample(), test::printed_sample().pages[0])));
}

}  // namespace
}  // namespace banwen
