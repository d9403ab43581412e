#include "text/divided_word.h"

#include <algorithm>
#include <array>

#include "core/characters.h"

namespace banwen {
namespace {

using View = std::u32string_view;

// Before a hyphen these are hardly ever the first syllables of a longer word.
constexpr std::array kFirstParts = {
    View(U"self"),  View(U"non"),    View(U"anti"),   View(U"ex"),      View(U"well"),    View(U"half"),
    View(U"semi"),  View(U"co"),     View(U"long"),   View(U"high"),    View(U"low"),     View(U"full"),
    View(U"short"), View(U"two"),    View(U"three"),  View(U"four"),    View(U"five"),    View(U"six"),
    View(U"seven"), View(U"eight"),  View(U"nine"),   View(U"ten"),     View(U"twenty"),  View(U"thirty"),
    View(U"forty"), View(U"fifty"),  View(U"sixty"),  View(U"seventy"), View(U"eighty"),  View(U"ninety"),
    View(U"vice"),  View(U"large"),  View(U"small"),  View(U"first"),   View(U"second"),  View(U"third"),
    View(U"fast"),  View(U"hard"),   View(U"left"),   View(U"right"),   View(U"world"),   View(U"year"),
    View(U"cross"), View(U"single"), View(U"double"), View(U"e"),       View(U"cutting"), View(U"labour")};

// Behind a hyphen these are words and no last syllables.
constexpr std::array kSecondParts = {
    View(U"of"),        View(U"the"),    View(U"to"),       View(U"in"),      View(U"by"),
    View(U"and"),       View(U"up"),     View(U"off"),      View(U"out"),     View(U"on"),
    View(U"at"),        View(U"for"),    View(U"time"),     View(U"term"),    View(U"made"),
    View(U"based"),     View(U"known"),  View(U"old"),      View(U"year"),    View(U"century"),
    View(U"class"),     View(U"level"),  View(U"quality"),  View(U"scale"),   View(U"speed"),
    View(U"range"),     View(U"minded"), View(U"friendly"), View(U"free"),    View(U"owned"),
    View(U"led"),       View(U"style"),  View(U"wide"),     View(U"sized"),   View(U"tech"),
    View(U"growing"),   View(U"law"),    View(U"being"),    View(U"grown"),   View(U"sown"),
    View(U"kilometre"), View(U"metre"),  View(U"storey"),   View(U"month"),   View(U"week"),
    View(U"hour"),      View(U"minute"), View(U"million"),  View(U"thousand")};

template <std::size_t Count>
bool holds(const std::array<View, Count>& parts, View word) {
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

View leading_letters(View text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_latin);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

}  // namespace

bool has_own_hyphen(View first, View second, const PaperWords& words) {
    const std::u32string stem = lower_case(first);
    const std::u32string rest = lower_case(leading_letters(second));
    if (words.knows(stem + U"-" + rest)) return true;
    if (words.knows(stem + rest)) return false;
    const std::size_t hyphen = stem.find_last_of(U'-');
    const View part = hyphen == stem.npos ? View(stem) : View(stem).substr(hyphen + 1);
    const bool connects = hyphen != stem.npos && holds(kSecondParts, part);  // state-of-the-, mother-in-
    return part.size() == 1 || connects || holds(kFirstParts, part) || holds(kSecondParts, rest);
}

}  // namespace banwen
