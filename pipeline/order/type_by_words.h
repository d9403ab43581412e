// What an article is, where its words say it: a list of contents, a public notice, the imprint.
#pragma once

#include "core/article.h"

namespace banwen {

// index: headed 要目, 导读, … and half of its lines or more name a page. notice: the headline ends with 公告,
// 启事, … imprint: no headline, and most of its few lines tell where the paper is made and what it costs. Any
// other article keeps its type.
ArticleType type_by_words(const Article& article);

}  // namespace banwen
