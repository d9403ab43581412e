#include "set_lines.h"

#include <algorithm>
#include <optional>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

struct Token {
    std::u32string text;
    std::size_t end = 0;  // offset behind it in the source
    double width = 0;     // mm
    double before = 0;    // mm of white that parts Han from Latin
    double squeeze = 0;   // mm it can give up
    bool space = false;
    bool latin = false;
};

class Tokens {
  public:
    Tokens(const TypeCase& type_case, std::u32string_view text, std::size_t start, const Setting& setting)
        : type_case_(type_case), text_(text), setting_(setting) {
        for (std::size_t at = start; at < text.size();)
            at = take(at);
    }

    std::vector<Token> release() { return std::move(tokens_); }

  private:
    std::size_t take(std::size_t at) {
        Token token;
        std::size_t end = at + 1;
        const char32_t c = text_[at];
        if (c == U' ') {
            token.space = true;
        } else if (is_latin(c)) {
            token.latin = true;
            while (end < text_.size() && is_latin(text_[end]))
                ++end;
        } else if ((c == U'—' || c == U'…') && end < text_.size() && text_[end] == c) {
            ++end;  // the two-em dash and the six points are never divided
        }
        token.text = text_.substr(at, end - at);
        token.end = end;
        token.width = width_of(token, at);
        token.squeeze = token.latin ? 0 : squeezable_ems(c) * setting_.em;
        if (!tokens_.empty() && token.latin != tokens_.back().latin && parts_from(token))
            token.before = setting_.latin_gap_ems * setting_.em;
        tokens_.push_back(std::move(token));
        return end;
    }

    bool parts_from(const Token& token) const {
        const Token& last = tokens_.back();
        if (token.space || last.space) return false;
        const char32_t other = token.latin ? last.text.back() : token.text.front();
        return !may_not_begin_line(other) && !may_not_end_line(other);
    }

    double width_of(const Token& token, std::size_t at) const {
        const double em = setting_.em;
        const double tracking = setting_.tracking_ems * em;
        if (token.space) {
            const bool in_latin =
                at > 0 && is_latin(text_[at - 1]) && at + 1 < text_.size() && is_latin(text_[at + 1]);
            return (in_latin ? 0.28 : setting_.gap_ems) * em;
        }
        if (token.latin) return type_case_.advance(setting_.face, token.text) * em + tracking;
        return static_cast<double>(token.text.size()) * em * setting_.face.stretch + tracking;
    }

    const TypeCase& type_case_;
    std::u32string_view text_;
    const Setting& setting_;
    std::vector<Token> tokens_;
};

// Tokens first..last-1 make one line, from x = indent on.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    double indent = 0;
};

double natural_width(const std::vector<Token>& tokens, const Span& span) {
    double width = span.indent;
    for (std::size_t i = span.first; i < span.last; ++i)
        width += tokens[i].width + (i > span.first ? tokens[i].before : 0);
    return width;
}

Span without_outer_spaces(const std::vector<Token>& tokens, Span span) {
    while (span.last > span.first && tokens[span.last - 1].space)
        --span.last;
    while (span.first < span.last && tokens[span.first].space)
        ++span.first;
    return span;
}

double squeeze_of(const std::vector<Token>& tokens, const Span& span) {
    double sum = 0;
    for (std::size_t i = span.first; i < span.last; ++i)
        sum += tokens[i].squeeze;
    return sum;
}

bool may_divide(const std::vector<Token>& tokens, std::size_t at) {
    if (at >= tokens.size()) return true;
    return !may_not_begin_line(tokens[at].text.front()) && !may_not_end_line(tokens[at - 1].text.back());
}

// Where the line that begins at span.first ends. A closing mark that stands just over the edge is
// pulled in when the marks of the line can give up its width; else the line ends earlier.
std::size_t line_end(const std::vector<Token>& tokens, Span span, double measure) {
    constexpr double kSlack = 1e-6;
    std::size_t fits = span.first + 1;
    for (std::size_t last = fits; last <= tokens.size(); ++last) {
        span.last = last;
        const Span seen = without_outer_spaces(tokens, span);
        const double over = natural_width(tokens, seen) - measure;
        if (over <= kSlack) {
            fits = last;
        } else if (last <= fits + 2 && may_divide(tokens, last) && !may_divide(tokens, last - 1) &&
                   over <= squeeze_of(tokens, seen) * 0.8) {
            return last;
        } else if (last > fits + 2) {
            break;
        }
    }
    for (std::size_t last = fits; last > span.first; --last)
        if (may_divide(tokens, last)) return last;
    return fits;
}

// Places the span's tokens; spread > 0 is white between pieces, squeeze 0..1 the share of the marks'
// white that is taken away.
struct Spacing {
    double spread = 0;
    double squeeze = 0;
};

SetLine place(const TypeCase& type_case, const std::vector<Token>& tokens, const Span& span,
              const Spacing& spacing, const Setting& setting) {
    SetLine line;
    double x = span.indent;
    for (std::size_t i = span.first; i < span.last; ++i) {
        const Token& token = tokens[i];
        if (i > span.first) x += token.before + spacing.spread;
        line.text += token.text;
        const double given_up = token.squeeze * spacing.squeeze;
        const bool opens = may_not_end_line(token.text.front());
        if (!token.space) {
            // A glyph narrower than its cell (some faces' marks) stands in the cell's middle.
            const double cell = token.width - setting.tracking_ems * setting.em;
            const double glyph =
                token.latin ? cell : type_case.advance(setting.face, token.text) * setting.em;
            line.pieces.push_back({token.text, x - (opens ? given_up : 0) + (cell - glyph) / 2});
        }
        x += token.width - given_up;
    }
    line.width = x - setting.tracking_ems * setting.em;
    line.end = tokens[span.last - 1].end;
    return line;
}

Spacing spacing_for(const std::vector<Token>& tokens, const Span& span, double measure) {
    const double extra = measure - natural_width(tokens, span);
    if (extra < 0) return {0, -extra / std::max(squeeze_of(tokens, span), 1e-9)};
    const std::size_t gaps = span.last - span.first - 1;
    return {gaps == 0 ? 0 : extra / static_cast<double>(gaps), 0};
}

}  // namespace

std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting) {
    const std::vector<Token> tokens = Tokens(type_case, text, start, setting).release();
    std::vector<SetLine> lines;
    Span span;
    span.indent = start == 0 ? setting.indent_ems * setting.em : 0;
    while (span.first < tokens.size()) {
        while (span.first < tokens.size() && tokens[span.first].space)
            ++span.first;
        if (span.first == tokens.size()) break;
        span.last = line_end(tokens, span, setting.width);
        const Span seen = without_outer_spaces(tokens, span);
        const bool is_last = span.last == tokens.size();
        Spacing spacing = spacing_for(tokens, seen, setting.width);
        if (is_last) spacing.spread = 0;
        lines.push_back(place(type_case, tokens, seen, spacing, setting));
        lines.back().end = tokens[span.last - 1].end;
        span = {span.last, 0, 0};
    }
    return lines;
}

SetLine set_display_line(const TypeCase& type_case, std::u32string_view text, const Setting& setting) {
    const std::vector<Token> tokens = Tokens(type_case, text, 0, setting).release();
    if (tokens.empty()) return {};
    const Span span = without_outer_spaces(tokens, {0, tokens.size(), 0});
    return place(type_case, tokens, span, {}, setting);
}

}  // namespace banwen::newsprint
