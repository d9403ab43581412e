#include "text/set_dashes.h"

#include <algorithm>
#include <string_view>

#include "core/characters.h"
#include "text/script_of.h"

namespace banwen {
namespace {

constexpr std::u32string_view kDashes = U"-—–―─━－";
constexpr std::u32string_view kDots = U".．…·⋯";
constexpr std::u32string_view kMiddleDots = U"•‧・∙⋅・";
constexpr std::size_t kLongestEllipsis = 8;  // dots; longer runs are leaders of a list

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

std::size_t run_length(const std::u32string& text, std::size_t at, std::u32string_view set) {
    std::size_t end = at;
    while (end < text.size() && holds(set, text[end]))
        ++end;
    return end - at;
}

std::size_t dots_in(std::u32string_view run) {
    std::size_t dots = 0;
    for (const char32_t c : run)
        dots += c == U'…' || c == U'⋯' ? 3 : 1;
    return dots;
}

bool between_han(const std::u32string& text, std::size_t i) {
    return i > 0 && i + 1 < text.size() && is_han(text[i - 1]) && is_han(text[i + 1]);
}

// "" where the run stays as it is.
std::u32string set_form(std::u32string_view run) {
    if (holds(kDashes, run.front())) {
        const bool rules = run.size() > 4;  // a printed rule, or leaders
        return run.size() >= 2 && !rules ? U"——" : U"";
    }
    const std::size_t dots = dots_in(run);
    return dots >= 3 && dots <= kLongestEllipsis ? U"……" : U"";
}

}  // namespace

std::vector<Edit> set_dashes(const std::u32string& text) {
    std::vector<Edit> edits;
    if (!is_mostly_han(text)) return edits;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max(run_length(text, i, kDashes), run_length(text, i, kDots));
        if (length > 0) {
            const std::u32string_view run(text.data() + i, length);
            const std::u32string with = set_form(run);
            if (!with.empty() && with != run) edits.push_back({i, i + length, with});
        } else if (holds(kMiddleDots, text[i]) && between_han(text, i)) {
            edits.push_back({i, i + 1, U"·"});
        }
        i += length > 0 ? length : 1;
    }
    return edits;
}

}  // namespace banwen
