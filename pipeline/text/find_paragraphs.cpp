#include "text/find_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/characters.h"
#include "text/column_edges.h"
#include "text/credit_gap.h"
#include "text/script_of.h"
#include "text/set_by_lines.h"

namespace banwen {
namespace {

bool is_heading(BlockKind kind) {
    return kind == BlockKind::kicker || kind == BlockKind::title || kind == BlockKind::subtitle;
}

// Latin paragraphs are indented by about half as much as Chinese ones.
double min_indent(const std::u32string& text, const TextOptions& options) {
    return is_mostly_han(text) ? options.indent_em : options.indent_em / 2;
}

// A line that breaks off after a comma does not end a paragraph, however short it is.
bool breaks_off(const std::u32string& text) {
    return !text.empty() &&
           std::u32string_view(U"，、；,;（(《“").find(text.back()) != std::u32string_view::npos;
}

// Lines of clearly different type are not one sentence: a slogan and the line under it.
bool is_other_type(const TextLine& a, const TextLine& b) {
    constexpr double kOtherSize = 1.4;
    constexpr std::size_t kEnoughGlyphs = 4;  // fewer do not tell the size for sure
    if (a.type_size <= 0 || b.type_size <= 0) return false;
    if (std::min(a.glyphs.size(), b.glyphs.size()) < kEnoughGlyphs) return false;
    return std::max(a.type_size, b.type_size) > kOtherSize * std::min(a.type_size, b.type_size);
}

// A credit that fills its line has its rest on the next one, in the middle mostly.
bool is_rest_of_credit(const std::u32string& text, const LineFill& fill) {
    constexpr double kCentred = 1;  // em
    const bool centred = fill.indent > kCentred && std::abs(fill.indent - fill.shortfall) < kCentred;
    const bool told = text.ends_with(U"文/图") || text.ends_with(U"文／图") || text.starts_with(U"通讯员");
    return (centred || told) && text.find_first_of(U"，。；：？！,.;:?!") == text.npos;
}

class ParagraphFinder {
  public:
    explicit ParagraphFinder(const TextOptions& options) : options_(options) {}

    std::vector<Block> find(std::vector<Block> blocks) {
        std::vector<const Block*> bodies;
        for (const Block& block : blocks)
            if (block.kind == BlockKind::body) bodies.push_back(&block);
        const std::vector<std::vector<LineFill>> fills = find_line_fill(bodies);
        auto fill = fills.begin();
        for (Block& block : blocks) {
            if (block.kind == BlockKind::body)
                add_lines(std::move(block.lines), *fill++);
            else
                add_block(std::move(block));
        }
        return std::move(out_);
    }

  private:
    void add_block(Block block) {
        if (block.lines.empty()) return;
        if (block.kind == BlockKind::crosshead) open_.reset();
        const bool goes_on = is_heading(block.kind) && !out_.empty() && out_.back().kind == block.kind;
        if (!goes_on) return out_.push_back(std::move(block));
        for (TextLine& line : block.lines)
            out_.back().lines.push_back(std::move(line));
    }

    void add_lines(std::vector<TextLine> lines, const std::vector<LineFill>& fills) {
        const std::vector<bool> alone = find_lines_by_themselves(lines, fills);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::u32string text = from_utf8(plain_text(lines[i]));
            const bool begins = !open_ || alone[i] || begins_paragraph(text, fills[i]) ||
                                is_other_type(out_[*open_].lines.back(), lines[i]);
            if (begins) {
                open_ = out_.size();
                out_.push_back({BlockKind::body, {}, ""});
            }
            out_[*open_].lines.push_back(std::move(lines[i]));
            last_fill_ = fills[i];
            last_text_ = text;
        }
    }

    bool begins_paragraph(const std::u32string& text, const LineFill& fill) const {
        if (out_[*open_].lines.size() == 1 && is_credit(last_text_) && is_rest_of_credit(text, fill))
            return false;
        if (fill.indent > min_indent(text, options_)) return true;
        return last_fill_.shortfall > options_.short_line_em && !breaks_off(last_text_);
    }

    const TextOptions& options_;
    std::vector<Block> out_;
    std::optional<std::size_t> open_;  // the paragraph that the next line may belong to
    LineFill last_fill_;
    std::u32string last_text_;
};

}  // namespace

std::vector<Block> find_paragraphs(std::vector<Block> blocks, const TextOptions& options) {
    return ParagraphFinder(options).find(std::move(blocks));
}

std::vector<Block> one_block_a_line(std::vector<Block> blocks) {
    std::vector<Block> out;
    for (Block& block : blocks)
        for (TextLine& line : block.lines)
            out.push_back({block.kind, {std::move(line)}, ""});
    return out;
}

}  // namespace banwen
