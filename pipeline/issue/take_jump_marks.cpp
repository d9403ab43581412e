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

constexpr std::u32string_view kWords = U"下上紧转接第头版";
constexpr std::u32string_view kNumbers = U"〇一二三四五六七八九十0123456789０１２３４５６７８９ABCDEFGH";
constexpr std::size_t kLongestMark = 14;  // glyphs
constexpr double kSure = 0.85;

bool is_of_marks(const std::string& text) {
    const std::u32string character = from_utf8(text);
    return character.size() == 1 &&
           (kWords.find(character[0]) != kWords.npos || kNumbers.find(character[0]) != kNumbers.npos);
}

std::u32string text_with(const TextLine& line, std::size_t changed, char32_t with) {
    TextLine other = line;
    other.glyphs[changed].readings.front().text = to_utf8(std::u32string(1, with));
    return from_utf8(plain_text(other));
}

// The line with each glyph in the reading that a mark may hold, where the recognizer offered one.
std::u32string text_by_other_readings(const TextLine& line) {
    TextLine other = line;
    for (Glyph& glyph : other.glyphs)
        for (const Reading& reading : glyph.readings)
            if (!is_of_marks(glyph.readings.front().text) && is_of_marks(reading.text)) {
                glyph.readings.front().text = reading.text;
                break;
            }
    return from_utf8(plain_text(other));
}

bool fills(const std::optional<JumpMark>& mark, const std::u32string& text) {
    return mark && mark->start == 0 && mark->end == text.size();
}

// A line of its own that is a mark but for its doubtful glyphs. Words may be guessed, the page never.
std::optional<JumpMark> find_doubtful_mark(const TextLine& line) {
    if (line.glyphs.size() > kLongestMark) return std::nullopt;
    const std::u32string text = text_by_other_readings(line);
    std::optional<JumpMark> mark = find_jump_mark(text);
    if (fills(mark, text)) return mark;
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
        const Reading& best = line.glyphs[i].readings.front();
        if (best.confidence > kSure || is_of_marks(best.text)) continue;
        for (const char32_t word : kWords) {
            const std::u32string guess = text_with(line, i, word);
            mark = find_jump_mark(guess);
            if (fills(mark, guess) && guess.size() == from_utf8(plain_text(line)).size()) return mark;
        }
    }
    return std::nullopt;
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
        std::optional<JumpMark> mark = find_jump_mark(from_utf8(plain_text(line)));
        if (!mark) mark = find_doubtful_mark(line);
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
