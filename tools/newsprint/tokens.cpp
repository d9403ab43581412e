// Han characters and marks are tokens by themselves. A Latin run is cut into parts where a compositor
// would divide it: words by a rule of thumb (a consonant before a vowel, three letters on either
// side), addresses behind their strokes and points, numbers between digits if the paper does that.
// No dictionary of hyphenation is asked, so that a word may be divided where a Briton would not.
#include "tokens.h"

#include "unicode.h"

namespace banwen::newsprint {
namespace {

constexpr double kPairWhite = 0.45;  // ems that two marks side by side give up
constexpr std::size_t kLeastPart = 3;

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_vowel(char32_t c) {
    return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

bool is_address(std::u32string_view run) {
    return run.find(U'@') != run.npos || run.find(U"://") != run.npos || run.find(U"www.") != run.npos;
}

class LatinParts {
  public:
    LatinParts(std::u32string_view run, const Setting& setting)
        : run_(run), setting_(setting), address_(is_address(run)) {}

    // How the run may be divided before its character `at`.
    Joint joint(std::size_t at) const {
        const char32_t last = run_[at - 1];
        if (address_)
            return std::u32string_view(U"/.@-_").find(last) != std::u32string_view::npos ? Joint::bare
                                                                                         : Joint::closed;
        if (last == U'-' && at > 1 && is_letter(run_[at])) return Joint::bare;
        if (is_digit(last) && is_digit(run_[at]) && setting_.numbers == Numbers::divided) return Joint::bare;
        return may_take_hyphen(at) ? Joint::hyphen : Joint::closed;
    }

  private:
    bool may_take_hyphen(std::size_t at) const {
        if (at < kLeastPart || at + kLeastPart > run_.size()) return false;
        for (std::size_t i = at - kLeastPart; i < at + kLeastPart; ++i)
            if (!is_letter(run_[i])) return false;
        return is_vowel(run_[at - 1]) && !is_vowel(run_[at]) && is_vowel(run_[at + 1]);
    }

    std::u32string_view run_;
    const Setting& setting_;
    bool address_;
};

class Cutter {
  public:
    Cutter(const TypeCase& type_case, std::u32string_view text, std::size_t start, const Setting& setting)
        : type_case_(type_case), text_(text), setting_(setting) {
        for (std::size_t at = start; at < text.size();)
            at = take(at);
    }

    std::vector<Token> release() { return std::move(tokens_); }

  private:
    std::size_t take(std::size_t at) {
        const char32_t c = text_[at];
        if (is_latin(c)) return take_latin(at);
        Token token;
        token.space = c == U' ';
        const bool twin = (c == U'—' || c == U'…') && at + 1 < text_.size() && text_[at + 1] == c;
        token.end = at + (twin ? 2 : 1);
        token.text = text_.substr(at, token.end - at);
        token.shown = upright() ? upright_forms(token.text) : token.text;
        token.squeeze = squeezable_ems(c) * setting_.em * (stands_in_middle(token) ? 0.5 : 1);
        token.width = token.space ? space_width(at)
                                  : static_cast<double>(token.text.size()) * setting_.em *
                                        (upright() ? 1 : setting_.face.stretch);
        add(std::move(token));
        return tokens_.back().end;
    }

    std::size_t take_latin(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() && is_latin(text_[end]))
            ++end;
        const std::u32string_view run = text_.substr(at, end - at);
        if (upright() && stands_upright(run)) return take_digits(at, run);
        const LatinParts parts(run, setting_);
        std::size_t from = 0;
        Joint joint = Joint::none;
        for (std::size_t i = 1; i <= run.size(); ++i) {
            const Joint next = i < run.size() ? parts.joint(i) : Joint::none;
            if (next == Joint::closed) continue;
            Token token;
            token.latin = true;
            token.joint = joint;
            token.text = token.shown = run.substr(from, i - from);
            token.end = at + i;
            token.width = type_case_.advance(setting_.face, token.text) * setting_.em;
            add(std::move(token));
            from = i;
            joint = next;
        }
        return end;
    }

    // In an upright line a number of one or two digits takes one cell, a longer one a cell a digit.
    std::size_t take_digits(std::size_t at, std::u32string_view run) {
        const std::size_t cell = run.size() <= 2 ? run.size() : 1;
        for (std::size_t i = 0; i < run.size(); i += cell) {
            Token token;
            token.text = run.substr(i, cell);
            token.shown = cell == 1 ? upright_forms(token.text) : token.text;
            token.end = at + i + cell;
            token.width = setting_.em;
            add(std::move(token));
        }
        return at + run.size();
    }

    static bool stands_upright(std::u32string_view run) {
        for (const char32_t c : run)
            if (!is_digit(c) && c != U'.' && c != U'%') return false;
        return true;
    }

    // Some faces set closing marks in the middle of the cell, with half the white on either side.
    bool stands_in_middle(const Token& token) const {
        if (upright() || token.space || !may_not_begin_line(token.text.front())) return false;
        const Box ink = type_case_.ink(setting_.face, token.text);
        return ink.x + ink.w / 2 > 0.4 * setting_.face.stretch;
    }

    bool upright() const { return setting_.mode == LineMode::upright; }

    void add(Token token) {
        token.width += setting_.tracking_ems * setting_.em;
        if (!tokens_.empty() && token.joint == Joint::none) {
            Token& last = tokens_.back();
            if (token.latin != last.latin && parts_from(token))
                token.before = setting_.latin_gap_ems * setting_.em;
            if (setting_.pairs == MarkPairs::kerned) kern(last, token);
        }
        tokens_.push_back(std::move(token));
    }

    // Of two marks that turn their white to each other, or of two of a kind, one gives its white up.
    void kern(Token& last, Token& token) const {
        if (last.squeeze <= 0.4 * setting_.em || token.squeeze <= 0.4 * setting_.em) return;
        const bool last_opens = may_not_end_line(last.text.back());
        if (last_opens && !may_not_end_line(token.text.front())) return;
        token.before = -kPairWhite * setting_.em;
        (last_opens ? token : last).squeeze = 0;
    }

    bool parts_from(const Token& token) const {
        const Token& last = tokens_.back();
        if (token.space || last.space) return false;
        const char32_t other = token.latin ? last.text.back() : token.text.front();
        return !may_not_begin_line(other) && !may_not_end_line(other);
    }

    double space_width(std::size_t at) const {
        const bool in_latin =
            at > 0 && is_latin(text_[at - 1]) && at + 1 < text_.size() && is_latin(text_[at + 1]);
        return (in_latin ? 0.28 : setting_.gap_ems) * setting_.em;
    }

    const TypeCase& type_case_;
    std::u32string_view text_;
    const Setting& setting_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> cut_tokens(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                              const Setting& setting) {
    return Cutter(type_case, text, start, setting).release();
}

}  // namespace banwen::newsprint
