// The search goes step by step. A way to read the line so far is a chain of nodes, one a step; of the ways
// that end alike (in a dictionary or free, what may follow, how many codes of a character are there) only the
// best few go on. A code may be repeated over steps, and the null code stands between characters and between
// their codes. Where one step shows a code only half, its probability is taken together with that of the null
// code; such a node may only be followed by the same code, or only by another one.
//
// Ways through dictionary words run beside the free ones: a free step counts kFreeWeight times, so that words
// win where the network is unsure. What the search cannot do is to change the order of characters, or to read
// two characters from one step.
#include "recognize/lstm/beam_search.h"

#include <algorithm>
#include <limits>

namespace banwen::lstm {
namespace {

constexpr float kFreeWeight = 2.25F;
constexpr float kHopelesslyBehind = 12;
constexpr float kLeastInDictionary = -25.0F / 7;
constexpr std::array<std::size_t, CodeTrie::kMostCodes> kMostNodes = {5, 10, 16, 16, 16, 16, 16, 16, 16};

bool is_character(const Node& node) {
    return node.character != kNoCharacter && !node.repeated;
}

}  // namespace

BeamSearch::BeamSearch(const Model& model, const SearchOptions& options)
    : model_(model),
      dictionary_(options.words == Words::dictionary && !model.dictionary.empty()),
      hopelessly_behind_(options.ways == Ways::all ? std::numeric_limits<float>::infinity()
                                                   : kHopelesslyBehind),
      lengths_(model.codes.longest()),
      heaps_(static_cast<std::size_t>(2 * kFollowings * lengths_)),
      ends_(heaps_.size()) {}

const Node* BeamSearch::last_character() const {
    const Node* previous = node(previous_);
    return previous == nullptr || is_character(*previous) ? previous : node(previous->former);
}

Node BeamSearch::follow_with(int code, int character, float certainty) const {
    Node made{.code = code,
              .character = character,
              .certainty = certainty,
              .score = certainty,
              .previous = previous_};
    if (const Node* previous = node(previous_)) {
        made.score += previous->score;
        made.hash = previous->hash;
        made.former = is_character(*previous) ? previous_ : previous->former;
    }
    return made;
}

void BeamSearch::offer(bool in_dictionary, Following following, int length, const Node& made) {
    Node hashed = made;
    if (!made.repeated && made.code != model_.null_code) {
        const auto codes = static_cast<std::uint64_t>(model_.network.codes());
        const std::uint64_t carry = ((hashed.hash >> 32) * codes) >> 32;
        hashed.hash = hashed.hash * codes + carry + static_cast<std::uint64_t>(made.code);
    }
    heaps_[beam_of(in_dictionary, following, length)].offer(hashed,
                                                            kMostNodes[static_cast<std::size_t>(length)]);
}

// A node that completes nothing: a repeated code, a null within a character, or a code of which more are to
// come.
void BeamSearch::offer_partial(int length, Node part, Following following) {
    const Node* previous = node(previous_);
    if (in_dictionary_) {
        if (part.certainty <= kLeastInDictionary) return;
        part.kind = previous != nullptr ? previous->kind : WordKind::none;
    } else {
        part.certainty *= kFreeWeight;
        part.score = part.certainty + (previous != nullptr ? previous->score : 0);
        if (part.certainty < kLeastCertainty && part.code != model_.null_code) return;
        part.kind = previous != nullptr ? previous->kind : WordKind::plain;
    }
    offer(in_dictionary_, following, length, part);
}

void BeamSearch::repeat(const Node& from, const StepCodes& codes, Rank rank) {
    const auto repeated = [&](float certainty, Following following) {
        Node again = follow_with(from.code, from.character, certainty);
        again.repeated = true;
        again.trie_node = trie_node_;
        offer_partial(length_, again, following);
    };
    if (following_ != Following::not_itself) repeated(codes.certainty(from.code), Following::anything);
    if (following_ == Following::anything && rank == Rank::best && from.code != codes.null_code())
        repeated(codes.certainty_with_null(from.code), Following::not_itself);
}

// How sure it is that the step shows the code, nothing, or, where these are its two best codes, the code
// before.
float BeamSearch::certainty_with_neighbours(int code, const StepCodes& codes) const {
    const Node* previous = node(previous_);
    const bool pair = previous != nullptr && following_ == Following::anything &&
                      previous->code != codes.null_code() && codes.is_pair(previous->code, code);
    return pair ? codes.certainty_of_pair(code) : codes.certainty_with_null(code);
}

void BeamSearch::complete(const FinalCode& final, const StepCodes& codes, Rank rank) {
    const bool null = final.code == codes.null_code();
    const float certainty = codes.certainty(final.code);
    if (certainty < kLeastCertainty && !null) return;
    const int character = length_ == 0 && null ? kNoCharacter : final.character;
    if (character != kNoCharacter && !model_.characters.at(character).enabled) return;
    offer_character(follow_with(final.code, character, certainty), Following::anything);
    if (rank != Rank::best || null) return;
    offer_character(follow_with(final.code, character, certainty_with_neighbours(final.code, codes)),
                    Following::only_itself);
}

void BeamSearch::lead_on(const NextCode& next, const StepCodes& codes, Rank rank) {
    Node part = follow_with(next.code, kNoCharacter, codes.certainty(next.code));
    part.trie_node = next.node;
    offer_partial(length_ + 1, part, Following::anything);
    if (rank != Rank::best || next.code == codes.null_code()) return;
    part = follow_with(next.code, kNoCharacter, certainty_with_neighbours(next.code, codes));
    part.trie_node = next.node;
    offer_partial(length_ + 1, part, Following::only_itself);
}

void BeamSearch::offer_character(Node whole, Following following) {
    if (in_dictionary_) {
        if (whole.certainty > kLeastInDictionary) offer_in_dictionary(whole, following);
        return;
    }
    Node free = follow_with(whole.code, whole.character, whole.certainty * kFreeWeight);
    free.kind = WordKind::plain;
    offer(false, following, 0, free);
    if (!dictionary_) return;
    if (whole.character == kSpace) {
        // The space before a word counts as part of it, and is therefore not weighted.
        if (whole.certainty > kLeastInDictionary) offer_start(whole, following);
    } else if (!model_.characters.space_delimited(whole.character)) {
        offer_start(free, following);
    }
}

// A node behind which any dictionary word may begin.
void BeamSearch::offer_start(Node start, Following following) {
    Node& best = starts_[static_cast<std::size_t>(following)];
    if (best.code >= 0 && start.score <= best.score) return;
    start.begins_words = true;
    start.places = 0;
    start.place_count = static_cast<int>(model_.dictionary.starts().size());
    best = start;
}

void BeamSearch::offer_space_in_dictionary(Node space, Following following, const Node* former) {
    if (former == nullptr || !former->ends_word) return;
    space.kind = former->kind;
    offer_start(space, following);
    offer(false, following, 0, space);
}

void BeamSearch::offer_in_dictionary(Node whole, Following following) {
    if (whole.character == kNoCharacter) {
        offer(true, following, 0, whole);
        return;
    }
    const Node* former = last_character();
    if (whole.character == kSpace) {
        offer_space_in_dictionary(whole, following, former);
        return;
    }
    const bool both_delimited = former != nullptr && model_.characters.space_delimited(former->character) &&
                                model_.characters.space_delimited(whole.character);
    if (both_delimited && former->begins_words && former->character != kSpace) return;
    if (former != nullptr && former->places < 0) return;

    const auto known = former == nullptr ? model_.dictionary.starts()
                                         : std::span<const WordPlace>(places_).subspan(
                                               static_cast<std::size_t>(former->places),
                                               static_cast<std::size_t>(former->place_count));
    from_places_.assign(known.begin(), known.end());
    const std::size_t first = places_.size();
    const WordStep step =
        model_.dictionary.advance(from_places_, whole.character, model_.characters, places_);
    if (step.kind == WordKind::none) return;
    whole.kind = step.kind;
    whole.ends_word = step.ends_word;
    whole.places = static_cast<int>(first);
    whole.place_count = static_cast<int>(places_.size() - first);
    offer(true, following, 0, whole);
    if (!step.ends_word || !model_.characters.has_unspaced_script) return;
    offer_start(whole, following);
    whole.places = -1;
    offer(false, following, 0, whole);
}

void BeamSearch::carry_on(int previous, std::size_t beam, const StepCodes& codes, Rank rank) {
    previous_ = previous;
    const auto lengths = static_cast<std::size_t>(lengths_);
    length_ = static_cast<int>(beam % lengths);
    following_ = static_cast<Following>(beam / lengths % kFollowings);
    in_dictionary_ = beam / lengths / kFollowings > 0;
    const Node* from = node(previous);
    trie_node_ = from != nullptr ? from->trie_node : CodeTrie::kRoot;
    if (from != nullptr) {
        if (codes.has_rank(from->code, rank)) repeat(*from, codes, rank);
        if (following_ == Following::only_itself) return;
        if (length_ > 0 && rank == Rank::best && from->code != codes.null_code()) {
            Node null = follow_with(codes.null_code(), kNoCharacter, codes.certainty(codes.null_code()));
            null.trie_node = trie_node_;
            offer_partial(length_, null, Following::anything);
        }
    }
    const auto goes_on = [&](int code) { return from == nullptr || from->code != code; };
    if (rank == Rank::best) {
        for (const FinalCode& final : model_.codes.final_codes_among(trie_node_, codes.best()))
            if (goes_on(final.code)) complete(final, codes, rank);
        for (const NextCode& next : model_.codes.next_codes_among(trie_node_, codes.best()))
            if (goes_on(next.code)) lead_on(next, codes, rank);
        return;
    }
    for (const FinalCode& final : model_.codes.final_codes(trie_node_))
        if (codes.has_rank(final.code, rank) && goes_on(final.code)) complete(final, codes, rank);
    for (const NextCode& next : model_.codes.next_codes(trie_node_))
        if (codes.has_rank(next.code, rank) && goes_on(next.code)) lead_on(next, codes, rank);
}

// Whether anything came of it that can be carried on with any code.
bool BeamSearch::try_rank(const StepCodes& codes, Rank rank) {
    for (std::size_t beam = 0; beam < ends_.size(); ++beam) {
        const std::vector<int>& ends = ends_[beam];
        for (auto end = ends.rbegin(); end != ends.rend(); ++end)
            carry_on(*end, beam, codes, rank);
    }
    for (const bool in_dictionary : {false, true})
        for (int length = 0; length < lengths_; ++length)
            if (heaps_[beam_of(in_dictionary, Following::anything, length)].size() > 0) return true;
    return false;
}

void BeamSearch::step_on(const StepCodes& codes) {
    for (NodeHeap& heap : heaps_)
        heap.clear();
    starts_.fill({});
    if (nodes_.empty()) {
        carry_on(-1, beam_of(false, Following::anything, 0), codes, Rank::best);
        if (dictionary_) carry_on(-1, beam_of(true, Following::anything, 0), codes, Rank::best);
    } else {
        for (int rank = 0; rank < kRanks && !try_rank(codes, static_cast<Rank>(rank)); ++rank) {
        }
        for (int following = 0; following < kFollowings; ++following)
            if (const Node& start = starts_[static_cast<std::size_t>(following)]; start.code >= 0)
                offer(true, static_cast<Following>(following), 0, start);
    }
    keep_step();
}

// Of each kind the ways that are far behind its best never catch up with it. Its best stays, however far
// behind it is: all others may come to an end where no character goes on.
void BeamSearch::keep_step() {
    for (std::size_t beam = 0; beam < heaps_.size(); ++beam) {
        const NodeHeap& heap = heaps_[beam];
        float best = -std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < heap.size(); ++i)
            best = std::max(best, heap.at(i).score);
        ends_[beam].clear();
        for (std::size_t i = 0; i < heap.size(); ++i) {
            if (heap.at(i).score < best - hopelessly_behind_) continue;
            ends_[beam].push_back(static_cast<int>(nodes_.size()));
            nodes_.push_back(heap.at(i));
        }
    }
}

