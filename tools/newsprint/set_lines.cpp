// A line takes what fits, then looks back for a place where it may end. A closing mark that stands
// just over the edge is pulled in when the line's marks can give up its width, or hangs in the margin
// where the paper does that. A Latin word is divided only when the line would else be loose. Each
// line is settled before the next: no paragraph is looked at as a whole, as no hand compositor did.
#include "set_lines.h"

#include <algorithm>
#include <optional>

#include "tokens.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

constexpr double kSlack = 1e-6;       // mm
constexpr double kLooseEms = 1.3;     // white from which a word is rather divided
constexpr double kMostSqueeze = 0.8;  // of the white that the marks can give up

// Tokens first..last-1 make one line, from x = indent on.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    double indent = 0;
    bool hyphen = false;  // the last word is divided
    bool hangs = false;   // the last mark stands beyond the measure
};

Span without_outer_spaces(const std::vector<Token>& tokens, Span span) {
    while (span.last > span.first && tokens[span.last - 1].space)
        --span.last;
    while (span.first < span.last && tokens[span.first].space)
        ++span.first;
    return span;
}

// Finds the ends of lines, one after the other.
class LineBreaker {
  public:
    LineBreaker(const TypeCase& type_case, const std::vector<Token>& tokens, const Setting& setting)
        : tokens_(tokens), setting_(setting), hyphen_(type_case.advance(setting.face, U"-") * setting.em) {}

    double natural_width(const Span& span) const {
        double width = span.indent + (span.hyphen ? hyphen_ : 0);
        for (std::size_t i = span.first; i < span.last; ++i)
            width += tokens_[i].width + (i > span.first ? tokens_[i].before : 0);
        return span.hangs ? width - tokens_[span.last - 1].width : width;
    }

    double squeeze_of(const Span& span) const {
        double sum = 0;
        for (std::size_t i = span.first; i < span.last; ++i)
            sum += tokens_[i].squeeze;
        return sum;
    }

    // The span from `span.first` that makes a line of `measure`.
    Span find_line(Span span, double measure) const {
        std::size_t fits = span.first + 1;
        for (std::size_t last = fits; last <= tokens_.size() && last <= fits + 2; ++last) {
            span.last = last;
            const Span seen = without_outer_spaces(tokens_, span);
            const double over = natural_width(seen) - measure;
            if (over <= kSlack) {
                fits = last;
            } else if (may_divide(last) && !may_divide(last - 1)) {
                if (over <= squeeze_of(seen) * kMostSqueeze) return span;
                if (may_hang(last - 1) && natural_width(seen) - tokens_[last - 1].width <= measure + kSlack) {
                    span.hangs = true;
                    return span;
                }
            }
        }
        return look_back(span, fits, measure);
    }

  private:
    Span look_back(Span span, std::size_t fits, double measure) const {
        span.last = fits;
        std::optional<Span> divided;
        for (; span.last > span.first; --span.last) {
            if (may_divide(span.last)) break;
            if (!divided) divided = divide_word(span, measure);
        }
        if (span.last == span.first) {
            span.last = fits;
            return divided.value_or(span);
        }
        const double white = measure - natural_width(without_outer_spaces(tokens_, span));
        return divided && white > kLooseEms * setting_.em ? *divided : span;
    }

    std::optional<Span> divide_word(Span span, double measure) const {
        if (span.last >= tokens_.size()) return std::nullopt;
        const Joint joint = tokens_[span.last].joint;
        if (joint == Joint::none) return std::nullopt;
        span.hyphen = joint == Joint::hyphen;
        if (natural_width(span) > measure + kSlack) return std::nullopt;
        return span;
    }

    bool may_divide(std::size_t at) const {
        if (at >= tokens_.size()) return true;
        return tokens_[at].joint == Joint::none && !may_not_begin_line(tokens_[at].text.front()) &&
               !may_not_end_line(tokens_[at - 1].text.back());
    }

    bool may_hang(std::size_t at) const {
        static constexpr std::u32string_view kHanging = U"，。、";
        return setting_.margin == Margin::hanging && tokens_[at].text.size() == 1 &&
               kHanging.find(tokens_[at].text.front()) != kHanging.npos;
    }

    const std::vector<Token>& tokens_;
    const Setting& setting_;
    double hyphen_;
};

