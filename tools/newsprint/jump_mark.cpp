#include "jump_mark.h"

namespace banwen::newsprint {
namespace {

enum class Figures { chinese, arabic };

struct Form {
    std::u32string_view leaving;
    std::u32string_view arriving;
    std::u32string_view before;  // the page's number
    Figures figures;
    std::u32string_view open;
    std::u32string_view close;
};

constexpr Form kForms[] = {
    {U"下转", U"上接", U"第", Figures::chinese, U"（", U"）"},
    {U"下转", U"上接", U"第", Figures::chinese, U"（", U"）"},
    {U"下转", U"上接", U"", Figures::chinese, U"（", U"）"},
    {U"下转", U"上接", U"第", Figures::arabic, U"（", U"）"},
    {U"下转", U"上接", U"", Figures::arabic, U"（", U"）"},
    {U"下转", U"紧接", U"第", Figures::chinese, U"（", U"）"},
    {U"下转", U"上接", U"第", Figures::chinese, U"【", U"】"},
    {U"下转", U"上接", U"", Figures::arabic, U"(", U")"},
    {U"转", U"接", U"", Figures::arabic, U"（", U"）"},
    {U"▶▶下转", U"◀◀上接", U"", Figures::arabic, U"", U""},
    {U"下转", U"上接", U"A", Figures::arabic, U"（", U"）"},
};

}  // namespace

std::u32string chinese_number(int number) {
    static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
    const auto digit = [](int d) { return std::u32string(1, kDigits[static_cast<std::size_t>(d)]); };
    std::u32string text;
    if (number >= 20) text += digit(number / 10);
    if (number >= 10) text += U"十";
    if (number % 10 != 0) text += digit(number % 10);
    return text;
}

std::u32string jump_mark(const PaperStyle& style, Part part, int other_page) {
    const Form& form = kForms[static_cast<std::size_t>(style.jump_form) % std::size(kForms)];
    std::u32string number;
    if (form.figures == Figures::chinese) {
        number = chinese_number(other_page);
    } else {
        for (const char c : std::to_string(other_page))
            number += static_cast<char32_t>(c);
    }
    std::u32string mark(form.open);
    mark += part == Part::leaving ? form.leaving : form.arriving;
    mark += form.before;
    mark += number;
    mark += U"版";
    return mark += form.close;
}

}  // namespace banwen::newsprint
