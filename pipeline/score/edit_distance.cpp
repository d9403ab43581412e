#include "score/edit_distance.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace banwen {
namespace {

using Word = std::uint64_t;
constexpr std::size_t kWordBits = 64;

// For each character the places in the pattern where it stands, as bits. Row 0 is for characters that the
// pattern does not hold.
class Places {
  public:
    explicit Places(std::u32string_view pattern) : words_((pattern.size() + kWordBits - 1) / kWordBits) {
        for (char32_t c : pattern)
            if (c != kAnyCharacter) row_.emplace(c, row_.size() + 1);
        bits_.assign((row_.size() + 1) * words_, 0);
        for (std::size_t i = 0; i < pattern.size(); ++i)
            mark(pattern[i], i);
    }

    std::size_t words() const { return words_; }
    const Word* of(char32_t c) const {
        const auto found = row_.find(c);
        return bits_.data() + (found == row_.end() ? 0 : found->second * words_);
    }

  private:
    void mark(char32_t c, std::size_t place) {
        const Word bit = Word{1} << (place % kWordBits);
        const std::size_t first = c == kAnyCharacter ? 0 : row_[c];
        const std::size_t last = c == kAnyCharacter ? row_.size() : first;
        for (std::size_t row = first; row <= last; ++row)
            bits_[row * words_ + place / kWordBits] |= bit;
    }

    std::size_t words_;
    std::unordered_map<char32_t, std::size_t> row_;
    std::vector<Word> bits_;
};

// One column of the distance table, held as its vertical differences: +1 where `rise` has a bit, -1 for
// `fall`.
class Column {
  public:
    explicit Column(std::u32string_view pattern)
        : places_(pattern),
          rise_(places_.words(), ~Word{0}),
          fall_(places_.words(), 0),
          last_bit_(Word{1} << ((pattern.size() - 1) % kWordBits)),
          distance_(static_cast<int>(pattern.size())) {}

    // Takes in the next character; `above` is the difference along the table's top row: 1, or 0 for a search.
    int step(char32_t c, int above) {
        const Word* equal = places_.of(c);
        int carry = above;
        for (std::size_t w = 0; w < rise_.size(); ++w)
            carry = step_word(w, equal[w], carry);
        return distance_ += carry;
    }

    int distance() const { return distance_; }

  private:
    int step_word(std::size_t w, Word equal, int carry) {
        const Word carry_falls = carry < 0 ? 1 : 0;
        const Word carry_rises = carry > 0 ? 1 : 0;
        const Word rise = rise_[w];
        const Word vertical = equal | fall_[w];
        equal |= carry_falls;
        const Word level = (((equal & rise) + rise) ^ rise) | equal;
        Word up = fall_[w] | ~(level | rise);
        Word down = rise & level;
        const Word top = w + 1 == rise_.size() ? last_bit_ : Word{1} << (kWordBits - 1);
        const int out = (up & top) != 0 ? 1 : (down & top) != 0 ? -1 : 0;
        up = (up << 1) | carry_rises;
        down = (down << 1) | carry_falls;
        rise_[w] = down | ~(vertical | up);
        fall_[w] = up & vertical;
        return out;
    }

    Places places_;
    std::vector<Word> rise_;
    std::vector<Word> fall_;
    Word last_bit_;
    int distance_;
};

}  // namespace

int edit_distance(std::u32string_view pattern, std::u32string_view text) {
    if (pattern.empty()) return static_cast<int>(text.size());
    Column column(pattern);
    for (char32_t c : text)
        column.step(c, 1);
    return column.distance();
}

int best_span_distance(std::u32string_view pattern, std::u32string_view text) {
    if (pattern.empty()) return 0;
    Column column(pattern);
    int best = column.distance();
    for (char32_t c : text)
        best = std::min(best, column.step(c, 0));
    return best;
}

}  // namespace banwen
