#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "core/error.h"
#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/write_issue.h"
#include "write/written_sample.h"
#include "write/xml_text.h"
#include "write/xml_tools.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

fs::path write_proof_of(const Issue& issue, const fs::path& output, const PageSource& pages = {}) {
    write_issue(issue, output, {.formats = {"proof"}, .version = "1", .pages = pages});
    return output / issue.id / "proof/index.html";
}

pugi::xml_document read(const fs::path& file) {
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_file(file.c_str(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype);
    EXPECT_TRUE(result) << result.description();
    return document;
}

TEST(WriteProof, GivesTheTextOfEachArticleBack) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const pugi::xml_document page = read(write_proof_of(issue, out.path()));
        std::multiset<std::string> found, wanted;
        for (const pugi::xpath_node& block : page.select_nodes("//*[@class='b' or starts-with(@class,'b ')]"))
            found.insert(test::text_within(block.node()));
        for (const Article& article : issue.articles)
            for (const Block& block : article.blocks)
                if (!block.text.empty()) wanted.insert(xml_text(block.text));
        EXPECT_EQ(found, wanted);
    }
}

TEST(WriteProof, FetchesNothing) {
    const test::TempFolder out;
    const PageSource pages = {.picture = [](const PageInfo&, double) { return std::string("jpeg"); }};
    const pugi::xml_document page = read(write_proof_of(test::hostile_sample(), out.path(), pages));
    EXPECT_EQ(page.select_nodes("//image[@href='data:image/jpeg;base64,anBlZw==']").size(), 2U);
    for (const pugi::xpath_node& node : page.select_nodes("//@src | //@href | //@data")) {
        const std::string_view target = node.attribute().value();
        EXPECT_TRUE(target.starts_with("data:") || target.starts_with("#")) << target.substr(0, 40);
    }
    EXPECT_THAT(page.select_node("//meta[@http-equiv]").node().attribute("content").value(),
                testing::StartsWith("default-src 'none'; img-src data:;"));
}

TEST(WriteProof, ShowsAPageWithoutItsPictureWhereTheScanIsGone) {
    const test::TempFolder out;
    const PageSource pages = {.picture = [](const PageInfo&, double) -> std::string {
        throw Error(ExitCode::unreadable_input, "gone");
    }};
    const pugi::xml_document page = read(write_proof_of(test::printed_sample(), out.path(), pages));
    EXPECT_TRUE(page.select_node("//figure//rect[@class='line']"));
    EXPECT_FALSE(page.select_node("//image"));
}

// Every line of the text has its place on a sheet, under its article.
TEST(WriteProof, TiesEachLineToItsBox) {
    const test::TempFolder out;
    const pugi::xml_document page = read(write_proof_of(test::printed_sample(), out.path()));
    int lines = 0;
    for (const pugi::xpath_node& node : page.select_nodes("//span[@class='l']")) {
        const std::string line = node.node().attribute("data-l").value();
        pugi::xml_node card = node.node();
        while (std::string_view(card.name()) != "article")
            card = card.parent();
        const std::string article = card.attribute("data-a").value();
        const std::string wanted = "//g[@data-a='" + article + "']/rect[@data-l='" + line + "']";
        EXPECT_TRUE(page.select_node(wanted.c_str())) << line;
        ++lines;
    }
    EXPECT_GT(lines, 100);
}

TEST(WriteProof, DrawsTheLinesOfABentPageWhereTheyLieOnTheScan) {
    const auto top_of_line = [](const Issue& issue, int page, int line) {
        const test::TempFolder out;
        const std::string box = fmt::format("//rect[@data-l='{}-{}']/@y", page, line);
        return read(write_proof_of(issue, out.path())).select_node(box.c_str()).attribute().as_int();
    };
    Issue issue = test::printed_sample();
    const LineId line = issue.articles[0].blocks[0].lines[0].id;
    const int flat = top_of_line(issue, line.page, line.index);
    for (PageInfo& page : issue.pages) {
        page.to_scan.bend = flat_bend(page.width, page.height, 200);
        for (Point& knot : page.to_scan.bend.knots)
            knot = {0, 40};
    }
    EXPECT_EQ(top_of_line(issue, line.page, line.index), flat + 40);
}

TEST(WriteProof, MarksDoubtsWithTheirReadingsAndPlace) {
    Issue issue = test::printed_sample();
    for (Article& article : issue.articles) {
        article.doubts.clear();
        if (running_text(article).size() > 60) article.doubts = {{"text", 3, 4, {"日", "曰"}, 0.41}};
    }
    const test::TempFolder out;
    const pugi::xml_document page = read(write_proof_of(issue, out.path()));
    const pugi::xml_node mark = page.select_node("//mark").node();
    EXPECT_STREQ(mark.attribute("data-readings").value(), "日␟曰");
    EXPECT_STREQ(mark.attribute("data-sure").value(), "41 %");
    EXPECT_TRUE(page.select_node("//rect[@class='spot' and @data-d='0']"));
}

