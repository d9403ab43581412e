#include "core/warning.h"

#include <array>

namespace banwen {
namespace {

// `{}` stands for a value.
struct Wording {
    WarningKind kind;
    std::string_view name;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array kWordings = {
    Wording{WarningKind::other_date, "other date", "the masthead's date is {}, not {}",
            "报头日期是 {}，不是 {}"},
    Wording{WarningKind::wrong_weekday, "wrong weekday", "the masthead says {}, but {} is a {}",
            "报头印的是{}，而 {} 是{}"},
    Wording{WarningKind::wrong_lunar_date, "wrong lunar date", "the masthead says {}, but {} is {}",
            "报头农历印的是{}，而 {} 是{}"},
    Wording{WarningKind::other_name, "other name", "the masthead's name reads {}, not {}",
            "报头名称读作{}，不是{}"},
    Wording{WarningKind::other_page_count, "other page count", "the masthead says {}, but there are {}",
            "报头印的是{}，实有 {} 版"},
    Wording{WarningKind::page_of_other_date, "page of other date", "page {} is dated {}, the issue {}",
            "第 {} 页的日期是 {}，本期是 {}"},
    Wording{WarningKind::second_scan, "second scan", "page {} is a second scan of page {}",
            "第 {} 页是第 {} 页的另一张扫描件"},
    Wording{WarningKind::lower_part, "lower part", "page {} is the lower part of page {}",
            "第 {} 页是第 {} 页的下半部分"},
    Wording{WarningKind::unanswered_jump, "unanswered jump", "page {}: a jump mark has no answer (page {})",
            "第 {} 页：转版标记没有对应的续文（第 {} 页）"},
    Wording{WarningKind::ambiguous_jump, "ambiguous jump",
            "page {}: several continuations answer one jump mark alike (page {})",
            "第 {} 页：几处续文与同一转版标记同样相合（第 {} 页）"},
    Wording{WarningKind::read_at_half_size, "read at half size", "page {}: read at half its size only: {}",
            "第 {} 页：缩小一半才得读成：{}"},
};

const Wording& wording_of(WarningKind kind) {
    for (const Wording& wording : kWordings)
        if (wording.kind == kind) return wording;
    return kWordings.front();
}

std::string filled(std::string_view sentence, const std::vector<std::string>& values) {
    constexpr std::string_view kBlank = "{}";
    std::string text;
    auto value = values.begin();
    for (std::size_t at = 0; (at = sentence.find(kBlank)) != sentence.npos;) {
        text += sentence.substr(0, at);
        if (value != values.end()) text += *value++;
        sentence.remove_prefix(at + kBlank.size());
    }
    return text.append(sentence);
}

}  // namespace

std::string in_english(const Warning& warning) {
    return filled(wording_of(warning.kind).english, warning.values);
}

std::string in_chinese(const Warning& warning) {
    return filled(wording_of(warning.kind).chinese, warning.values);
}

std::string_view name_of(WarningKind kind) {
    return wording_of(kind).name;
}

}  // namespace banwen