// spread > 0 is white between pieces, squeeze 0..1 the share of the marks' white that is taken away.
struct Spacing {
    double spread = 0;
    double squeeze = 0;
};

// A glyph narrower than its cell (some faces' marks) stands in the cell's middle.
double centring(const TypeCase& type_case, const Token& token, double cell, const Setting& setting) {
    if (token.latin) return 0;
    if (setting.mode == LineMode::upright) return 0;
    return (cell - type_case.advance(setting.face, token.shown) * setting.em) / 2;
}

// How far the mark's glyph moves left when its cell gives up so much: an opening mark's white lies
// before it, one that stands in the middle has white on both sides.
double shift_of(const TypeCase& type_case, const Token& token, double given_up, const Setting& setting) {
    if (given_up <= 0) return 0;
    if (may_not_end_line(token.text.front())) return given_up;
    const Box ink = type_case.ink(setting.face, token.shown);
    return ink.x + ink.w / 2 > 0.4 * setting.face.stretch ? given_up / 2 : 0;
}

SetLine place(const TypeCase& type_case, const std::vector<Token>& tokens, const Span& span,
              const Spacing& spacing, const Setting& setting) {
    SetLine line;
    double x = span.indent;
    for (std::size_t i = span.first; i < span.last; ++i) {
        const Token& token = tokens[i];
        if (i > span.first) x += token.before + (token.joint == Joint::none ? spacing.spread : 0);
        line.text += token.text;
        const double given_up = token.squeeze * spacing.squeeze;
        if (!token.space) {
            const double cell = token.width - setting.tracking_ems * setting.em;
            const bool turned = token.latin && setting.mode == LineMode::upright;
            line.pieces.push_back({token.shown,
                                   x - shift_of(type_case, token, given_up, setting) +
                                       centring(type_case, token, cell, setting),
                                   turned});
        }
        x += token.width - given_up;
    }
    if (span.hyphen) {
        line.pieces.push_back({U"-", x, setting.mode == LineMode::upright});
        line.text += U'-';
        line.divided = true;
        x += type_case.advance(setting.face, U"-") * setting.em;
    }
    line.width = x - setting.tracking_ems * setting.em;
    line.end = tokens[span.last - 1].end;
    return line;
}

Spacing spacing_for(const LineBreaker& breaker, const std::vector<Token>& tokens, const Span& span,
                    double measure) {
    const double extra = measure - breaker.natural_width(span);
    if (extra < 0) return {0, -extra / std::max(breaker.squeeze_of(span), 1e-9)};
    std::size_t gaps = 0;
    for (std::size_t i = span.first + 1; i < span.last; ++i)
        gaps += tokens[i].joint == Joint::none && !(span.hangs && i + 1 == span.last);
    return {gaps == 0 ? 0 : extra / static_cast<double>(gaps), 0};
}

}  // namespace

std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting,
                                   const std::function<double(std::size_t)>& measure) {
    const std::vector<Token> tokens = cut_tokens(type_case, text, start, setting);
    const LineBreaker breaker(type_case, tokens, setting);
    std::vector<SetLine> lines;
    Span span;
    span.indent = start == 0 ? setting.indent_ems * setting.em : 0;
    while (span.first < tokens.size()) {
        while (span.first < tokens.size() && tokens[span.first].space)
            ++span.first;
        if (span.first == tokens.size()) break;
        const double width = measure(lines.size());
        span = breaker.find_line(span, width);
        const Span seen = without_outer_spaces(tokens, span);
        Spacing spacing = spacing_for(breaker, tokens, seen, width);
        if (span.last == tokens.size()) spacing.spread = 0;
        lines.push_back(place(type_case, tokens, seen, spacing, setting));
        lines.back().end = tokens[span.last - 1].end;
        span = {span.last, 0, 0, false, false};
    }
    return lines;
}

std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting) {
    return set_paragraph(type_case, text, start, setting, [&setting](std::size_t) { return setting.width; });
}

SetLine set_display_line(const TypeCase& type_case, std::u32string_view text, const Setting& setting) {
    const std::vector<Token> tokens = cut_tokens(type_case, text, 0, setting);
    if (tokens.empty()) return {};
    const Span span = without_outer_spaces(tokens, {0, tokens.size(), 0, false, false});
    return place(type_case, tokens, span, {}, setting);
}

}  // namespace banwen::newsprint