// The reasons are those that the page on formats tells of.
TEST(WriteProof, TellsEachReasonOfTheLedgerInChineseToo) {
    const std::string told = test::bytes_of(BANWEN_SOURCE "/docs/formats.md");
    Issue issue = test::printed_sample();
    for (const char* row : {"\n| `reason` |", "\n| `changes` |"}) {
        std::istringstream words(
            told.substr(told.find(row) + 12, told.find('\n', told.find(row) + 1) - told.find(row) - 12));
        for (std::string word; std::getline(words, word, '`');)
            if (std::getline(words, word, '`') && word.find(' ') != std::string::npos)
                issue.ledger.push_back(
                    {issue.articles[0].blocks[0].lines[0].id, word, "甲", true, "乙", std::nullopt});
    }
    EXPECT_GE(issue.ledger.size(), 10U);
    const test::TempFolder out;
    const pugi::xml_document page = read(write_proof_of(issue, out.path()));
    std::set<std::string> english;
    for (const pugi::xpath_node& reason : page.select_nodes("//details/summary")) {
        EXPECT_TRUE(reason.node().child("span")) << reason.node().text().get();
        english.insert(reason.node().child("span").next_sibling("span").text().get());
    }
    for (const LedgerEntry& entry : issue.ledger)
        EXPECT_TRUE(english.contains(entry.reason)) << entry.reason;
}

TEST(WriteProof, TellsWarningsInBothLanguages) {
    Issue issue = test::printed_sample();
    issue.warnings = {{WarningKind::unanswered_jump, {"1", "<3>"}}};
    const test::TempFolder out;
    const pugi::xml_document page = read(write_proof_of(issue, out.path()));
    const pugi::xml_node note = page.select_node("//ul[@class='notes']/li").node();
    EXPECT_STREQ(note.child("span").text().get(), "第 1 页：转版标记没有对应的续文（第 <3> 页）");
    EXPECT_STREQ(note.child("span").next_sibling("span").text().get(),
                 "page 1: a jump mark has no answer (page <3>)");
}

// A reader clicks; what lights up is asked of the browser itself.
constexpr const char* kClick = R"(<script>addEventListener('load', () => setTimeout(() => {
  const glow = node => parseFloat(getComputedStyle(node).fillOpacity);
  document.documentElement.dataset.theme = 'light';
  document.head.insertAdjacentHTML('beforeend', '<style>* { transition: none !important }</style>');
  const card = [...document.querySelectorAll('.art:not(.quiet-art)')].filter(a => a.querySelectorAll('.body .b').length > 1)[0];
  const plane = document.querySelector(`.area[data-a="${card.dataset.a}"] rect.plane`);
  const paragraph = card.querySelector('.body .b');
  const line = document.querySelector(`rect[data-l="${paragraph.querySelector('.l').dataset.l}"]`);
  const told = { plane_before: glow(plane), line_before: glow(line) };
  paragraph.click();
  told.plane_after = glow(plane); told.line_after = glow(line);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  told.plane_cleared = glow(plane);
  const at = line.getBoundingClientRect();
  line.closest('.area').dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: at.left + at.width / 2, clientY: at.top + at.height / 2 }));
  told.card_on = card.classList.contains('on'); told.text_lit = paragraph.querySelector('.l').classList.contains('lit');
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
  told.keyboard = document.activeElement === document.querySelector('.art');
  document.querySelector('.pages button:last-child').click();
  told.second_page = getComputedStyle(document.querySelector('#sheet-2')).display !== 'none';
  document.body.setAttribute('data-told', JSON.stringify(told));
}, 100));</script></body>)";

std::string browser() {
    for (const char* name : {"chromium", "chromium-browser"})
        if (test::run_program({"sh", "-c", std::string("command -v ") + name}).status == 0) return name;
    return "";
}

TEST(WriteProof, LightsUpTheBoxesOfAnArticleThatIsClicked) {
    const std::string chromium = browser();
    if (chromium.empty()) GTEST_SKIP() << "there is no chromium";
    const test::TempFolder out;
    std::string page = test::bytes_of(write_proof_of(test::printed_sample(), out.path()));
    page.replace(page.find("</body>"), 7, kClick);
    test::write_bytes(out.path() / "clicked.html", page);
    const test::ProgramResult result = test::run_program(
        {chromium, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,900",
         "--user-data-dir=" + (out.path() / "profile").native(), "--virtual-time-budget=5000", "--dump-dom",
         "file://" + (out.path() / "clicked.html").native()});
    const std::size_t from = result.out.find("data-told=\"");
    ASSERT_NE(from, std::string::npos) << result.err;
    const std::size_t begin = from + 11;
    std::string told = result.out.substr(begin, result.out.find("\"", begin) - begin);
    for (std::size_t at = 0; (at = told.find("&quot;", at)) != std::string::npos;)
        told.replace(at, 6, "\"");
    const auto figures = nlohmann::json::parse(told);
    EXPECT_GT(figures["plane_after"], figures["plane_before"]) << told;
    EXPECT_EQ(figures["line_before"], 0);
    EXPECT_GT(figures["line_after"], 0.2) << told;
    EXPECT_EQ(figures["plane_cleared"], figures["plane_before"]);
    for (const char* fact : {"card_on", "text_lit", "keyboard", "second_page"})
        EXPECT_TRUE(figures[fact]) << fact;
}

}  // namespace
}  // namespace banwen
