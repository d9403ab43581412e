#include "issue/take_jump_marks.h"

#include <optional>
#include <utility>

#include "core/characters.h"
#include "issue/jump_mark.h"

namespace banwen {
namespace {

constexpr const char* kReason = "jump mark";

// The line without the glyphs that stand in [start, end) of its plain text.
TextLine without_span(const TextLine& line, std::size_t start, std::size_t end) {
    TextLine rest = line;
    rest.glyphs.clear();
    rest.box = {};
    std::size_t at = 0;
    for (const Glyph& glyph : line.glyphs) {
        if (glyph.space_before && at > 0) ++at;
        if (at < start || at >= end) {
            rest.glyphs.push_back(glyph);
            rest.box = bounding(rest.box, glyph.box);
        }
        at += from_utf8(glyph.readings.front().text).size();
    }
    return rest;
}

class MarkTaker {
  public:
    explicit MarkTaker(Article article) { taken_.article = std::move(article); }

    UnmarkedArticle take() {
        for (Block& block : taken_.article.blocks) {
            std::vector<TextLine> lines;
            for (TextLine& line : block.lines)
                if (std::optional<TextLine> rest = without_mark(std::move(line), block.kind))
                    lines.push_back(std::move(*rest));
            block.lines = std::move(lines);
        }
        std::erase_if(taken_.article.blocks, [](const Block& block) { return block.lines.empty(); });
        return std::move(taken_);
    }

  private:
    std::optional<TextLine> without_mark(TextLine line, BlockKind kind) {
        const bool first_of_text = kind == BlockKind::body && std::exchange(text_begins_, false);
        const std::optional<JumpMark> mark = find_jump_mark(from_utf8(plain_text(line)));
        if (!mark) return line;
        note(*mark, first_of_text);
        TextLine rest = without_span(line, mark->start, mark->end);
        const bool kept = !rest.glyphs.empty();
        taken_.ledger.push_back({line.id, kReason, plain_text(line), kept});
        if (!kept) return std::nullopt;
        return rest;
    }

    void note(const JumpMark& mark, bool first_of_text) {
        const bool leaving = mark.direction == JumpDirection::leaving ||
                             (mark.direction == JumpDirection::by_place && !first_of_text);
        std::u32string& page = leaving ? taken_.ends.to_page : taken_.ends.from_page;
        if (page.empty()) page = mark.page;
    }

    UnmarkedArticle taken_;
    bool text_begins_ = true;
};

}  // namespace

UnmarkedArticle take_jump_marks(Article article) {
    return MarkTaker(std::move(article)).take();
}

}  // namespace banwen
