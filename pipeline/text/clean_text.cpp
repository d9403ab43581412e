#include "text/clean_text.h"

#include <functional>
#include <iterator>
#include <map>
#include <utility>

#include "core/characters.h"
#include "core/ledger.h"
#include "text/clean_characters.h"
#include "text/find_bylines.h"
#include "text/find_doubts.h"
#include "text/find_paragraphs.h"
#include "text/join_lines.h"
#include "text/language.h"
#include "text/paper_words.h"
#include "text/repair_doubts.h"
#include "text/set_look_alikes.h"

namespace banwen {
namespace {

bool is_set_line_by_line(ArticleType type) {
    return type == ArticleType::masthead || type == ArticleType::folio || type == ArticleType::imprint;
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

// What the table of look-alikes changed, for the ledger.
std::vector<LedgerEntry> told(const std::vector<Edit>& edits, const SourcedText& text,
                              const std::vector<TextLine>& lines) {
    std::vector<LedgerEntry> entries;
    std::size_t line = 0;
    for (const Edit& edit : edits) {
        const Glyph* glyph = text.source[edit.start];
        while (glyph != nullptr && !holds(lines[line], glyph))
            ++line;
        entries.push_back({lines[line].id, "looks like another character",
                           to_utf8(text.text.substr(edit.start, edit.end - edit.start)), true,
                           to_utf8(edit.with), std::nullopt});
    }
    return entries;
}

class ArticleCleaner {
  public:
    ArticleCleaner(const PaperWords& words, const TextOptions& options) : words_(words), options_(options) {}

    void clean(Article& article) {
        // An index has come entry by entry.
        if (is_set_line_by_line(article.type))
            article.blocks = one_block_a_line(std::move(article.blocks));
        else if (article.type != ArticleType::index)
            article.blocks = find_paragraphs(std::move(article.blocks), options_);
        std::map<std::string, std::size_t> length_of;  // code points of each field so far
        for (Block& block : article.blocks) {
            const SourcedText text = clean_block(block);
            if (text.text.empty()) continue;
            const std::string field(field_of(block.kind));
            std::size_t& length = length_of[field];
            if (length > 0) ++length;  // the line feed between two blocks
            for (Doubt& doubt : find_doubts(text, field, length))
                article.doubts.push_back(std::move(doubt));
            const bool prose = article.type == ArticleType::article || article.type == ArticleType::notice;
            if (block.kind == BlockKind::body && prose) annotate(text.text, length, article);
            place_pointers(article, block, static_cast<int>(length));
            length += text.text.size();
        }
    }

    std::vector<LedgerEntry> ledger;

  private:
    SourcedText clean_block(Block& block) {
        SourcedText text = join_lines(block.lines, words_);
        const std::vector<Edit> edits = set_look_alikes(text.text);
        for (LedgerEntry& entry : told(edits, text, block.lines))
            ledger.push_back(std::move(entry));
        text = clean_characters(apply_edits(std::move(text), edits), options_);
        block.text = to_utf8(text.text);
        block.spans = spans_of(block.lines, text);
        return text;
    }

    // Of an index each block is an entry; the pointer names its first line.
    static void place_pointers(Article& article, const Block& block, int shift) {
        for (Pointer& pointer : article.pointers)
            if (field_of(block.kind) == "text" && block.lines.front().id == pointer.line) {
                pointer.start = shift + block.spans.front().start;
                pointer.end = shift + block.spans.back().end;
            }
    }

    const PaperWords& words_;
    const TextOptions& options_;
};

}  // namespace

std::string_view name_of(Punctuation punctuation) {
    return punctuation == Punctuation::ascii ? "ascii" : "fullwidth";
}

std::string_view name_of(PrintedScript script) {
    return script == PrintedScript::hans ? "hans" : "printed";
}

std::string_view name_of(Evidence doubts) {
    return doubts == Evidence::language && knows_language() ? "language" : "paper";
}

Issue clean_text(Issue issue, const TextOptions& options) {
    issue = repair_doubts(std::move(issue), options.doubts);
    const PaperWords words = find_paper_words(issue);
    ArticleCleaner cleaner(words, options);
    for (Article& article : issue.articles)
        cleaner.clean(article);
    std::move(cleaner.ledger.begin(), cleaner.ledger.end(), std::back_inserter(issue.ledger));
    return issue;
}

}  // namespace banwen
