// A block's text is cut where its lines begin, so that the parts always give the whole text again. A line's
// characters are given the glyphs' boxes where there are as many of one as of the other.
#include "write/set_page.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/characters.h"
#include "write/page_names.h"

namespace banwen {
namespace {

bool is_gap(char32_t c) {
    return c == U' ' || c == U'\u3000';
}

// The text of each line, gaps at its ends with it.
std::vector<std::u32string> cut_at_lines(const Block& block) {
    const std::u32string text = from_utf8(block.text);
    std::vector<std::u32string> parts(block.lines.size());
    std::size_t from = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool known = i + 1 < parts.size() && i + 1 < block.spans.size();
        const auto next =
            known ? static_cast<std::size_t>(std::max(block.spans[i + 1].start, 0)) : text.size();
        const std::size_t to = std::clamp(next, from, text.size());
        parts[i] = text.substr(from, to - from);
        from = to;
    }
    return parts;
}

// The part [from, to) of the line along its run, of `count` characters.
Box share_of(const TextLine& line, std::size_t from, std::size_t to, std::size_t count) {
    const bool upright = line.mode == WritingMode::vertical;
    const int length = upright ? line.box.height : line.box.width;
    const auto at = [&](std::size_t place) {
        return static_cast<int>(static_cast<std::size_t>(length) * place / count);
    };
    Box box = line.box;
    (upright ? box.top : box.left) += at(from);
    (upright ? box.height : box.width) = at(to) - at(from);
    return box;
}

class LineSetter {
  public:
    LineSetter(const PageInfo& page, PageFrame frame, const TextLine& line, const std::u32string& text)
        : page_(page), frame_(frame), line_(line), text_(text) {
        characters_ = static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char32_t c) { return !is_gap(c); }));
        as_read_ = characters_ == line.glyphs.size();
    }

    std::optional<SetLine> set() {
        SetLine line{.id = line_.id, .mode = line_.mode, .box = framed(line_.box), .words = {}};
        for (std::size_t i = 0; i < text_.size();) {
            const std::size_t end = word_end(i);
            if (end > i) line.words.push_back(word(text_.substr(i, end - i)));
            i = end + 1;
        }
        return line.words.empty() ? std::nullopt : std::optional(line);
    }

  private:
    Box framed(const Box& box) const {
        if (frame_ == PageFrame::upright) return box;
        return frame_ == PageFrame::scan ? on_scan(page_, box) : ScanMap{{}, page_.to_scan.bend}.apply(box);
    }

    std::size_t word_end(std::size_t from) const {
        const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(from);
        return static_cast<std::size_t>(std::find_if(begin, text_.end(), is_gap) - text_.begin());
    }

    SetWord word(const std::u32string& characters) {
        const std::size_t from = place_;
        place_ += characters.size();
        SetWord word{.text = to_utf8(characters), .box = {}, .confidence = confidence(line_), .glyphs = {}};
        if (!as_read_) {
            word.box = framed(share_of(line_, from, place_, characters_));
            return word;
        }
        double sum = 0;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const Glyph& glyph = line_.glyphs[from + i];
            const Box box = framed(glyph.box);
            word.glyphs.push_back({to_utf8(characters.substr(i, 1)), box, glyph.readings});
            word.box = bounding(word.box, box);
            sum += glyph.readings.front().confidence;
        }
        word.confidence = sum / static_cast<double>(characters.size());
        return word;
    }

    const PageInfo& page_;
    const PageFrame frame_;
    const TextLine& line_;
    const std::u32string& text_;
    std::size_t characters_ = 0;
    bool as_read_ = false;
    std::size_t place_ = 0;  // characters before the next word
};

// The characters on both sides of the cut between the parts `i - 1` and `i`; "" where a gap or an end of the
// text stands there.
std::string seam_at(const std::vector<std::u32string>& parts, std::size_t i) {
    std::size_t before = i;
    while (before > 0 && parts[before - 1].empty())
        --before;
    std::size_t after = i;
    while (after < parts.size() && parts[after].empty())
        ++after;
    if (before == 0 || after >= parts.size()) return "";
    const char32_t last = parts[before - 1].back(), first = parts[after].front();
    return is_gap(last) || is_gap(first) ? "" : to_utf8(std::u32string{last, first});
}

bool stands_before(const std::vector<std::u32string>& parts, std::size_t i) {
    return std::any_of(
        parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i),
        [](const std::u32string& part) { return !std::all_of(part.begin(), part.end(), is_gap); });
}

// The place of the part's first character in the whole text; gaps at its head are passed over.
int start_of(const std::vector<std::u32string>& parts, std::size_t i) {
    std::size_t start = 0;
    for (std::size_t k = 0; k < i; ++k)
        start += parts[k].size();
    const auto first = std::find_if_not(parts[i].begin(), parts[i].end(), is_gap);
    return static_cast<int>(start) + static_cast<int>(first - parts[i].begin());
}

void set_block(const Block& block, const PageInfo& page, PageFrame frame, SetBlock part,
               std::vector<SetBlock>& blocks) {
    const std::vector<std::u32string> texts = cut_at_lines(block);
    const std::string id = part.id;
    const TextLine* before = nullptr;
    int number = 0;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const TextLine& line = block.lines[i];
        const bool same =
            before != nullptr && before->id.page == line.id.page && before->region == line.region;
        if (!same) {
            if (!part.lines.empty()) blocks.push_back(part);
            part.lines.clear();
            part.box = {};
            part.id = fmt::format("{}_{}", id, ++number);
            part.region = line.region;
        }
        before = &line;
        const bool begun = stands_before(texts, i);
        if (line.id.page != page.number) continue;
        std::optional<SetLine> set = LineSetter(page, frame, line, texts[i]).set();
        if (!set) continue;
        set->start = start_of(texts, i);
        set->seam_before = seam_at(texts, i);
        set->seam_after = seam_at(texts, i + 1);
        set->continues = !set->seam_before.empty();
        set->gap_before = begun && !set->continues;
        set->continued = !set->seam_after.empty();
        part.box = bounding(part.box, set->box);
        part.lines.push_back(std::move(*set));
    }
    if (!part.lines.empty()) blocks.push_back(part);
}

}  // namespace

std::vector<std::string> line_texts(const Block& block) {
    std::vector<std::string> texts;
    for (const std::u32string& part : cut_at_lines(block)) {
        const auto begin = std::find_if_not(part.begin(), part.end(), is_gap);
        const auto end = std::find_if_not(part.rbegin(), part.rend(), is_gap).base();
        texts.push_back(begin < end ? to_utf8(std::u32string(begin, end)) : "");
    }
    return texts;
}

std::vector<SetBlock> set_page(const Issue& issue, const PageInfo& page, PageFrame frame) {
    std::vector<SetBlock> blocks;
    for (std::size_t a = 0; a < issue.articles.size(); ++a) {
        const Article& article = issue.articles[a];
        for (std::size_t b = 0; b < article.blocks.size(); ++b)
            set_block(article.blocks[b], page, frame,
                      {.id = fmt::format("A{:04}_B{:03}", a + 1, b + 1),
                       .article = &article,
                       .kind = article.blocks[b].kind,
                       .box = {},
                       .lines = {}},
                      blocks);
    }
    return blocks;
}

}  // namespace banwen
