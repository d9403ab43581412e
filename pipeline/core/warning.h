// Warning: something in an issue that a person should look at, told in English and in Chinese from one
// record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banwen {

enum class WarningKind {
    other_date,     // the masthead's, against the operator's
    wrong_weekday,  // the masthead's, against the calendar
    wrong_lunar_date,
    other_name,        // of the paper: the masthead's, against the operator's
    other_page_count,  // the masthead's, against the scans
    page_of_other_date,
    second_scan,  // two scans are of one page
    lower_part,   // two scans are parts of one page
    unanswered_jump,
    ambiguous_jump,
    read_at_half_size,
};

struct Warning {
    WarningKind kind = WarningKind::other_date;
    std::vector<std::string> values;  // for the sentence's blanks, in their order

    bool operator==(const Warning&) const = default;
};

// One sentence without a full stop; values that are missing leave their blanks empty.
std::string in_english(const Warning& warning);
std::string in_chinese(const Warning& warning);

// As issue.json names the kind: "wrong weekday".
std::string_view name_of(WarningKind kind);

}  // namespace banwen
