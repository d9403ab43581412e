#include "core/ledger.h"

#include <map>
#include <utility>

#include "core/characters.h"

namespace banwen {
namespace {

Fate fate_in(const Article& article, BlockKind kind) {
    switch (article.type) {
        case ArticleType::masthead:
            return Fate::masthead;
        case ArticleType::imprint:
            return Fate::imprint;
        case ArticleType::folio:
            return Fate::folio;
        case ArticleType::advertisement:
            return Fate::advertisement;
        case ArticleType::index:
            return Fate::index;
        case ArticleType::article:
        case ArticleType::notice:
        case ArticleType::caption:
            break;
    }
    if (kind == BlockKind::caption) return Fate::caption;
    return kind == BlockKind::body ? Fate::paragraph : Fate::heading;
}

void add_fates(const Article& article, std::vector<LineFate>& fates) {
    std::map<std::string_view, int> length_of;  // code points of each field so far
    for (const Block& block : article.blocks) {
        const std::string_view field = field_of(block.kind);
        int& length = length_of[field];
        if (length > 0 && !block.text.empty()) ++length;  // the line feed between two blocks
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const TextSpan span = i < block.spans.size() ? block.spans[i] : TextSpan{};
            fates.push_back({.line = block.lines[i].id,
                             .fate = fate_in(article, block.kind),
                             .article = &article,
                             .field = field,
                             .start = length + span.start,
                             .end = length + span.end,
                             .read = plain_text(block.lines[i])});
        }
        length += static_cast<int>(from_utf8(block.text).size());
    }
}

std::string told(const LineId& line) {
    return "line " + std::to_string(line.index) + " of page " + std::to_string(line.page);
}

}  // namespace

std::vector<LineFate> fates_of(const Issue& issue) {
    std::vector<LineFate> fates;
    for (const Article& article : issue.articles)
        add_fates(article, fates);
    for (const LedgerEntry& entry : issue.ledger)
        if (!entry.kept)
            fates.push_back({.line = entry.line,
                             .fate = entry.same_as ? Fate::duplicate : Fate::dropped,
                             .article = nullptr,
                             .field = {},
                             .read = entry.text,
                             .entry = &entry});
    return fates;
}

std::vector<std::string> find_unaccounted(const Issue& issue) {
    std::map<LineId, int> places;
    for (const PageInfo& page : issue.pages)
        for (int line = 0; line < page.lines; ++line)
            places[{page.number, line}] = 0;
    std::vector<std::string> problems;
    for (const LineFate& fate : fates_of(issue)) {
        const auto found = places.find(fate.line);
        if (found == places.end())
            problems.push_back(told(fate.line) + " was never recognized");
        else
            ++found->second;
    }
    for (const auto& [line, count] : places) {
        if (count == 0) problems.push_back(told(line) + " stands nowhere");
        if (count > 1) problems.push_back(told(line) + " stands in " + std::to_string(count) + " places");
    }
    return problems;
}

std::string_view field_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::kicker:
            return "kicker";
        case BlockKind::title:
            return "title";
        case BlockKind::subtitle:
            return "subtitle";
        case BlockKind::caption:
            return "captions";
        case BlockKind::body:
        case BlockKind::crosshead:
            break;
    }
    return "text";
}

std::string_view name_of(Fate fate) {
    switch (fate) {
        case Fate::paragraph:
            return "paragraph";
        case Fate::heading:
            return "heading";
        case Fate::caption:
            return "caption";
        case Fate::masthead:
            return "masthead";
        case Fate::imprint:
            return "imprint";
        case Fate::folio:
            return "folio";
        case Fate::advertisement:
            return "advertisement";
        case Fate::index:
            return "index";
        case Fate::duplicate:
            return "duplicate";
        case Fate::dropped:
            break;
    }
    return "dropped";
}

}  // namespace banwen
