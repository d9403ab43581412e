#include "issue/headline_likeness.h"

#include <algorithm>
#include <set>

#include "core/characters.h"

namespace banwen {
namespace {

bool is_heading(BlockKind kind) {
    return kind == BlockKind::kicker || kind == BlockKind::title || kind == BlockKind::subtitle;
}

std::set<std::u32string_view> pairs_of(std::u32string_view text) {
    std::set<std::u32string_view> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.insert(text.substr(i, 2));
    return pairs;
}

}  // namespace

std::u32string heading_of(const Article& article) {
    std::string text;
    for (const Block& block : article.blocks)
        if (is_heading(block.kind))
            for (const TextLine& line : block.lines)
                text += plain_text(line);
    return from_utf8(text);
}

double headline_likeness(std::u32string_view whole, std::u32string_view stub) {
    const std::set<std::u32string_view> wanted = pairs_of(stub), found = pairs_of(whole);
    if (wanted.empty()) return 0;
    const auto common = std::count_if(wanted.begin(), wanted.end(),
                                      [&found](const auto& pair) { return found.contains(pair); });
    return static_cast<double>(common) / static_cast<double>(wanted.size());
}

}  // namespace banwen
