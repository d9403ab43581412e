// The lines of an index box (要目, 导读) point to the articles that they announce.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

// Cuts the text of articles of type index into entries, a block each, and gives them their pointers: an
// entry that names a page (详见二版, …… A05版) and repeats most of the headline of one article on that page, and
// of no other, points to it, by its first line. The articles have their ids; `number_of`: a page's key
// (page_key.h) → its number.
void point_index(std::vector<Article>& articles, const std::map<std::u32string, int>& number_of);

}  // namespace banwen
