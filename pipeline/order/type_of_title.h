// What an article is by the words of its title: a list of contents (今日要目) or a notice (启事, 公告).
#pragma once

#include <string_view>

#include "core/article.h"

namespace banwen {

// `title`: UTF-8, without spaces. ArticleType::article where the words tell nothing.
ArticleType type_of_title(std::string_view title);

}  // namespace banwen
