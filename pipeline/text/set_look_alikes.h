// Characters that recognizers take for one another, set right where their neighbours leave no doubt.
#pragma once

#include "text/edit.h"

namespace banwen {

// A closed table: 2O24 → 2024 and wor1d → world; o at the end of a Chinese sentence → 。; 第—次 → 第一次;
// 十=月 → 十二月; 囗 → 口; 今曰 → 今日; 自已 → 自己 and 巳经 → 已经; radicals and compatibility ideographs →
// their characters. Where the neighbours do not tell, a character stays as it was read.
std::vector<Edit> set_look_alikes(const std::u32string& text);

}  // namespace banwen
