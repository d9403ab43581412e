#include <algorithm>

#include <fmt/format.h>

#include "write/formats.h"
#include "write/page_names.h"

namespace banwen {
namespace {

// Printed characters must not become markup: a backslash before what Markdown reads as such.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view{"\\`*_[]<>&|~"}.find(c) != std::string_view::npos) result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    const std::size_t number = result.find_first_not_of("0123456789");
    if (number == 0 && std::string_view{"#+-="}.find(result[0]) != std::string_view::npos)
        result.insert(0, "\\");
    if (number > 0 && number < result.size() && (result[number] == '.' || result[number] == ')'))
        result.insert(number, "\\");
    return result;
}

std::string page_heading(const Issue& issue, int number) {
    const PageInfo* page = find_page(issue, number);
    const std::string label = page == nullptr ? "" : page->label;
    return label.empty() ? fmt::format("## Page {}\n\n", number)
                         : fmt::format("## Page {}: {}\n\n", number, escaped(label));
}

std::string article_markdown(const Article& article) {
    std::string text;
    const auto add = [&](std::string_view before, const std::string& part, std::string_view after) {
        if (!part.empty()) text += fmt::format("{}{}{}\n\n", before, escaped(part), after);
    };
    add("**", text_of(article, BlockKind::kicker), "**");
    add("### ", text_of(article, BlockKind::title), "");
    add("**", text_of(article, BlockKind::subtitle), "**");
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::body) add("", block.text, "");
        if (block.kind == BlockKind::crosshead) add("#### ", block.text, "");
    }
    for (const Block& block : article.blocks)
        if (block.kind == BlockKind::caption) add("> ", block.text, "");
    return text;
}

}  // namespace

void write_md(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string text = fmt::format("# {}\n\n", escaped(issue.id));
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
