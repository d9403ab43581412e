// Codes: the network writes each character as one or several codes. The trie tells, from the codes so far,
// which may follow, and which character they complete.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "recognize/lstm/byte_reader.h"

namespace banwen::lstm {

// A code that completes a character, or one that leads on to `node`.
struct FinalCode {
    int code = 0;
    int character = 0;
};
struct NextCode {
    int code = 0;
    int node = 0;
};

// At most three of a node's codes.
template <class Code>
struct Few {
    std::array<Code, 3> items{};
    std::size_t count = 0;
    const Code* begin() const { return items.data(); }
    const Code* end() const { return items.data() + count; }
};

class CodeTrie {
  public:
    static constexpr int kRoot = 0;
    static constexpr int kMostCodes = 9;  // of a character

    // Reads the codes of `characters` characters from where the reader stands; all are below `code_count`.
    // Throws Error(model) when they are damaged.
    CodeTrie(ByteReader& reader, int characters, int code_count);

    // In the order in which the set of characters first uses them.
    std::span<const FinalCode> final_codes(int node) const { return at(node).finals; }
    std::span<const NextCode> next_codes(int node) const { return at(node).nexts; }

    // Those of at most three `codes` that the node has, in the same order.
    Few<FinalCode> final_codes_among(int node, std::span<const int> codes) const;
    Few<NextCode> next_codes_among(int node, std::span<const int> codes) const;

    // Codes of the character that has most of them.
    int longest() const { return longest_; }

  private:
    // Where a code stands in the list of its node. Of most nodes hardly any code goes on, so that a look at
    // `some` answers nearly every question; a node with many has an index for each code.
    class Places {
      public:
        template <class Code>
        void note(const std::vector<Code>& list, int code_count);
        // -1: nowhere.
        template <class Code>
        int find(const std::vector<Code>& list, int code) const;

      private:
        std::uint64_t some_ = 0;  // a bit for each code's last six bits
        std::vector<int> index_;
    };
    struct Node {
        std::vector<FinalCode> finals;
        std::vector<NextCode> nexts;
        Places final_places, next_places;
    };

    const Node& at(int node) const { return nodes_[static_cast<std::size_t>(node)]; }
    template <class Code>
    static Few<Code> among(const std::vector<Code>& list, const Places& places, std::span<const int> codes);

    void add(std::span<const int> codes, int character);
    int next_node(int node, int code);

    std::vector<Node> nodes_;
    int longest_ = 1;
};

}  // namespace banwen::lstm
