// An article's JSON record, as truth.json and articles.jsonl both have it, added to what is compared.
#pragma once

#include "score/json_file.h"
#include "score/scored_text.h"

namespace banwen {

// Sorts the record by its type: mastheads, folios and imprints are furniture, captions that stand alone join
// the captions, all else is an article.
void add_article(const JsonValue& record, ScoredText& scored);

}  // namespace banwen
