#include "issue/jump_mark.h"

#include <array>

#include "issue/page_key.h"

namespace banwen {
namespace {

struct Verb {
    std::u32string_view word;
    JumpDirection direction;
    bool short_form;
};

// Longer words first: 下转 holds 转.
constexpr std::array kVerbs = {
    Verb{U"下转", JumpDirection::leaving, false},  Verb{U"下接", JumpDirection::leaving, false},
    Verb{U"上接", JumpDirection::arriving, false}, Verb{U"紧接", JumpDirection::by_place, false},
    Verb{U"转", JumpDirection::leaving, true},     Verb{U"接", JumpDirection::arriving, true},
};

constexpr std::u32string_view kOpening = U"（(【[〔{［｛〈";
constexpr std::u32string_view kClosing = U"）)】]〕}］｝〉";
constexpr std::u32string_view kSigns = U"△▲▽▼◁◀▷▶◇◆○●□■☆★→←↓↑※";

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'　';
}

// What stands around the words: [start, end) with brackets, signs and spaces taken in.
struct Dress {
    std::size_t start = 0;
    std::size_t end = 0;
    bool before = false;  // a bracket or sign stands there
    bool after = false;
};

Dress dress_of(std::u32string_view line, std::size_t start, std::size_t end) {
    Dress dress{start, end, false, false};
    while (dress.start > 0) {
        const char32_t c = line[dress.start - 1];
        if (!is_space(c) && !holds(kOpening, c) && !holds(kSigns, c)) break;
        dress.before = dress.before || !is_space(c);
        --dress.start;
    }
    while (dress.end < line.size()) {
        const char32_t c = line[dress.end];
        if (!is_space(c) && !holds(kClosing, c) && !holds(kSigns, c)) break;
        dress.after = dress.after || !is_space(c);
        ++dress.end;
    }
    return dress;
}

bool is_dressed_as_mark(const Dress& dress, const Verb& verb, std::size_t size) {
    const bool begins = dress.start == 0;
    const bool ends = dress.end == size;
    if (verb.short_form) return (dress.before && (dress.after || ends)) || (begins && ends);
    return dress.before || dress.after || begins || ends;
}

std::optional<JumpMark> mark_at(std::u32string_view line, std::size_t at) {
    for (const Verb& verb : kVerbs) {
        if (!line.substr(at).starts_with(verb.word)) continue;
        std::size_t name = at + verb.word.size();
        while (name < line.size() && is_space(line[name]))
            ++name;
        const PageKey page = read_page_key(line.substr(name));
        if (page.key.empty()) return std::nullopt;
        const Dress dress = dress_of(line, at, name + page.length);
        if (!is_dressed_as_mark(dress, verb, line.size())) return std::nullopt;
        return JumpMark{verb.direction, page.key, dress.start, dress.end};
    }
    return std::nullopt;
}

}  // namespace

std::optional<JumpMark> find_jump_mark(std::u32string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at)
        if (std::optional<JumpMark> mark = mark_at(line, at)) return mark;
    return std::nullopt;
}

}  // namespace banwen
