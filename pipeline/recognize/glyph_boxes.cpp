#include "recognize/glyph_boxes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/characters.h"
#include "recognize/character_shape.h"

namespace banwen {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// What a division costs: figures are in the same unit, about "one em off its place".
constexpr double kInkLeftOver = 30;  // an em² of ink that no glyph takes
constexpr double kCutThroughInk = 3;
constexpr double kTooNarrow = 20, kTooWide = 60;  // for the square of the em too few or too many
constexpr double kTooHigh = 0.8;                  // at most: there may be a speck above a comma
constexpr double kOffPlace = 0.1;  // for the square of the em from the rough place, which may be an em off

// What it costs to give a glyph no ink: the engine invents marks more easily than characters, and an
// underscore is how it writes a wide gap.
double cost_without_ink(char32_t c) {
    if (c == U'_') return 0.1;
    return is_mark(c) ? 0.5 : 4;
}

// Ink of the line by columns.
class InkColumns {
  public:
    explicit InkColumns(const GrayImage& ink)
        : height_(ink.height),
          counts_(static_cast<std::size_t>(ink.width), 0),
          tops_(counts_.size(), ink.height),
          bottoms_(counts_.size(), 0),
          sums_(counts_.size() + 1, 0) {
        for (int y = 0; y < ink.height; ++y)
            for (int x = 0; x < ink.width; ++x)
                if (ink.at(x, y) != 0) add(static_cast<std::size_t>(x), y);
        for (std::size_t x = 0; x < counts_.size(); ++x)
            sums_[x + 1] = sums_[x] + counts_[x];
    }

    int width() const { return static_cast<int>(counts_.size()); }
    int count(int x) const { return x < 0 || x >= width() ? 0 : counts_[static_cast<std::size_t>(x)]; }
    int ink_between(int from, int to) const {
        return sums_[static_cast<std::size_t>(to)] - sums_[static_cast<std::size_t>(from)];
    }
    // Share of ink at the border between columns x − 1 and x, 0..1.
    double share_at(int x) const {
        return std::min(count(x - 1), count(x)) / static_cast<double>(std::max(1, height_));
    }

    // The smallest box around the ink of the columns [from, to), which are not all white.
    Box box_around(int from, int to) const {
        const auto first = static_cast<std::ptrdiff_t>(from), last = static_cast<std::ptrdiff_t>(to);
        const int top = *std::min_element(tops_.begin() + first, tops_.begin() + last);
        const int bottom = *std::max_element(bottoms_.begin() + first, bottoms_.begin() + last);
        return {from, top, to - from, bottom - top};
    }

  private:
    void add(std::size_t x, int y) {
        ++counts_[x];
        tops_[x] = std::min(tops_[x], y);
        bottoms_[x] = y + 1;
    }

    int height_;
    std::vector<int> counts_;
    std::vector<int> tops_;
    std::vector<int> bottoms_;
    std::vector<int> sums_;
};

// Columns at which the line may be cut: both ends of each white run, thin places in ink, and in long strokes
// (dashes) every half em.
std::vector<int> possible_cuts(const InkColumns& ink, double em) {
    std::vector<int> cuts{0};
    const int reach = std::max(1, static_cast<int>(em * 0.06));
    const int stride = std::max(2, static_cast<int>(em / 2));
    for (int x = 1; x < ink.width(); ++x) {
        const bool edge = (ink.count(x) == 0) != (ink.count(x - 1) == 0);
        bool thin = ink.count(x) > 0 && ink.share_at(x) < 0.3;
        for (int near = x - reach; thin && near <= x + reach; ++near)
            thin = ink.count(near) >= ink.count(x) && ink.count(near) > 0;
        if (edge || (thin && x - cuts.back() > reach) || x - cuts.back() >= stride) cuts.push_back(x);
    }
    cuts.push_back(ink.width());
    return cuts;
}

struct Span {
    int from = 0;
    int to = 0;
    bool empty() const { return to <= from; }
};

Span trimmed(const InkColumns& ink, Span span) {
    while (!span.empty() && ink.count(span.from) == 0)
        ++span.from;
    while (!span.empty() && ink.count(span.to - 1) == 0)
        --span.to;
    return span;
}

// Divides the line among its glyphs at the least cost; row i of the tables is for the first i glyphs, column
// k for the ink before cut k.
class Division {
  public:
    Division(const std::vector<Glyph>& glyphs, const InkColumns& ink, double em)
        : glyphs_(glyphs), ink_(ink), em_(em), cuts_(possible_cuts(ink, em)) {
        steps_.assign(glyphs.size() + 1, std::vector<Step>(cuts_.size()));
        steps_[0][0].cost = 0;
        for (std::size_t i = 0; i <= glyphs.size(); ++i)
            for (std::size_t k = 0; k < cuts_.size(); ++k)
                extend(i, k);
    }

