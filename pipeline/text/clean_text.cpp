#include "text/clean_text.h"

#include <functional>
#include <map>
#include <utility>

#include "core/characters.h"
#include "core/ledger.h"
#include "text/clean_characters.h"
#include "text/find_bylines.h"
#include "text/find_doubts.h"
#include "text/find_paragraphs.h"
#include "text/join_lines.h"
#include "text/paper_words.h"

namespace banwen {
namespace {

bool is_set_line_by_line(ArticleType type) {
    return type == ArticleType::masthead || type == ArticleType::folio || type == ArticleType::imprint ||
           type == ArticleType::index;
}

bool holds(const TextLine& line, const Glyph* glyph) {
    const Glyph* first = line.glyphs.data();
    return std::less_equal<>()(first, glyph) && std::less<>()(glyph, first + line.glyphs.size());
}

// Where each line's characters ended up. They stand in the order of the lines; what a rule put in, like the
// space between two words, belongs to none.
std::vector<TextSpan> spans_of(const std::vector<TextLine>& lines, const SourcedText& text) {
    std::vector<TextSpan> spans(lines.size());
    std::size_t line = 0;
    for (std::size_t i = 0; i < text.source.size(); ++i) {
        if (text.source[i] == nullptr) continue;
        while (!holds(lines[line], text.source[i]))
            ++line;
        if (spans[line].end == 0) spans[line].start = static_cast<int>(i);
        spans[line].end = static_cast<int>(i) + 1;
    }
    return spans;
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

void clean_article(Article& article, const PaperWords& words, const TextOptions& options) {
    const bool line_by_line = is_set_line_by_line(article.type);
    article.blocks = line_by_line ? one_block_a_line(std::move(article.blocks))
                                  : find_paragraphs(std::move(article.blocks), options);
    std::map<std::string, std::size_t> length_of;  // code points of each field so far
    for (Block& block : article.blocks) {
        const SourcedText text = clean_characters(join_lines(block.lines, words), options);
        block.text = to_utf8(text.text);
        block.spans = spans_of(block.lines, text);
        if (text.text.empty()) continue;
        const std::string field(field_of(block.kind));
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
    const PaperWords words = find_paper_words(issue);
    for (Article& article : issue.articles)
        clean_article(article, words, options);
    return issue;
}

}  // namespace banwen
