#include "text/set_spaces.h"

#include <string_view>

namespace banwen {
namespace {

constexpr std::u32string_view kNoneBefore = U"，。、；：？！）》〉」』】〕”’…—";
constexpr std::u32string_view kNoneAfter = U"，、；：（《〈「『【〔“‘";

bool is_space(char32_t c) {
    return c == U' ' || c == U'　' || c == U'\t' || c == U'\u00A0' || c == U'\n';
}

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<Edit> set_spaces(const std::u32string& text) {
    std::vector<Edit> edits;
    for (std::size_t start = 0; start < text.size(); ++start) {
        if (!is_space(text[start])) continue;
        std::size_t end = start + 1;
        while (end < text.size() && is_space(text[end]))
            ++end;
        const bool at_edge = start == 0 || end == text.size();
        const bool goes = at_edge || holds(kNoneAfter, text[start - 1]) || holds(kNoneBefore, text[end]);
        const std::u32string with = goes ? U"" : U" ";
        if (text.substr(start, end - start) != with) edits.push_back({start, end, with});
        start = end;
    }
    return edits;
}

}  // namespace banwen
