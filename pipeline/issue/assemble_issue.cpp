#include "issue/assemble_issue.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/characters.h"
#include "issue/join_jumps.h"
#include "issue/page_key.h"
#include "issue/read_masthead.h"

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
    return masthead;
}

void warn_of_contradictions(const std::vector<PageText>& pages, const IssueOptions& options, Issue& issue) {
    const auto warn = [&issue](const std::string& text) { issue.warnings.push_back(text); };
    const std::string printed = iso_date(issue.masthead.date);
    if (!options.date.empty() && !printed.empty() && printed != options.date)
        warn("the masthead's date is " + issue.masthead.date + ", not " + options.date);
    const std::string weekday = weekday_of(issue.date);
    const std::string& named = issue.masthead.weekday;
    const bool sunday = named.ends_with("天") && weekday == "日";
    if (!named.empty() && !weekday.empty() && !named.ends_with(weekday) && !sunday)
        warn("the masthead says " + named + ", but " + issue.date + " is a 星期" + weekday);
    const std::u32string paper = from_utf8(options.paper);
    const bool comparable = std::any_of(paper.begin(), paper.end(), is_han);
    if (comparable && !issue.masthead.name.empty() && issue.masthead.name != options.paper)
        warn("the masthead's name reads " + issue.masthead.name + ", not " + options.paper);
    for (const PageText& page : pages) {
        std::vector<PrintedLine> lines = printed_lines({page}, ArticleType::folio);
        const std::string day = iso_date(read_masthead(lines).date);
        if (!day.empty() && !issue.date.empty() && day != issue.date)
            warn("page " + std::to_string(page.info.number) + " is dated " + day + ", the issue " +
                 issue.date);
    }
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
    warn_of_contradictions(pages, options, issue);

    const std::map<std::u32string, int> number_of = numbers_by_key(pages);
    std::vector<Article> articles;
    for (PageText& page : pages) {
        issue.pages.push_back(page.info);
        std::move(page.articles.begin(), page.articles.end(), std::back_inserter(articles));
        std::move(page.ledger.begin(), page.ledger.end(), std::back_inserter(issue.ledger));
    }
    JoinedArticles joined = join_jumps(std::move(articles), number_of);
    issue.articles = std::move(joined.articles);
    std::move(joined.ledger.begin(), joined.ledger.end(), std::back_inserter(issue.ledger));
    std::move(joined.warnings.begin(), joined.warnings.end(), std::back_inserter(issue.warnings));
    number_articles(issue);
    return issue;
}

}  // namespace banwen
