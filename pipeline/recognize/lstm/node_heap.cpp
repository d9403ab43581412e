#include "recognize/lstm/node_heap.h"

namespace banwen::lstm {

void NodeHeap::sift_up(std::size_t hole, Entry entry) {
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / 2;
        if (entry.score >= entries_[parent].score) break;
        entries_[hole] = entries_[parent];
        hole = parent;
    }
    entries_[hole] = entry;
}

std::size_t NodeHeap::sift_down(std::size_t hole, Entry entry) {
    for (std::size_t child = 2 * hole + 1; child < size_; child = 2 * hole + 1) {
        if (child + 1 < size_ && entries_[child + 1].score < entries_[child].score) ++child;
        if (entries_[child].score >= entry.score) break;
        entries_[hole] = entries_[child];
        hole = child;
    }
    return hole;
}

bool NodeHeap::merge(const Node& node) {
    for (std::size_t i = 0; i < size_; ++i) {
        Node& known = nodes_[entries_[i].slot];
        if (known.hash != node.hash || known.code != node.code || known.kind != node.kind ||
            known.begins_words != node.begins_words)
            continue;
        if (node.score > known.score) {
            known = node;
            const Entry entry{node.score, entries_[i].slot};
            sift_up(sift_down(i, entry), entry);
        }
        return true;
    }
    return false;
}

void NodeHeap::offer(const Node& node, std::size_t most) {
    if (size_ >= most && node.score <= worst_score()) return;
    if (merge(node)) return;
    // While the worst gives way both are there; slots are numbered from 0 without holes.
    const auto slot = static_cast<std::uint32_t>(size_);
    if (size_ < most) {
        nodes_[slot] = node;
        ++size_;
        sift_up(slot, {node.score, slot});
        return;
    }
    const std::uint32_t freed = entries_[0].slot;
    ++size_;
    sift_up(size_ - 1, {node.score, slot});
    // The new node may have risen to the top only if it were the worst, which was ruled out above.
    nodes_[freed] = node;
    for (std::size_t i = 0; i < size_; ++i)
        if (entries_[i].slot == slot) entries_[i].slot = freed;
    --size_;
    const Entry last = entries_[size_];
    entries_[sift_down(0, last)] = last;
}

}  // namespace banwen::lstm
