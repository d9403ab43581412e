// Who wrote it and from where: 本报讯（记者 甲 通讯员 乙）, 本报记者 甲, 甲 摄, 新华社北京3月20日电.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article.h"

namespace banwen {

// Bylines of one paragraph, offsets in its code points. Names in brackets have the brackets' span; names of a
// line that is nothing but a byline (本报记者 甲 乙) have their own. Roles as printed: 记者, 本报记者 gives
// 记者.
std::vector<Byline> find_bylines(const std::u32string& paragraph);

// The dateline that begins the paragraph; place "" where none is named (本报讯).
std::optional<Dateline> find_dateline(const std::u32string& paragraph);

}  // namespace banwen
