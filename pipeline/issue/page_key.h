// What a page is called, in one spelling: 第二版, 二版, 2版 and 第02版 are all "2"; A05版 is "A5".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace banwen {

struct PageKey {
    std::u32string key;      // "" where no page's name stands
    std::size_t length = 0;  // code points, from an optional 第 to 版
};

// The page's name that begins `text`.
PageKey read_page_key(std::u32string_view text);

// A page's name as it stands somewhere on a folio line ("第二版", "2版", "A05版", or the line is no more than
// a number: "02"); "" where there is none.
std::u32string find_page_label(std::u32string_view line);

}  // namespace banwen
