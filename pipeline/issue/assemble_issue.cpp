#include "issue/assemble_issue.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/characters.h"
#include "issue/check_masthead.h"
#include "issue/join_jumps.h"
#include "issue/merge_scans.h"
#include "issue/page_key.h"
#include "issue/point_index.h"
#include "issue/read_masthead.h"
#include "issue/repeated_text.h"

namespace banwen {
namespace {

std::vector<PrintedLine> printed_lines(const std::vector<PageText>& pages, ArticleType type) {
    std::vector<PrintedLine> lines;
    for (const PageText& page : pages)
        for (const Article& article : page.articles)
            if (article.type == type)
                for (const Block& block : article.blocks)
                    for (const TextLine& line : block.lines)
                        lines.push_back({plain_text(line), line.type_size});
    return lines;
}

void label_page(PageText& page) {
    for (const Article& article : page.articles) {
        if (article.type != ArticleType::folio && article.type != ArticleType::masthead) continue;
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                if (page.info.label.empty())
                    page.info.label = to_utf8(find_page_label(from_utf8(plain_text(line))));
    }
}

// Printed names come first: a folder may hold pages 5 to 8 only. A page without one goes by its number.
std::map<std::u32string, int> numbers_by_key(const std::vector<PageText>& pages) {
    std::map<std::u32string, int> number_of;
    for (const PageText& page : pages)
        if (const PageKey label = read_page_key(from_utf8(page.info.label)); !label.key.empty())
            number_of.emplace(label.key, page.info.number);
    for (const PageText& page : pages)
        if (page.info.label.empty())
            number_of.emplace(from_utf8(std::to_string(page.info.number)), page.info.number);
    return number_of;
}

Masthead find_masthead(const std::vector<PageText>& pages) {
    Masthead masthead = read_masthead(printed_lines(pages, ArticleType::masthead));
    Masthead folio = read_masthead(printed_lines(pages, ArticleType::folio));
    // The largest words of a folio may be the section's name: only a masthead tells the paper's.
    constexpr std::array kFields = {&Masthead::date, &Masthead::weekday, &Masthead::lunar_date,
                                    &Masthead::issue_number, &Masthead::licence};
    for (const auto field : kFields)
        if ((masthead.*field).empty()) masthead.*field = folio.*field;
    if (!masthead.name.empty())
        masthead.name = name_by_vote(masthead.name, printed_lines(pages, ArticleType::folio));
    return masthead;
}

std::vector<FolioFields> folio_fields(const std::vector<PageText>& pages) {
    std::vector<FolioFields> fields;
    for (const PageText& page : pages)
        fields.push_back(
            {page.info.number, iso_date(read_masthead(printed_lines({page}, ArticleType::folio)).date)});
    return fields;
}

std::string numbered(int value, std::size_t digits) {
    const std::string text = std::to_string(value);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// {issue}-i0203: the third article that begins on page 2, so that a failed page renumbers nothing.
void number_articles(Issue& issue) {
    std::map<int, int> count_on;
    for (Article& article : issue.articles) {
        const int page = article.pages.empty() ? 0 : article.pages.front();
        article.id = issue.id + "-i" + numbered(page, 2) + numbered(++count_on[page], 2);
    }
}

template <typename Value>
void append(std::vector<Value>& list, std::vector<Value> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
}

std::string fingerprint_of(const std::vector<PageText>& pages) {
    std::string text;
    for (const PageText& page : pages)
        text += (page.info.sha256.empty() ? page.info.file : page.info.sha256) + "\n";
    return text;
}

}  // namespace

Issue assemble_issue(std::vector<PageText> pages, const IssueOptions& options) {
    for (PageText& page : pages)
        label_page(page);
    Issue issue;
    issue.id = issue_id(options, fingerprint_of(pages));
    issue.masthead = find_masthead(pages);
    issue.paper = options.paper.empty() ? issue.masthead.name : options.paper;
    issue.date = options.date.empty() ? iso_date(issue.masthead.date) : options.date;
    issue.edition = options.edition.empty() && !options.date.empty() ? "a" : options.edition;
    const std::vector<FolioFields> folios = folio_fields(pages);

    MergedPages merged = merge_scans(std::move(pages));
    append(issue.ledger, std::move(merged.ledger));
    append(issue.warnings, std::move(merged.warnings));
    const std::map<std::u32string, int> number_of = numbers_by_key(merged.pages);
    std::vector<Article> articles;
    for (PageText& page : merged.pages) {
        issue.pages.push_back(page.info);
        append(articles, std::move(page.articles));
        append(issue.ledger, std::move(page.ledger));
    }
    append(issue.warnings, find_contradictions(issue, folios, options));
    WithoutRepeats once = drop_lines_found_twice(std::move(articles));
    append(issue.ledger, std::move(once.ledger));
    JoinedArticles joined = join_jumps(std::move(once.articles), number_of);
    append(issue.ledger, std::move(joined.ledger));
    append(issue.warnings, std::move(joined.warnings));
    WithoutRepeats seamless = close_seams(std::move(joined.articles));
    append(issue.ledger, std::move(seamless.ledger));
    issue.articles = std::move(seamless.articles);
    number_articles(issue);
    point_index(issue.articles, number_of);
    return issue;
}

}  // namespace banwen
