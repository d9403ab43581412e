// The marks of a jump, in the spellings that papers use.
#pragma once

#include <string>

#include "copy_desk.h"

namespace banwen::newsprint {

// 一 … 九十九
std::u32string chinese_number(int number);

// （下转第二版）, （上接1版） …: in the paper's form, which is thrown once an issue.
std::u32string jump_mark(const PaperStyle& style, Part part, int other_page);

}  // namespace banwen::newsprint
