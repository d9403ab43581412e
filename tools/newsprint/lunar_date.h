// The day by the traditional calendar, as mastheads print it.
#pragma once

#include <chrono>
#include <string>

namespace banwen::newsprint {

// 甲辰年二月初九; throws std::runtime_error when ICU knows no Chinese calendar.
std::u32string lunar_date(std::chrono::sys_days day);

}  // namespace banwen::newsprint
