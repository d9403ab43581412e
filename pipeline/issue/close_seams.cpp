// A seam lies between two body blocks that follow each other in an article: the foot of one column and the
// head of the next, of one page and the next. The longest run that ends the one and begins the other is
// looked for over a few lines; in a long one the recognizer may have lost or made up one glyph. A run of one
// or two glyphs proves nothing by its text, it must be the same ink. What is lost at a seam is not seen.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/characters.h"
#include "issue/compare_readings.h"
#include "issue/repeated_text.h"

namespace banwen {
namespace {

constexpr const char* kReason = "repeats the end of the column before";
constexpr std::size_t kMostLines = 8;  // of either side that a repeat may fill
constexpr std::size_t kFewest = 3;     // glyphs

std::u32string best_text(std::span<const Glyph> glyphs) {
    std::string text;
    for (const Glyph& glyph : glyphs)
        text += glyph.readings.front().text;
    return from_utf8(text);
}

// 一步一步, 哈哈哈: a shorter run, over and over.
bool repeats_within(const std::u32string& run) {
    for (std::size_t period = 1; period <= run.size() / 2; ++period) {
        std::size_t alike = 0;
        for (std::size_t i = period; i < run.size(); ++i)
            alike += run[i] == run[i - period] ? 1 : 0;
        if (alike == run.size() - period) return true;
    }
    return false;
}

bool is_word_stuff(std::span<const Glyph> glyphs) {
    const std::u32string text = best_text(glyphs);
    const auto letters =
        std::count_if(text.begin(), text.end(), [](char32_t c) { return is_han(c) || is_latin(c); });
    return letters >= static_cast<std::ptrdiff_t>(kFewest) && !repeats_within(text);
}

std::vector<Glyph> glyphs_of(auto first, auto last) {
    std::vector<Glyph> glyphs;
    for (; first != last; ++first)
        glyphs.insert(glyphs.end(), first->glyphs.begin(), first->glyphs.end());
    return glyphs;
}

bool is_same(const Glyph& a, const Glyph& b) {
    return compare_readings({&a, 1}, {&b, 1}).same == 1;
}

// The two agree but for one glyph that the longer one has within; the others must all be the same.
bool agree_but_for_one(std::span<const Glyph> longer, std::span<const Glyph> shorter) {
    const auto [gap, at] =
        std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end(), is_same);
    if (gap == longer.begin() || longer.end() - gap < 2) return false;
    return std::equal(gap + 1, longer.end(), at, shorter.end(), is_same);
}

// A run of which one side has a glyph more than the other; as many glyphs of the head as say it. 0: none
// does.
std::size_t uneven_repeat_length(const std::vector<Glyph>& foot, const std::vector<Glyph>& head) {
    constexpr std::size_t kLongEnough = 5;  // glyphs that agree
    for (std::size_t length = std::min(foot.size(), head.size()); length > kLongEnough; --length) {
        const std::span<const Glyph> whole_end(foot.data() + foot.size() - length, length);
        const std::span<const Glyph> whole_begin(head.data(), length);
        if (agree_but_for_one(whole_begin, whole_end.subspan(1)) && is_word_stuff(whole_begin)) return length;
        if (agree_but_for_one(whole_end, whole_begin.first(length - 1)) && is_word_stuff(whole_begin))
            return length - 1;
    }
    return 0;
}

// One or two glyphs at the head that are the ink of those at the foot.
std::size_t same_ink_length(const std::vector<Glyph>& foot, const std::vector<Glyph>& head) {
    constexpr double kSameInk = 0.6;
    for (std::size_t length = std::min<std::size_t>({kFewest - 1, foot.size(), head.size()}); length > 0;
         --length) {
        bool same = true;
        for (std::size_t i = 0; i < length; ++i) {
            const Glyph &end = foot[foot.size() - length + i], &begin = head[i];
            same = same && share_inside(begin.box, end.box) > kSameInk && is_same(end, begin);
        }
        if (same) return length;
    }
    return 0;
}

// How many glyphs of the head say again what ends the foot; 0 where none do.
std::size_t repeat_length(const std::vector<Glyph>& foot, const std::vector<Glyph>& head) {
    for (std::size_t length = std::min(foot.size(), head.size()); length >= kFewest; --length) {
        const std::span<const Glyph> end(foot.data() + foot.size() - length, length);
        const std::span<const Glyph> begin(head.data(), length);
        if (may_be_same_print(compare_readings(end, begin)) && is_word_stuff(begin)) return length;
    }
    return uneven_repeat_length(foot, head);
}

// The line runs to its column's end: the paragraph goes on behind it.
bool runs_on(const TextLine& line) {
    const bool vertical = line.mode == WritingMode::vertical;
    const Box& measure = line.measure.empty() ? line.box : line.measure;
    const int left_over =
        vertical ? measure.bottom() - line.box.bottom() : measure.right() - line.box.right();
    constexpr double kShort = 2.5;  // em
    return left_over < kShort * line.type_size;
}

bool is_indented(const TextLine& line) {
    const bool vertical = line.mode == WritingMode::vertical;
    const Box& measure = line.measure.empty() ? line.box : line.measure;
    constexpr double kIndent = 1.2;  // em
    return (vertical ? line.box.top - measure.top : line.box.left - measure.left) > kIndent * line.type_size;
}

bool may_be_seam(const Block& foot, const Block& head) {
    if (foot.lines.empty() || head.lines.empty()) return false;
    const TextLine &last = foot.lines.back(), &first = head.lines.front();
    const bool elsewhere =
        last.region != first.region || last.id.page != first.id.page || last.box.top > first.box.top;
    return elsewhere && runs_on(last) && !is_indented(first);
}

class SeamCloser {
  public:
    explicit SeamCloser(std::vector<LedgerEntry>& ledger) : ledger_(ledger) {}

