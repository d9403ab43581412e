#include <algorithm>

#include <fmt/format.h>

#include "core/characters.h"
#include "core/ledger.h"
#include "write/formats.h"
#include "write/json_text.h"
#include "write/language_of.h"
#include "write/page_names.h"

namespace banwen {
namespace {

// Printed characters must not become markup: a backslash before what Markdown reads as such.
std::string escaped_inside(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view{"\\`*_[]<>&|~"}.find(c) != std::string_view::npos) result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

// The same at a line's beginning, where more is markup.
std::string escaped(std::string_view text) {
    std::string result = escaped_inside(text);
    const std::size_t number = result.find_first_not_of("0123456789");
    if (number == 0 && std::string_view{"#+-="}.find(result[0]) != std::string_view::npos)
        result.insert(0, "\\");
    if (number > 0 && number < result.size() && (result[number] == '.' || result[number] == ')'))
        result.insert(number, "\\");
    return result;
}

// What programs for collections of Markdown read: YAML, in which JSON's strings are strings too.
std::string front_matter(const Issue& issue) {
    std::string text = "---\n";
    for (const auto& [key, value] : {std::pair{"id", &issue.id}, std::pair{"paper", &issue.paper},
                                     std::pair{"date", &issue.date}, std::pair{"edition", &issue.edition}})
        text += fmt::format("{}: {}\n", key, json_line(*value));
    return text + fmt::format("language: {}\npages: {}\narticles: {}\n---\n\n", language_of_issue(issue),
                              issue.pages.size(), issue.articles.size());
}

std::string page_heading(const Issue& issue, int number) {
    const PageInfo* page = find_page(issue, number);
    const std::string label = page == nullptr ? "" : page->label;
    return label.empty() ? fmt::format("## Page {}\n\n", number)
                         : fmt::format("## Page {}: {}\n\n", number, escaped(label));
}

// The text of a block that begins at `start` of the article's running text, with its bylines set off.
std::string with_bylines(const std::u32string& text, std::size_t start, const std::vector<Byline>& bylines) {
    std::string result;
    std::size_t done = 0;
    const auto take = [&](std::size_t to) {
        const std::string part = to_utf8(text.substr(done, to - done));
        result += result.empty() ? escaped(part) : escaped_inside(part);
        done = to;
    };
    for (const Byline& byline : bylines) {
        const std::size_t from = static_cast<std::size_t>(byline.start) - start;
        const std::size_t to = static_cast<std::size_t>(byline.end) - start;
        if (static_cast<std::size_t>(byline.start) < start || from < done || to > text.size() || from >= to)
            continue;
        take(from);
        result += '*';
        take(to);
        result += '*';
    }
    take(text.size());
    return result;
}

std::string article_markdown(const Article& article) {
    std::string text;
    const auto add = [&](std::string_view before, const std::string& part, std::string_view after) {
        if (!part.empty()) text += fmt::format("{}{}{}\n\n", before, escaped(part), after);
    };
    add("**", text_of(article, BlockKind::kicker), "**");
    add("### ", text_of(article, BlockKind::title), "");
    add("**", text_of(article, BlockKind::subtitle), "**");
    std::size_t start = 0;  // of the block in the running text, in code points
    for (const Block& block : article.blocks) {
        if (field_of(block.kind) != "text" || block.text.empty()) continue;
        const std::u32string words = from_utf8(block.text);
        text += block.kind == BlockKind::crosshead ? "#### " : "";
        text += with_bylines(words, start, article.bylines) + "\n\n";
        start += words.size() + 1;
    }
    for (const Block& block : article.blocks)
        if (block.kind == BlockKind::caption) add("> ", block.text, "");
    return text;
}

}  // namespace

void write_md(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string text = front_matter(issue) + fmt::format("# {}\n\n", escaped(issue.id));
    int page = 0;
    for (const Article& article : issue.articles) {
        const int begins = article.pages.empty() ? page : article.pages.front();
        if (begins != page) text += page_heading(issue, begins);
        page = begins;
        text += article_markdown(article);
    }
    text.pop_back();
    folder.add("issue.md", text);
}

}  // namespace banwen
