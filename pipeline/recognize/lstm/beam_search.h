// The beam search: from probabilities of codes at each step to the most likely characters. It keeps the best
// ways to read the line so far, those through dictionary words beside free ones, and carries each on by every
// step.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "recognize/lstm/alternatives.h"
#include "recognize/lstm/forward_pass.h"
#include "recognize/lstm/model.h"
#include "recognize/lstm/node_heap.h"
#include "recognize/lstm/step_codes.h"

namespace banwen::lstm {

// One character that was read. Steps [first, last) are those in which it was written itself.
struct DecodedCharacter {
    int character = 0;    // its id
    float certainty = 0;  // logarithm of the least probable of its steps, as Tesseract counts it; 0 is sure
    int first = 0;
    int last = 0;
    std::vector<CodeRun> runs;  // of each of its codes
};

enum class Words { free, dictionary };
enum class Ways { likely, all };

struct SearchOptions {
    Words words = Words::dictionary;  // dictionary does nothing where the model has none
    // all: as Tesseract does, follow also those ways that are hopelessly behind. Once in some hundred lines
    // all others end where no character begins.
    Ways ways = Ways::likely;
};

// Belongs to one thread; what it works in is kept from line to line.
class BeamSearch {
  public:
    // The model outlives it.
    BeamSearch(const Model& model, const SearchOptions& options);

    // The characters of a line from left to right, spaces among them.
    std::vector<DecodedCharacter> decode(const Probabilities& probabilities, int line);

  private:
    // Ways of a kind: in a dictionary or not, by what may follow, by how many codes of a character are there.
    std::size_t beam_of(bool in_dictionary, Following following, int length) const {
        return static_cast<std::size_t>(
            ((in_dictionary ? 1 : 0) * kFollowings + static_cast<int>(following)) * lengths_ + length);
    }

    const Node* node(int index) const {
        return index < 0 ? nullptr : &nodes_[static_cast<std::size_t>(index)];
    }
    void step_on(const StepCodes& codes);
    bool try_rank(const StepCodes& codes, Rank rank);
    void carry_on(int previous, std::size_t beam, const StepCodes& codes, Rank rank);
    void repeat(const Node& from, const StepCodes& codes, Rank rank);
    void complete(const FinalCode& final, const StepCodes& codes, Rank rank);
    void lead_on(const NextCode& next, const StepCodes& codes, Rank rank);
    float certainty_with_neighbours(int code, const StepCodes& codes) const;
    void offer_partial(int length, Node part, Following following);
    void offer_character(Node whole, Following following);
    void offer_in_dictionary(Node whole, Following following);
    void offer_space_in_dictionary(Node space, Following following, const Node* former);
    void offer_start(Node start, Following following);
    void offer(bool in_dictionary, Following following, int length, const Node& made);
    Node follow_with(int code, int character, float certainty) const;
    const Node* last_character() const;
    void keep_step();
    int best_end() const;

    const Model& model_;
    bool dictionary_ = false;
    float hopelessly_behind_;
    int lengths_;
    std::vector<NodeHeap> heaps_;           // by beam
    std::array<Node, kFollowings> starts_;  // the best that may begin a dictionary word here
    std::vector<Node> nodes_;               // of all steps
    std::vector<std::vector<int>> ends_;    // by beam, of the last step: indexes into nodes_
    std::vector<WordPlace> places_, from_places_;

    // What is being carried on.
    int previous_ = -1;
    bool in_dictionary_ = false;
    Following following_ = Following::anything;
    int length_ = 0;
    int trie_node_ = CodeTrie::kRoot;
};

}  // namespace banwen::lstm