    void close(Article& article) {
        Block* foot = nullptr;
        for (Block& block : article.blocks) {
            if (block.kind == BlockKind::crosshead) foot = nullptr;
            if (block.kind != BlockKind::body) continue;
            if (foot != nullptr && may_be_seam(*foot, block)) close_between(*foot, block);
            if (!block.lines.empty()) foot = &block;
        }
        std::erase_if(article.blocks, [](const Block& block) {
            return block.kind == BlockKind::body && block.lines.empty();
        });
    }

  private:
    void close_between(const Block& foot, Block& head) {
        const auto lines = static_cast<std::ptrdiff_t>(std::min(kMostLines, foot.lines.size()));
        const auto heads = static_cast<std::ptrdiff_t>(std::min(kMostLines, head.lines.size()));
        const std::vector<Glyph> end = glyphs_of(foot.lines.end() - lines, foot.lines.end());
        const std::vector<Glyph> begin = glyphs_of(head.lines.begin(), head.lines.begin() + heads);
        std::size_t left = repeat_length(end, begin);
        if (left == 0 && foot.lines.back().id.page == head.lines.front().id.page)
            left = same_ink_length(end, begin);
        while (left > 0) {
            TextLine& line = head.lines.front();
            const std::size_t count = std::min(left, line.glyphs.size());
            left -= count;
            take_off(line, count, foot.lines.back().id);
            if (line.glyphs.empty()) head.lines.erase(head.lines.begin());
        }
    }

    void take_off(TextLine& line, std::size_t count, const LineId& stays) {
        const std::string read = to_utf8(best_text({line.glyphs.data(), count}));
        line.glyphs.erase(line.glyphs.begin(), line.glyphs.begin() + static_cast<std::ptrdiff_t>(count));
        ledger_.push_back({line.id, kReason, read, !line.glyphs.empty(), "", stays});
    }

    std::vector<LedgerEntry>& ledger_;
};

}  // namespace

WithoutRepeats close_seams(std::vector<Article> articles) {
    WithoutRepeats swept;
    SeamCloser closer(swept.ledger);
    for (Article& article : articles)
        if (article.type == ArticleType::article || article.type == ArticleType::notice)
            closer.close(article);
    swept.articles = std::move(articles);
    return swept;
}

}  // namespace banwen
