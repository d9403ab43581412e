// Jump marks: 下转二版, （下转第2版）, 转A05版, 紧接第三版, △上接一版, （接01版）.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace banwen {

// 紧接 is printed at either end: its place in the article tells which is meant.
enum class JumpDirection { leaving, arriving, by_place };

struct JumpMark {
    JumpDirection direction = JumpDirection::leaving;
    std::u32string page;    // a page's key, see page_key.h
    std::size_t start = 0;  // code points of the line, with brackets and signs
    std::size_t end = 0;
};

// The jump mark on a line. It stands in brackets (one of which may be lost), behind a sign, or it begins or
// ends the line; the short forms 转 and 接 need a bracket or a sign, or the whole line. Elsewhere the words
// are prose.
std::optional<JumpMark> find_jump_mark(std::u32string_view line);

}  // namespace banwen
