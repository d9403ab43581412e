// Dictionaries: which characters may follow in a word, as directed acyclic word graphs (DAWGs). One holds
// words, one the patterns of numbers, one the punctuation that may stand around either.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "recognize/lstm/byte_reader.h"
#include "recognize/lstm/character_set.h"

namespace banwen::lstm {

// The order of the kinds is their rank: a reading's kind is the highest of those that it goes on in.
enum class WordKind : std::uint8_t { none = 0, punctuation = 1, plain = 2, number = 6, word = 8 };

class Dawg {
  public:
    static constexpr std::int32_t kNoEdge = -1;
    static constexpr int kPattern = 0;  // the letter that stands for a whole word, or for any digit

    Dawg() = default;
    // Reads a whole component; an empty one gives a graph without edges. Throws Error(model).
    explicit Dawg(Bytes component);

    bool empty() const { return edges_.empty(); }
    // The edge for `letter` out of the node behind `edge`, or out of the root behind kNoEdge; kNoEdge if
    // none.
    std::int32_t follow(std::int32_t edge, int letter) const;
    bool ends_word(std::int32_t edge) const { return (record(edge) >> (letter_bits_ + 2) & 1) != 0; }

  private:
    std::uint64_t record(std::int64_t edge) const { return edges_[static_cast<std::size_t>(edge)]; }
    bool is_last(std::int64_t edge) const { return (record(edge) >> letter_bits_ & 1) != 0; }
    int letter_of(std::int64_t edge) const {
        return static_cast<int>(record(edge) & ((std::uint64_t{1} << letter_bits_) - 1));
    }

    std::int64_t node_behind(std::int32_t edge) const {
        return static_cast<std::int64_t>(record(edge) >> (letter_bits_ + 3));
    }
    std::int32_t follow_from_root(int letter) const;

    std::vector<std::uint64_t> edges_;
    std::vector<std::pair<int, std::int32_t>> root_;  // letter and edge, sorted: the root has thousands
    int letter_bits_ = 0;
};

// Where a reading stands in the dictionaries: in the word or number graph (`core`), within the punctuation
// around it, or in both.
struct WordPlace {
    std::int8_t core = -1;  // 0 words, 1 numbers, -1 not chosen yet
    bool behind_core = false;
    bool has_punctuation = false;
    std::int32_t core_edge = Dawg::kNoEdge;
    std::int32_t punctuation_edge = Dawg::kNoEdge;
    bool operator==(const WordPlace&) const = default;
};

// What a character leads to. `kind` is none when no word goes on with it.
struct WordStep {
    WordKind kind = WordKind::none;
    bool ends_word = false;
};

class Dictionary {
  public:
    Dictionary() = default;
    Dictionary(Dawg punctuation, Dawg words, Dawg numbers);

    // Without words, numbers and punctuation the decoder does without a dictionary.
    bool empty() const { return punctuation_.empty() && core_[0].empty() && core_[1].empty(); }

    // Where every word may begin.
    std::span<const WordPlace> starts() const { return starts_; }

    // Goes on from `places` with a character of `set`; the new places are added to the end of `to`.
    WordStep advance(std::span<const WordPlace> places, int character, const CharacterSet& set,
                     std::vector<WordPlace>& to) const;

  private:
    class Advance;
    int letter_for(int core, int character, const CharacterSet& set) const;

    Dawg punctuation_;
    std::array<Dawg, 2> core_;
    std::vector<WordPlace> starts_;
};

}  // namespace banwen::lstm
