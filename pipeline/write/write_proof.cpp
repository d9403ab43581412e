// proof/index.html: one page that shows an issue to people, picture beside text. All that it needs stands in
// it, and its policy forbids the browser to fetch anything. It is XML as well as HTML. Pages are drawn one
// after the other, so that one picture is held at a time beside the page's own bytes.
#include <fmt/format.h>

#include "core/error.h"
#include "write/formats.h"
#include "write/html_text.h"
#include "write/proof_parts.h"

namespace banwen {
namespace {

constexpr const char* kStyle =
#include "proof_css.inc"
    ;
constexpr const char* kScript =
#include "proof_js.inc"
    ;
constexpr const char* kHelp =
#include "proof_help.inc"
    ;

// Large enough to read body type by, and no larger: its characters become this high.
constexpr double kReadablePx = 20;

double picture_scale(const Issue& issue, const PageInfo& page) {
    double smallest = 0;
    std::map<int, int> sizes;  // lines by their type size
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                if (line.id.page == page.number && block.kind == BlockKind::body)
                    ++sizes[static_cast<int>(line.type_size)];
    int most = 0;
    for (const auto& [size, lines] : sizes)
        if (lines > most && size > 0) {
            most = lines;
            smallest = size;
        }
    constexpr double kLongestSide = 3600, kUnknownTypeSide = 1600;
    const double side = std::max({page.scan_width, page.scan_height, 1});
    const double wanted = smallest > 0 ? kReadablePx / smallest : kUnknownTypeSide / side;
    return std::min({1.0, wanted, kLongestSide / side});
}

// A scan that is gone by now leaves an empty sheet: the text is worth showing without it.
std::string picture_of(const Issue& issue, const PageInfo& page, const WriteOptions& options) {
    if (!options.pages.picture || page.status == PageStatus::failed) return "";
    try {
        return options.pages.picture(page, picture_scale(issue, page));
    } catch (const Error&) {
        return "";
    }
}

std::string issue_name(const Issue& issue) {
    const std::string name = issue.masthead.name.empty() ? issue.paper : issue.masthead.name;
    return html_text(name.empty() ? issue.id : name);
}

std::string head(const Issue& issue) {
    return fmt::format(
        R"(<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hans" data-ui="zh" data-theme="light">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{} · {}</title>
<style>/*<![CDATA[*/
{}/*]]>*/</style>
</head>
)",
        issue_name(issue), html_text(issue.id), kStyle);
}

std::string bar(const Issue& issue, std::size_t doubts) {
    std::string pages;
    for (const PageInfo& page : issue.pages)
        pages +=
            fmt::format(R"(<button data-page="{}">{}</button>)", page.number, both_page(issue, page.number));
    return fmt::format(
        R"(<header class="bar"><h1>{}<small>{}{}{}</small></h1><nav class="pages" aria-label="版 pages">{}</nav>
<div class="tools"><button class="doubts" data-do="doubt">{} <b>{}</b></button><button data-do="ui">{}</button>
<button data-do="theme" aria-label="明暗 light or dark">◐</button><button class="keys" data-do="help" aria-label="按键 keys">?</button></div></header>
)",
        issue_name(issue), html_text(issue.date), issue.edition.empty() ? "" : " · ",
        html_text(issue.edition), pages, both("存疑", "Doubts"), doubts, both("English", "中文"));
}

}  // namespace

void write_proof(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    std::vector<ProofDoubt> doubts = place_doubts(issue);
    std::string sheets;
    for (const PageInfo& page : issue.pages) {
        const std::vector<SetBlock> blocks = set_page(issue, page, PageFrame::turned);
        doubts = find_spots(std::move(doubts), issue, page, blocks);
        sheets += proof_sheet(issue, page, blocks, doubts, picture_of(issue, page, options));
    }
    std::string html = head(issue) + "<body>\n" + bar(issue, doubts.size());
    html += R"(<main><section class="desk" aria-label="版面 page">)"
            "\n" +
            sheets + R"(<div class="zoom"><button data-do="in" aria-label="放大 zoom in">+</button>)" +
            R"(<button data-do="out" aria-label="缩小 zoom out">−</button>)" +
            R"(<button data-do="fit" aria-label="整版 whole page">⤢</button></div></section>)" +
            R"(<section class="read" tabindex="-1">)"
            "\n" +
            proof_figures(issue) + proof_text(issue, doubts) + proof_books(issue) + "</section></main>\n";
    html += kHelp;
    html += "<script>/*<![CDATA[*/\n" + std::string(kScript) + "/*]]>*/</script>\n</body>\n</html>\n";
    folder.add("proof/index.html", html);
}

}  // namespace banwen
