#include "text/pair_quotes.h"

#include <array>
#include <string_view>

#include "core/characters.h"
#include "text/script_of.h"

namespace banwen {
namespace {

using View = std::u32string_view;

// What a reading of a mark costs. Only their order matters: a mark in an impossible place weighs more than a
// lost partner, a lost partner more than the direction that was read.
constexpr double kImpossible = 4;
constexpr double kLostPartner = 2.5;
constexpr double kUnlikely = 1.5;
constexpr double kReadOtherwise = 0.75;
constexpr double kOpenAtEnd = 0.5;  // a speech may go on in the next paragraph

struct Family {
    View marks;
    char32_t open;
    char32_t close;
};

constexpr std::array kFamilies = {
    Family{U"\"“”„‟＂〝〞", U'“', U'”'},
    Family{U"'‘’‚‛＇", U'‘', U'’'},
};

bool holds(View set, char32_t c) {
    return c != 0 && set.find(c) != View::npos;
}

// Spaces and other quotation marks do not tell which way a mark looks.
char32_t neighbour(View text, std::size_t i, int step) {
    for (std::size_t k = i + static_cast<std::size_t>(step); k < text.size();
         k += static_cast<std::size_t>(step))
        if (text[k] != U' ' && !holds(kFamilies[0].marks, text[k]) && !holds(kFamilies[1].marks, text[k]))
            return text[k];
    return U'\0';
}

bool is_apostrophe(View text, std::size_t i) {
    const bool after_latin = i > 0 && is_latin(text[i - 1]);
    const bool before_latin = i + 1 < text.size() && is_latin(text[i + 1]);
    return after_latin && before_latin;
}

double cost_of_opening(View text, std::size_t i) {
    const char32_t next = neighbour(text, i, 1);
    if (next == 0 || holds(U"，。、；：？！）》〉】,;:?!)", next)) return kImpossible;
    return 0;
}

double cost_of_closing(View text, std::size_t i) {
    const char32_t before = neighbour(text, i, -1);
    if (before == 0 || holds(U"（《〈【：(:", before)) return kImpossible;
    return before == U'、' ? kUnlikely : 0;
}

// The cheapest way through the marks; state 0: outside a quotation, 1: inside.
class QuotePath {
  public:
    QuotePath(View text, const Family& family) : text_(text), family_(family) {}

    void step(std::size_t place) {
        const char32_t read = text_[place];
        const double open = cost_of_opening(text_, place) + (read == family_.close ? kReadOtherwise : 0);
        const double close = cost_of_closing(text_, place) + (read == family_.open ? kReadOtherwise : 0);
        // To be inside after this mark it must open, to be outside it must close.
        const double to_inside[2] = {cost_[0] + open, cost_[1] + open + kLostPartner};
        const double to_outside[2] = {cost_[0] + close + kLostPartner, cost_[1] + close};
        const int inside_from = to_inside[1] < to_inside[0] ? 1 : 0;
        const int outside_from = to_outside[1] < to_outside[0] ? 1 : 0;
        from_.push_back({outside_from, inside_from});
        cost_ = {to_outside[outside_from], to_inside[inside_from]};
    }

    // For each mark whether it opens.
    std::vector<bool> opens() const {
        std::vector<bool> opens(from_.size());
        std::size_t state = cost_[1] + kOpenAtEnd < cost_[0] ? 1 : 0;
        for (std::size_t i = from_.size(); i-- > 0;) {
            opens[i] = state == 1;
            state = static_cast<std::size_t>(from_[i][state]);
        }
        return opens;
    }

  private:
    View text_;
    const Family& family_;
    std::array<double, 2> cost_ = {0, kImpossible};
    std::vector<std::array<int, 2>> from_;
};

}  // namespace

std::vector<Edit> pair_quotes(const std::u32string& text) {
    if (!is_mostly_han(text)) return {};
    std::u32string paired = text;
    for (const Family& family : kFamilies) {
        QuotePath path(text, family);
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!holds(family.marks, text[i]) || is_apostrophe(text, i)) continue;
            path.step(i);
            places.push_back(i);
        }
        const std::vector<bool> opens = path.opens();
        for (std::size_t i = 0; i < places.size(); ++i)
            paired[places[i]] = opens[i] ? family.open : family.close;
    }
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (paired[i] != text[i]) edits.push_back({i, i + 1, std::u32string(1, paired[i])});
    return edits;
}

}  // namespace banwen
