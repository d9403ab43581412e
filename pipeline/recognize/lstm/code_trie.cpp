#include "recognize/lstm/code_trie.h"

#include <algorithm>

namespace banwen::lstm {

CodeTrie::CodeTrie(ByteReader& reader, int characters, int code_count) : nodes_(1) {
    constexpr std::size_t kLeastEntry = 9;  // bytes
    const std::size_t count = reader.count(kLeastEntry);
    if (count != static_cast<std::size_t>(characters))
        damaged("its characters and their codes differ in number");
    for (std::size_t i = 0; i < count; ++i) {
        reader.i8();  // whether the codes were made for this character alone
        const std::size_t length = reader.count(sizeof(std::int32_t));
        if (length == 0 || length > kMostCodes) damaged("a character has no codes, or too many");
        std::vector<int> codes;
        for (std::size_t k = 0; k < length; ++k) {
            codes.push_back(reader.i32());
            if (codes.back() < 0 || codes.back() >= code_count)
                damaged("a code is beyond the network's outputs");
        }
        add(codes, static_cast<int>(i));
        longest_ = std::max(longest_, static_cast<int>(length));
    }
    for (Node& node : nodes_) {
        node.final_places.note(node.finals, code_count);
        node.next_places.note(node.nexts, code_count);
    }
}

template <class Code>
void CodeTrie::Places::note(const std::vector<Code>& list, int code_count) {
    constexpr std::size_t kMany = 16;  // or more, of as many codes as make the index no waste
    for (const Code& each : list)
        some_ |= std::uint64_t{1} << (each.code & 63);
    if (list.size() < kMany || list.size() * kMany < static_cast<std::size_t>(code_count)) return;
    index_.assign(static_cast<std::size_t>(code_count), -1);
    for (std::size_t i = 0; i < list.size(); ++i)
        index_[static_cast<std::size_t>(list[i].code)] = static_cast<int>(i);
}

template <class Code>
int CodeTrie::Places::find(const std::vector<Code>& list, int code) const {
    if ((some_ >> (code & 63) & 1) == 0) return -1;
    if (!index_.empty()) return index_[static_cast<std::size_t>(code)];
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].code == code) return static_cast<int>(i);
    return -1;
}

template <class Code>
Few<Code> CodeTrie::among(const std::vector<Code>& list, const Places& places, std::span<const int> codes) {
    std::array<int, 3> indexes{};
    Few<Code> few;
    for (const int code : codes) {
        const int index = places.find(list, code);
        if (index < 0) continue;
        std::size_t at = few.count++;
        for (; at > 0 && indexes[at - 1] > index; --at)
            indexes[at] = indexes[at - 1];
        indexes[at] = index;
    }
    for (std::size_t i = 0; i < few.count; ++i)
        few.items[i] = list[static_cast<std::size_t>(indexes[i])];
    return few;
}

Few<FinalCode> CodeTrie::final_codes_among(int node, std::span<const int> codes) const {
    return among(at(node).finals, at(node).final_places, codes);
}

Few<NextCode> CodeTrie::next_codes_among(int node, std::span<const int> codes) const {
    return among(at(node).nexts, at(node).next_places, codes);
}

int CodeTrie::next_node(int node, int code) {
    std::vector<NextCode>& nexts = nodes_[static_cast<std::size_t>(node)].nexts;
    const auto known =
        std::find_if(nexts.begin(), nexts.end(), [code](const NextCode& next) { return next.code == code; });
    if (known != nexts.end()) return known->node;
    const int added = static_cast<int>(nodes_.size());
    nexts.push_back({code, added});
    nodes_.emplace_back();
    return added;
}

void CodeTrie::add(std::span<const int> codes, int character) {
    int node = kRoot;
    for (const int code : codes.first(codes.size() - 1))
        node = next_node(node, code);
    std::vector<FinalCode>& finals = nodes_[static_cast<std::size_t>(node)].finals;
    const auto known = std::find_if(finals.begin(), finals.end(),
                                    [&](const FinalCode& final) { return final.code == codes.back(); });
    // Of characters with the same codes the last one is meant.
    if (known != finals.end())
        known->character = character;
    else
        finals.push_back({codes.back(), character});
}

}  // namespace banwen::lstm
