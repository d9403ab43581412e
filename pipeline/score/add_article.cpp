#include "score/add_article.h"

#include <sstream>

#include "score/comparable_text.h"

namespace banwen {
namespace {

void add_part(const std::u32string& part, ScoredText& scored, std::vector<std::u32string>& parts) {
    if (part.empty()) return;
    parts.push_back(part);
    scored.everything += part;
}

void add_lines(const std::string& text, ScoredText& scored, std::vector<std::u32string>& parts) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        add_part(comparable_text(line), scored, parts);
}

}  // namespace

void add_article(const JsonValue& record, ScoredText& scored) {
    const std::string type = string_at(record, "type");
    const std::string heading =
        string_at(record, "kicker") + string_at(record, "title") + string_at(record, "subtitle");
    const std::string text = string_at(record, "text");
    if (type == "masthead" || type == "folio" || type == "imprint") {
        add_lines(heading + "\n" + text, scored, scored.furniture);
    } else if (type == "caption") {
        add_lines(heading + "\n" + text, scored, scored.captions);
    } else {
        scored.articles.push_back({comparable_text(heading), comparable_text(text)});
        scored.everything += scored.articles.back().heading + scored.articles.back().text;
    }
    for (const JsonValue& caption : array_at(record, "captions"))
        if (caption.is_string())
            add_part(comparable_text(caption.get<std::string>()), scored, scored.captions);
}

}  // namespace banwen