// A way may end behind a whole character, within a dictionary only where a word ends too.
int BeamSearch::best_end() const {
    int best = -1;
    for (const Following following : {Following::anything, Following::not_itself})
        for (const bool in_dictionary : {false, true})
            for (const int end : ends_[beam_of(in_dictionary, following, 0)]) {
                const Node& last = *node(end);
                const Node* word = is_character(last) ? &last : node(last.former);
                if (in_dictionary && (word == nullptr || (!word->ends_word && word->character != kSpace)))
                    continue;
                if (best < 0 || last.score > node(best)->score) best = end;
            }
    return best;
}

namespace {

// From a way's nodes to its characters.
class Spelling {
  public:
    Spelling(std::vector<const Node*> way, int null_code) : way_(std::move(way)), null_code_(null_code) {}

    std::vector<DecodedCharacter> characters() {
        while (step_ < way_.size()) {
            const float before = certainty_before_character();
            if (step_ < way_.size())
                add_character(before);
            else
                hand_to_last(before);
        }
        return std::move(characters_);
    }

  private:
    const Node& here() const { return *way_[step_]; }

    void note_run() {
        if (here().code == null_code_) return;
        const int step = static_cast<int>(step_);
        if (!here().repeated) runs_.push_back({step, step});
        if (!runs_.empty()) runs_.back().last = step + 1;
    }

