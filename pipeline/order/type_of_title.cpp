#include "order/type_of_title.h"

#include <algorithm>

namespace banwen {

ArticleType type_of_title(std::string_view title) {
    constexpr std::string_view kLists[] = {"今日要目", "本期要目", "要目",     "今日导读", "本期导读",
                                           "导读",     "今日看点", "内容提要", "本版导读"};
    constexpr std::string_view kNotices[] = {"启事", "公告", "通告",     "通知",
                                             "讣告", "更正", "停电预告", "停水预告"};
    const auto is_title = [&](std::string_view word) { return title == word; };
    const auto ends_title = [&](std::string_view word) { return title.ends_with(word); };
    if (std::any_of(std::begin(kLists), std::end(kLists), is_title)) return ArticleType::index;
    if (std::any_of(std::begin(kNotices), std::end(kNotices), ends_title)) return ArticleType::notice;
    return ArticleType::article;
}

}  // namespace banwen
