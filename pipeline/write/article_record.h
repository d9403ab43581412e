// The record of one article, as it stands in articles.jsonl.
#pragma once

#include "core/issue.h"
#include "write/json_text.h"

namespace banwen {

// All keys of "banwen-article/1", always present and in one order; "", [] or null where nothing is known.
// `regions` has one box for each run of lines that follow one another in one region, in pixels of the scan as
// delivered.
Json article_record(const Article& article, const Issue& issue);

}  // namespace banwen
