#include "text/clean_text.h"

#include <map>
#include <utility>

#include "core/characters.h"
#include "text/clean_characters.h"
#include "text/find_bylines.h"
#include "text/find_doubts.h"
#include "text/find_paragraphs.h"
#include "text/join_lines.h"

namespace banwen {
namespace {

bool is_set_line_by_line(ArticleType type) {
    return type == ArticleType::masthead || type == ArticleType::folio || type == ArticleType::imprint ||
           type == ArticleType::index;
}

// The record's field that a block's text goes to.
const char* field_of(BlockKind kind) {
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

void annotate(const std::u32string& paragraph, std::size_t shift, Article& article) {
    const int offset = static_cast<int>(shift);
    for (Byline byline : find_bylines(paragraph)) {
        byline.start += offset;
        byline.end += offset;
        article.bylines.push_back(std::move(byline));
    }
    if (article.dateline) return;
    article.dateline = find_dateline(paragraph);
    if (!article.dateline) return;
    article.dateline->start += offset;
    article.dateline->end += offset;
}

void clean_article(Article& article, const TextOptions& options) {
    const bool line_by_line = is_set_line_by_line(article.type);
    article.blocks = line_by_line ? one_block_a_line(std::move(article.blocks))
                                  : find_paragraphs(std::move(article.blocks), options);
    std::map<std::string, std::size_t> length_of;  // code points of each field so far
    for (Block& block : article.blocks) {
        const SourcedText text = clean_characters(join_lines(block.lines), options);
        block.text = to_utf8(text.text);
        if (text.text.empty()) continue;
        const std::string field = field_of(block.kind);
        std::size_t& length = length_of[field];
        if (length > 0) ++length;  // the line feed between two blocks
        for (Doubt& doubt : find_doubts(text, field, length))
            article.doubts.push_back(std::move(doubt));
        const bool prose = article.type == ArticleType::article || article.type == ArticleType::notice;
        if (block.kind == BlockKind::body && prose) annotate(text.text, length, article);
        length += text.text.size();
    }
}

}  // namespace

Issue clean_text(Issue issue, const TextOptions& options) {
    for (Article& article : issue.articles)
        clean_article(article, options);
    return issue;
}

}  // namespace banwen