    // Of the nulls and unfinished codes: theirs is the doubt about the character behind them.
    float certainty_before_character() {
        float certainty = 0;
        for (; step_ < way_.size() && here().character == kNoCharacter; ++step_) {
            certainty = std::min(certainty, here().certainty);
            note_run();
        }
        return certainty;
    }

    void hand_to_last(float certainty) {
        if (characters_.empty()) return;
        characters_.back().certainty = std::min(characters_.back().certainty, certainty);
    }

    void add_character(float certainty) {
        const int character = here().character;
        // Before a space it is the character in front that is in doubt.
        if (character == kSpace && !characters_.empty() && here().kind != WordKind::none) {
            hand_to_last(certainty);
            certainty = 0;
        }
        DecodedCharacter read{character, certainty, static_cast<int>(step_), 0, {}};
        do {
            const bool forgets = character == kSpace && here().kind == WordKind::none;
            read.certainty = forgets ? here().certainty : std::min(read.certainty, here().certainty);
            note_run();
        } while (++step_ < way_.size() && here().repeated);
        read.last = static_cast<int>(step_);
        read.runs = std::move(runs_);
        runs_.clear();
        characters_.push_back(std::move(read));
    }

    std::vector<const Node*> way_;
    int null_code_;
    std::size_t step_ = 0;
    std::vector<CodeRun> runs_;
    std::vector<DecodedCharacter> characters_;
};

}  // namespace

std::vector<DecodedCharacter> BeamSearch::decode(const Probabilities& probabilities, int line) {
    nodes_.clear();
    places_.assign(model_.dictionary.starts().begin(), model_.dictionary.starts().end());
    for (int step = 0; step < probabilities.steps(line); ++step)
        step_on(StepCodes(probabilities.at(line, step), model_));
    std::vector<const Node*> way;
    for (const Node* each = nodes_.empty() ? nullptr : node(best_end()); each != nullptr;
         each = node(each->previous))
        way.push_back(each);
    std::reverse(way.begin(), way.end());
    return Spelling(std::move(way), model_.null_code).characters();
}

}  // namespace banwen::lstm
