// The nodes of a beam search, and the heap that keeps the best few of a kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "recognize/lstm/dictionary.h"

namespace banwen::lstm {

// What may follow a node: any code, only itself again, or anything but itself.
enum class Following { anything, only_itself, not_itself };
constexpr int kFollowings = 3;

// One step of one way to read the line.
struct Node {
    int code = -1;
    int character = kNoCharacter;  // that the code completes
    float certainty = 0;
    float score = 0;         // certainties of the whole way
    std::uint64_t hash = 0;  // of its codes: ways with the same text have the same
    int previous = -1;       // node of the step before
    int former = -1;         // node of the last complete character before this one
    int trie_node = 0;       // what the codes of the character so far lead to
    int places = -1;         // where it stands in dictionary words, `place_count` of them; -1: in none
    int place_count = 0;
    WordKind kind = WordKind::none;
    bool repeated = false;      // the code of the step before once more
    bool begins_words = false;  // a dictionary word may begin behind it
    bool ends_word = false;
};

// Keeps at most a given number of nodes: the worst on top, so that it can give way. Nodes that stand for the
// same text are one, the better. Its order is that of a binary heap to which nodes come one by one.
class NodeHeap {
  public:
    static constexpr std::size_t kMost = 16;

    void clear() { size_ = 0; }
    std::size_t size() const { return size_; }
    const Node& at(std::size_t index) const { return nodes_[entries_[index].slot]; }
    // Of a heap that is not empty.
    float worst_score() const { return entries_[0].score; }

    void offer(const Node& node, std::size_t most);

  private:
    struct Entry {
        float score = 0;
        std::uint32_t slot = 0;
    };

    bool merge(const Node& node);
    void sift_up(std::size_t hole, Entry entry);
    std::size_t sift_down(std::size_t hole, Entry entry);

    std::array<Entry, kMost + 1> entries_;
    std::array<Node, kMost + 1> nodes_;
    std::size_t size_ = 0;
};

}  // namespace banwen::lstm
