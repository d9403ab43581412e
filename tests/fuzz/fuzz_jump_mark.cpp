// Any bytes as a printed line: a jump mark lies within it, and names a page.
#include <cstdint>
#include <string_view>

#include "core/characters.h"
#include "fuzz/demand.h"
#include "issue/jump_mark.h"
#include "issue/numerals.h"
#include "issue/page_key.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace banwen;
    const std::u32string line = from_utf8({reinterpret_cast<const char*>(data), size});
    if (const auto mark = find_jump_mark(line)) {
        fuzz::demand(mark->start < mark->end && mark->end <= line.size(), "a mark lies within its line");
        fuzz::demand(!mark->page.empty(), "a mark names a page");
        const std::u32string rest = line.substr(0, mark->start) + line.substr(mark->end);
        fuzz::demand(rest.size() < line.size(), "taking marks out comes to an end");
    }
    const PageKey key = read_page_key(line);
    fuzz::demand(key.length <= line.size(), "a page's name lies within its line");
    fuzz::demand(line.find(find_page_label(line)) != line.npos, "a label stands on its line");
    const Numeral numeral = read_numeral(line);
    fuzz::demand(numeral.length <= line.size() && numeral.value >= 0, "a number lies within its line");
    return 0;
}
