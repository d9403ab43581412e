#include "recognize/lstm/dictionary.h"

#include <algorithm>
#include <bit>

namespace banwen::lstm {
namespace {

constexpr std::int16_t kMagic = 42;
constexpr int kNumbers = 1;

WordKind kind_of(int core) {
    return core == kNumbers ? WordKind::number : WordKind::word;
}

}  // namespace

Dawg::Dawg(Bytes component) {
    if (component.empty()) return;
    ByteReader reader(component, "a dictionary");
    if (reader.i16() != kMagic) damaged("a dictionary is none");
    const std::uint32_t letters = reader.u32();
    letter_bits_ = std::bit_width(letters);
    constexpr int kMostLetterBits = 30;
    if (letter_bits_ > kMostLetterBits) damaged("a dictionary has impossibly many letters");
    const std::size_t count = reader.count(sizeof(std::uint64_t));
    edges_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        edges_.push_back(reader.u64());
        if (edges_.back() >> (letter_bits_ + 3) >= count) damaged("a dictionary leads out of itself");
    }
    if (edges_.empty()) return;
    // With that, every walk along a node's edges ends at one that is marked as the last.
    if (!is_last(static_cast<std::int64_t>(count) - 1)) damaged("a dictionary does not end");
    for (std::int64_t edge = 0;; ++edge) {
        root_.emplace_back(letter_of(edge), static_cast<std::int32_t>(edge));
        if (is_last(edge)) break;
    }
    std::sort(root_.begin(), root_.end());
}

std::int32_t Dawg::follow_from_root(int letter) const {
    const auto found = std::lower_bound(root_.begin(), root_.end(), std::pair(letter, 0));
    return found != root_.end() && found->first == letter ? found->second : kNoEdge;
}

std::int32_t Dawg::follow(std::int32_t edge, int letter) const {
    if (edge == kNoEdge) return follow_from_root(letter);
    constexpr std::int64_t kNoNode = 0;  // nothing leads back to the root
    if (node_behind(edge) == kNoNode) return kNoEdge;
    for (std::int64_t next = node_behind(edge);; ++next) {
        if (letter_of(next) == letter) return static_cast<std::int32_t>(next);
        if (is_last(next)) return kNoEdge;
    }
}

Dictionary::Dictionary(Dawg punctuation, Dawg words, Dawg numbers)
    : punctuation_(std::move(punctuation)), core_{std::move(words), std::move(numbers)} {
    const bool word_in_punctuation = punctuation_.follow(Dawg::kNoEdge, Dawg::kPattern) != Dawg::kNoEdge;
    if (!punctuation_.empty()) starts_.push_back({.has_punctuation = true});
    if (word_in_punctuation) return;
    for (int core = 0; core < 2; ++core)
        if (!core_[static_cast<std::size_t>(core)].empty())
            starts_.push_back({.core = static_cast<std::int8_t>(core)});
}

int Dictionary::letter_for(int core, int character, const CharacterSet& set) const {
    return core == kNumbers && set.at(character).digit ? Dawg::kPattern : character;
}

// One character's way through all places.
class Dictionary::Advance {
  public:
    Advance(const Dictionary& dictionary, int character, const CharacterSet& set, std::vector<WordPlace>& to)
        : dictionary_(dictionary), character_(character), set_(set), to_(to), first_(to.size()) {}

    void from(const WordPlace& place) {
        if (place.core < 0) {
            begin_core(place);
            punctuate(place, WordKind::punctuation, false);
            return;
        }
        if (place.has_punctuation && graph(place.core).ends_word(place.core_edge))
            punctuate(place, kind_of(place.core), true);
        if (!place.behind_core) go_on(place);
    }

    WordStep step() const { return step_; }

  private:
    const Dawg& graph(int core) const { return dictionary_.core_[static_cast<std::size_t>(core)]; }
    const Dawg& punctuation() const { return dictionary_.punctuation_; }

    void arrive(const WordPlace& place, WordKind kind, bool ends_word) {
        step_.kind = std::max(step_.kind, kind);
        step_.ends_word = step_.ends_word || ends_word;
        const auto begin = to_.begin() + static_cast<std::ptrdiff_t>(first_);
        if (std::find(begin, to_.end(), place) == to_.end()) to_.push_back(place);
    }

    // The word or number itself begins, where the punctuation allows it.
    void begin_core(const WordPlace& place) {
        const std::int32_t around = punctuation().follow(place.punctuation_edge, Dawg::kPattern);
        if (around == Dawg::kNoEdge) return;
        for (int core = 0; core < 2; ++core) {
            const std::int32_t edge =
                graph(core).follow(Dawg::kNoEdge, dictionary_.letter_for(core, character_, set_));
            if (edge == Dawg::kNoEdge) continue;
            arrive({static_cast<std::int8_t>(core), false, true, edge, around}, kind_of(core),
                   graph(core).ends_word(edge) && punctuation().ends_word(around));
        }
    }

    void punctuate(const WordPlace& place, WordKind kind, bool behind_core) {
        const std::int32_t edge = punctuation().follow(place.punctuation_edge, character_);
        if (edge == Dawg::kNoEdge) return;
        WordPlace next = place;
        next.punctuation_edge = edge;
        next.behind_core = behind_core;
        arrive(next, kind, punctuation().ends_word(edge));
    }

    void go_on(const WordPlace& place) {
        const Dawg& core = graph(place.core);
        const std::int32_t edge =
            core.follow(place.core_edge, dictionary_.letter_for(place.core, character_, set_));
        if (edge == Dawg::kNoEdge) return;
        WordPlace next = place;
        next.core_edge = edge;
        const bool punctuation_done =
            !place.has_punctuation ||
            (place.punctuation_edge != Dawg::kNoEdge && punctuation().ends_word(place.punctuation_edge));
        arrive(next, kind_of(place.core), core.ends_word(edge) && punctuation_done);
    }

    const Dictionary& dictionary_;
    int character_;
    const CharacterSet& set_;
    std::vector<WordPlace>& to_;
    std::size_t first_;
    WordStep step_;
};

WordStep Dictionary::advance(std::span<const WordPlace> places, int character, const CharacterSet& set,
                             std::vector<WordPlace>& to) const {
    if (character == Dawg::kPattern || character < 0) return {};
    Advance advance(*this, character, set, to);
    for (const WordPlace& place : places)
        advance.from(place);
    return advance.step();
}

}  // namespace banwen::lstm
