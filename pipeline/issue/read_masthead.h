// The masthead's fields from its lines, and what the lines of a folio tell of the day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/issue.h"

namespace banwen {

// A line of a masthead or folio with the size of its type in px.
struct PrintedLine {
    std::string text;
    double type_size = 0;
};

// Fields as printed; the name is the line in the largest type that holds no date or number. "" where not
// found.
Masthead read_masthead(const std::vector<PrintedLine>& lines);

// The paper's name as most of the folios have it that print it: it stands there once a page, the masthead's
// is often lettering. At least half of the characters must be those of `name`.
std::string name_by_vote(const std::string& name, const std::vector<PrintedLine>& folios);

// "2024年3月18日", "二〇二四年三月十八日" → "2024-03-18"; "" for what is no date.
std::string iso_date(std::string_view printed);

// 一 … 六, 日 for a date YYYY-MM-DD; "" for what is no date.
std::string weekday_of(std::string_view iso);

}  // namespace banwen
