#include "core/contents_name.h"

#include <algorithm>
#include <array>

namespace banwen {

bool is_contents_name(std::u32string_view line) {
    constexpr std::size_t kLongest = 10;
    constexpr std::array<std::u32string_view, 8> kWords = {U"要目",     U"导读",     U"导航", U"内容提要",
                                                           U"本期看点", U"今日看点", U"目录", U"要闻索引"};
    return line.size() <= kLongest &&
           std::any_of(kWords.begin(), kWords.end(),
                       [line](std::u32string_view word) { return line.find(word) != line.npos; });
}

}  // namespace banwen
