// Any bytes as the lines of a masthead: what is found stands there, and dates are dates.
#include <cstdint>
#include <string>
#include <vector>

#include "core/characters.h"
#include "fuzz/demand.h"
#include "issue/lunar_date.h"
#include "issue/numerals.h"
#include "issue/read_masthead.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace banwen;
    std::vector<PrintedLine> lines(1);
    std::u32string all;
    for (const char32_t c : from_utf8({reinterpret_cast<const char*>(data), size})) {
        all += c;
        if (c == U'\n')
            lines.push_back({"", static_cast<double>(10 + all.size() % 90)});
        else
            lines.back().text += to_utf8(std::u32string(1, c));
    }
    const Masthead masthead = read_masthead(lines);
    const std::string printed = to_utf8(narrow(all));
    for (const std::string& field : {masthead.date, masthead.weekday, masthead.lunar_date,
                                     masthead.issue_number, masthead.licence, masthead.page_count})
        fuzz::demand(printed.find(field) != printed.npos, "a field stands in the masthead");
    const std::string iso = iso_date(masthead.date);
    fuzz::demand(masthead.date.empty() == iso.empty(), "a printed date is a date");
    (void)weekday_of(iso);
    if (const auto lunar = read_lunar_date(from_utf8(masthead.lunar_date)))
        fuzz::demand(read_lunar_date(from_utf8(printed_form(*lunar))) == lunar,
                     "a lunar date is read as printed");
    (void)lunar_date_of(iso);
    (void)name_by_vote(masthead.name, lines);
    return 0;
}
