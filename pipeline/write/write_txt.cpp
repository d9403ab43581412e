#include "write/formats.h"

namespace banwen {
namespace {

// Puts `part` below what is there, after an empty line.
void add_part(std::string& text, const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += '\n';
    text += part;
    text += '\n';
}

std::string headings(const Article& article) {
    std::string text;
    for (const BlockKind kind : {BlockKind::kicker, BlockKind::title, BlockKind::subtitle}) {
        const std::string heading = text_of(article, kind);
        if (!heading.empty()) text += (text.empty() ? "" : "\n") + heading;
    }
    return text;
}

}  // namespace

void write_txt(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    for (const Article& article : issue.articles) {
        std::string text;
        add_part(text, headings(article));
        add_part(text, running_text(article));
        add_part(text, text_of(article, BlockKind::caption));
        folder.add("text/" + article.id + ".txt", text);
    }
}

}  // namespace banwen