    // One span a glyph, trimmed to its ink; empty for a glyph that got none.
    std::vector<Span> spans() const {
        std::vector<Span> spans(glyphs_.size());
        std::size_t i = glyphs_.size(), k = cuts_.size() - 1;
        while (i > 0 || k > 0) {
            const Step& step = steps_[i][k];
            if (step.takes_glyph) {
                --i;
                spans[i] = trimmed(ink_, {cuts_[step.from], cuts_[k]});
            }
            k = step.from;
        }
        return spans;
    }

  private:
    struct Step {
        double cost = kNever;
        std::size_t from = 0;  // cut at which the step began
        bool takes_glyph = false;
    };

    void offer(std::size_t i, std::size_t k, const Step& step) {
        if (step.cost < steps_[i][k].cost) steps_[i][k] = step;
    }

    void extend(std::size_t i, std::size_t k) {
        const double so_far = steps_[i][k].cost;
        if (so_far == kNever) return;
        if (k + 1 < cuts_.size()) {
            const double left = ink_.ink_between(cuts_[k], cuts_[k + 1]) / (em_ * em_);
            offer(i, k + 1, {so_far + kInkLeftOver * left, k, false});
        }
        if (i == glyphs_.size()) return;
        offer(i + 1, k, {so_far + cost_without_ink(character_of(glyphs_[i])), k, true});
        const InkSize size = ink_size(character_of(glyphs_[i]));
        const double longest = std::max(size.most_width, 1.0) * em_ * 1.4;
        for (std::size_t end = k + 1; end < cuts_.size(); ++end) {
            const Span span = trimmed(ink_, {cuts_[k], cuts_[end]});
            if (span.empty()) continue;
            if (span.to - span.from > longest) break;
            const double cost =
                misfit(span, size, glyphs_[i].box) + kCutThroughInk * ink_.share_at(cuts_[end]);
            offer(i + 1, end, {so_far + cost, k, true});
        }
    }

    double misfit(const Span& span, const InkSize& size, const Box& rough) const {
        const Box box = ink_.box_around(span.from, span.to);
        const double few = std::max(0.0, size.least_width - box.width / em_);
        const double many = std::max(0.0, box.width / em_ - size.most_width);
        const double high =
            std::max({0.0, box.height / em_ - size.most_height, box.bottom() / em_ - size.lowest});
        const double off = (box.center().x - rough.center().x) / em_;
        return kTooNarrow * few * few + kTooWide * many * many + std::min(kTooHigh, 6 * high) +
               kOffPlace * std::min(off * off, 4.0);
    }

    const std::vector<Glyph>& glyphs_;
    const InkColumns& ink_;
    double em_;
    std::vector<int> cuts_;
    std::vector<std::vector<Step>> steps_;
};

// A Han character's width along the line: type may be set narrow, and what is known is its height.
double em_along(const std::vector<Glyph>& glyphs, const InkColumns& ink, double type_size) {
    const Span all = trimmed(ink, {0, ink.width()});
    double cells = 0;
    for (const Glyph& glyph : glyphs)
        cells += is_full_width(character_of(glyph)) ? 1 : 0.5;
    const double pitch = cells > 0 ? (all.to - all.from) / cells : type_size;
    return std::max(2.0, std::clamp(pitch, type_size * 0.6, type_size * 1.1));
}

// The engine takes specks in the white beside a comma for quotation marks and hyphens, and doubts it.
bool is_speck(const Glyph& glyph, double type_size) {
    if (glyph.readings.empty()) return false;
    const double length = std::max(glyph.box.width, glyph.box.height) / type_size;
    const double confidence = glyph.readings.front().confidence;
    const char32_t c = character_of(glyph);
    if (is_double_quote(c)) return length < 0.3 && confidence < 0.7;
    return is_hyphen(c) && length < 0.2 && confidence < 0.9;
}

}  // namespace

std::vector<Glyph> fit_boxes(std::vector<Glyph> glyphs, const GrayImage& ink, double type_size) {
    if (ink.empty() || glyphs.empty()) return glyphs;
    const InkColumns columns(ink);
    const Division division(glyphs, columns, em_along(glyphs, columns, type_size));
    const std::vector<Span> spans = division.spans();
    std::vector<Glyph> fitted;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (!spans[i].empty())
            glyphs[i].box = columns.box_around(spans[i].from, spans[i].to);
        else if (is_mark(character_of(glyphs[i])))
            continue;
        if (is_speck(glyphs[i], type_size)) continue;
        fitted.push_back(std::move(glyphs[i]));
    }
    return fitted;
}

}  // namespace banwen
