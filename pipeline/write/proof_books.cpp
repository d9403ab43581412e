#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/characters.h"
#include "core/ledger.h"
#include "write/html_text.h"
#include "write/page_names.h"
#include "write/proof_parts.h"

namespace banwen {
namespace {

std::string tile(const std::string& name, const std::string& figure, const std::string& of) {
    const std::string small = of.empty() ? "" : fmt::format(" <small>/ {}</small>", of);
    return fmt::format("<div><dt>{}</dt><dd>{}{}</dd></div>\n", name, figure, small);
}

struct IssueFigures {
    std::size_t articles = 0;
    std::size_t characters = 0;
    std::size_t doubts = 0;
    std::size_t jumps = 0;
    std::size_t joined = 0;
};

IssueFigures figures_of(const Issue& issue) {
    IssueFigures figures;
    for (const ProofArticle& known : number_articles(issue)) {
        const Article& article = *known.article;
        figures.articles += known.quiet() ? 0 : 1;
        figures.doubts += article.doubts.size();
        figures.jumps += article.jump ? 1 : 0;
        figures.joined += article.jump && article.jump->status == JumpStatus::joined ? 1 : 0;
        for (const Block& block : article.blocks)
            figures.characters += from_utf8(block.text).size();
    }
    return figures;
}

// Of all glyphs, so that a page with little on it counts little.
double issue_confidence(const Issue& issue) {
    double sum = 0;
    int lines = 0;
    for (const PageInfo& page : issue.pages) {
        sum += page.confidence * page.lines;
        lines += page.lines;
    }
    return lines == 0 ? 0 : sum / lines;
}

std::string fate_label(Fate fate) {
    switch (fate) {
        case Fate::paragraph:
            return both("正文", "text");
        case Fate::heading:
            return both("标题", "headings");
        case Fate::caption:
            return both("图片说明", "captions");
        case Fate::masthead:
            return both("报头", "masthead");
        case Fate::imprint:
            return both("报脚", "imprint");
        case Fate::folio:
            return both("报眉", "folios");
        case Fate::advertisement:
            return both("广告", "advertisements");
        case Fate::index:
            return both("要目", "index");
        case Fate::duplicate:
            return both("重复", "said twice");
        case Fate::dropped:
            break;
    }
    return both("未采用", "left out");
}

std::string fates_table(const std::vector<LineFate>& fates) {
    std::map<Fate, std::size_t> counts;
    std::size_t most = 1;
    for (const LineFate& fate : fates)
        most = std::max(most, ++counts[fate.fate]);
    std::string rows;
    for (const auto& [fate, count] : counts)
        rows +=
            fmt::format(R"(<tr class="{}"><td>{}</td><td class="n">{}</td><td class="share"><i style="width:)"
                        R"({:.1f}%"></i></td></tr>)"
                        "\n",
                        fate == Fate::dropped || fate == Fate::duplicate ? "lost" : "kept", fate_label(fate),
                        count, 100.0 * static_cast<double>(count) / static_cast<double>(most));
    return "<table>" + rows + "</table>\n";
}

std::string line_place(const LineId& line) {
    return both(fmt::format("第 {} 页", line.page), fmt::format("page {}", line.page));
}

std::string entry_row(const LedgerEntry& entry) {
    if (!entry.kept)
        return fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", html_text(entry.text),
                           line_place(entry.line));
    return fmt::format(
        R"(<tr><td><del>{}</del> → <ins>{}</ins></td><td><button data-line="{}-{}">{}</button></td></tr>)"
        "\n",
        html_text(entry.text), entry.written.empty() ? "∅" : html_text(entry.written), entry.line.page,
        entry.line.index, line_place(entry.line));
}

std::string entries(const Issue& issue, bool kept) {
    std::map<std::string, std::pair<std::size_t, std::string>> by_reason;
    for (const LedgerEntry& entry : issue.ledger) {
        if (entry.kept != kept) continue;
        auto& [count, rows] = by_reason[entry.reason];
        ++count;
        rows += entry_row(entry);
    }
    std::string html;
    for (const auto& [reason, found] : by_reason)
        html += fmt::format("<details><summary>{}<b>{}</b></summary><table>{}</table></details>\n",
                            reason_label(reason), found.first, found.second);
    return html;
}

std::string jump_rows(const Issue& issue) {
    std::string rows;
    for (const ProofArticle& known : number_articles(issue)) {
        if (!known.article->jump) continue;
        const Jump& jump = *known.article->jump;
        const std::string title = text_of(*known.article, BlockKind::title);
        const auto page = [&](const std::optional<int>& number) {
            return number ? both_page(issue, *number) : std::string("·");
        };
        const char* sign = jump.status == JumpStatus::joined ? "✓" : "✗";
        rows += fmt::format(R"(<tr><td><a href="#a{}">{}</a></td><td>{} → {}</td><td class="n">{}</td></tr>)"
                            "\n",
                            known.index, html_text(title.empty() ? known.article->id : title),
                            page(jump.from_page), page(jump.to_page), sign);
    }
    return rows;
}

std::string chapter(const std::string& heading, const std::string& inner) {
    return inner.empty() ? "" : fmt::format("<h2>{}</h2>\n{}", heading, inner);
}

}  // namespace

std::string proof_figures(const Issue& issue) {
    const IssueFigures figures = figures_of(issue);
    const auto read = std::count_if(issue.pages.begin(), issue.pages.end(),
                                    [](const PageInfo& page) { return page.status != PageStatus::failed; });
    const auto number = [](auto value) { return fmt::format("{}", value); };
    std::string html = R"(<dl class="figures">)";
    html += tile(both("版", "pages"), number(read),
                 static_cast<std::size_t>(read) == issue.pages.size() ? "" : number(issue.pages.size()));
    html += tile(both("文章", "articles"), number(figures.articles), "");
    html += tile(both("字", "characters"), number(figures.characters), "");
    html += tile(both("可信度", "confidence"), fmt::format("{:.1f} %", 100 * issue_confidence(issue)), "");
    html += tile(both("存疑", "doubts"), number(figures.doubts), "");
    html += tile(both("转版接上", "jumps joined"), number(figures.joined), number(figures.jumps));
    html += "</dl>\n";

    std::string notes;
    for (const PageInfo& page : issue.pages)
        if (page.status == PageStatus::failed)
            notes += fmt::format("<li>{}: {}</li>\n", both_page(issue, page.number),
                                 html_text(portable_error(page)));
    for (const Warning& warning : issue.warnings)
        notes += fmt::format("<li>{}</li>\n",
                             both(html_text(in_chinese(warning)), html_text(in_english(warning))));
    return notes.empty() ? html : html + R"(<ul class="notes">)" + notes + "</ul>\n";
}

std::string proof_books(const Issue& issue) {
    const std::string jumps = jump_rows(issue);
    return R"(<section class="books">)" +
           chapter(both("转版", "Jumps"), jumps.empty() ? "" : "<table>" + jumps + "</table>\n") +
           chapter(both("每一行的去处", "Where each line went"), fates_table(fates_of(issue))) +
           chapter(both("未采用的行", "Lines left out"), entries(issue, false)) +
           chapter(both("改动", "Changes"), entries(issue, true)) + "</section>\n";
}

}  // namespace banwen
