#include "text/find_bylines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/characters.h"

namespace banwen {
namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestCredit = 60;  // characters within brackets, or of a line of its own
constexpr std::size_t kLongestName = 5;     // Han characters, with a compound surname and a title

struct Role {
    View word;
    View role;
};

// Longer words first.
constexpr std::array kRoles = {
    Role{U"特约通讯员", U"特约通讯员"},
    Role{U"本报通讯员", U"通讯员"},
    Role{U"特约记者", U"特约记者"},
    Role{U"见习记者", U"见习记者"},
    Role{U"实习记者", U"实习记者"},
    Role{U"摄影记者", U"摄影记者"},
    Role{U"本报记者", U"记者"},
    Role{U"新华社记者", U"记者"},
    Role{U"通讯员", U"通讯员"},
    Role{U"实习生", U"实习生"},
    Role{U"记者", U"记者"},
    Role{U"文/图", U"文/图"},
    Role{U"文／图", U"文/图"},
    Role{U"图/文", U"文/图"},
    Role{U"摄影报道", U"摄影报道"},
    Role{U"摄影", U"摄"},
    Role{U"编辑", U"编辑"},
    Role{U"摄", U"摄"},
};

// Words that follow a name: the name stands before them.
bool follows_name(View role) {
    return role == U"摄" || role == U"摄影报道" || role == U"文/图";
}

bool is_gap(char32_t c) {
    return View(U" 　、，,：:；;/／").find(c) != View::npos;
}

struct Word {
    View text;
    View role;  // "" for a name
    std::size_t start = 0;
    std::size_t end() const { return start + text.size(); }
};

const Role* role_at(View text) {
    for (const Role& role : kRoles)
        if (text.starts_with(role.word)) return &role;
    return nullptr;
}

// Cuts a credit into role words and names; a role word is found without white around it, too.
std::vector<Word> words_of(View text, std::size_t start, std::size_t end) {
    std::vector<Word> words;
    std::size_t name = end;  // where the current name begins; end: none
    const auto close_name = [&](std::size_t at) {
        if (name < at) words.push_back({text.substr(name, at - name), U"", name});
        name = end;
    };
    for (std::size_t i = start; i < end;) {
        const Role* role = role_at(text.substr(i, end - i));
        if (role) {
            close_name(i);
            words.push_back({text.substr(i, role->word.size()), role->role, i});
            i += role->word.size();
        } else if (is_gap(text[i])) {
            close_name(i++);
        } else {
            name = std::min(name, i++);
        }
    }
    close_name(end);
    return words;
}

// A name of two characters is often set as wide as one of three: 李 明.
std::vector<Word> with_spread_names_joined(View text, const std::vector<Word>& words) {
    std::vector<Word> joined;
    for (const Word& word : words) {
        const bool single = word.role.empty() && word.text.size() == 1 && is_han(word.text.front());
        const bool after_single =
            !joined.empty() && joined.back().role.empty() && joined.back().text.size() == 1;
        if (single && after_single)
            joined.back().text = text.substr(joined.back().start, word.end() - joined.back().start);
        else
            joined.push_back(word);
    }
    return joined;
}

std::u32string without_gaps(View name) {
    std::u32string out(name);
    std::erase_if(out, [](char32_t c) { return c == U' ' || c == U'　'; });
    return out;
}

bool is_name(View text) {
    const std::u32string name = without_gaps(text);
    const bool letters = std::all_of(name.begin(), name.end(),
                                     [](char32_t c) { return is_han(c) || is_latin(c) || c == U'·'; });
    const bool latin = std::any_of(name.begin(), name.end(), is_latin);
    return letters && !name.empty() && (latin ? name.size() <= 20 : name.size() <= kLongestName);
}

// Pairs each name with its role. Empty where something in it is no name: then it is no credit.
std::vector<Byline> credits(const std::vector<Word>& words) {
    std::vector<Byline> bylines;
    View role;
    std::size_t unnamed = 0;  // first byline that still waits for a word behind it
    for (const Word& word : words) {
        if (!word.role.empty() && follows_name(word.role) && unnamed < bylines.size() && role.empty()) {
            for (std::size_t i = unnamed; i < bylines.size(); ++i)
                bylines[i].role = to_utf8(word.role);
            unnamed = bylines.size();
        } else if (!word.role.empty()) {
            role = word.role;
        } else if (!is_name(word.text)) {
            return {};
        } else {
            bylines.push_back({to_utf8(role), to_utf8(without_gaps(word.text)), static_cast<int>(word.start),
                               static_cast<int>(word.end())});
            if (!role.empty()) unnamed = bylines.size();
        }
    }
    const bool all_known =
        std::all_of(bylines.begin(), bylines.end(), [](const Byline& b) { return !b.role.empty(); });
    return all_known ? bylines : std::vector<Byline>{};
}

std::vector<Byline> credits_in_brackets(View text, std::size_t start, std::size_t end) {
    if (end <= start || end - start > kLongestCredit) return {};
    return credits(with_spread_names_joined(text, words_of(text, start, end)));
}

// 记者调查, 编辑同志：outside brackets a bare role word says who only where white or a colon stands behind
// it.
bool is_part_of_phrase(const std::vector<Word>& words) {
    constexpr std::array kBare = {View(U"记者"), View(U"编辑"), View(U"摄影"), View(U"实习生"),
                                  View(U"通讯员")};
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const bool bare = std::find(kBare.begin(), kBare.end(), words[i].text) != kBare.end();
        if (bare && words[i + 1].role.empty() && words[i + 1].start == words[i].end()) return true;
    }
    return false;
}

std::vector<Byline> credits_outside(View text, std::size_t start) {
    if (text.ends_with(U'：') || text.ends_with(U':')) return {};
    if (text.size() - start > kLongestCredit) return {};
    const std::vector<Word> words = words_of(text, start, text.size());
    return is_part_of_phrase(words) ? std::vector<Byline>{} : credits(with_spread_names_joined(text, words));
}

// Credits in brackets stand at a paragraph's begin, behind 本报讯 or a dateline, or at its end.
void add_bracketed(View text, std::vector<Byline>& bylines) {
    constexpr std::size_t kHead = 30;
    for (std::size_t open = 0; open < text.size(); ++open) {
        if (text[open] != U'（' && text[open] != U'(') continue;
        const std::size_t close = text.find_first_of(U"）)", open);
        if (close == View::npos) return;
        const bool at_end = close + 1 == text.size();
        if (open > kHead && !at_end) continue;
        for (Byline byline : credits_in_brackets(text, open + 1, close)) {
            byline.start = static_cast<int>(open);
            byline.end = static_cast<int>(close + 1);
            bylines.push_back(byline);
        }
    }
}

// "…丰收在望。本报记者 甲 摄": the credit behind the last full stop.
void add_closing_credit(View text, std::vector<Byline>& bylines) {
    const std::size_t stop = text.find_last_of(U"。！？”");
    if (stop == View::npos || stop + 1 >= text.size()) return;
    for (const Byline& byline : credits_outside(text, stop + 1))
        bylines.push_back(byline);
}

// Code points of the agency that begins the text, as in 新华社北京3月20日电; 0 where none does.
std::size_t agency_length(View text) {
    constexpr std::size_t kLongestAgency = 5;
    for (const View own : {View(U"本报"), View(U"本刊"), View(U"中新网")})
        if (text.starts_with(own)) return own.size();
    for (std::size_t i = 0; i < std::min(kLongestAgency, text.size()) && is_han(text[i]); ++i)
        if (text[i] == U'社' && i > 0) return i + 1;
    return 0;
}

std::size_t skip_number(View text, std::size_t at) {
    while (at < text.size() &&
           (is_digit(text[at]) || View(U"〇一二三四五六七八九十").find(text[at]) != View::npos))
        ++at;
    return at;
}

// […年]3月20日; returns `at` where no date stands.
std::size_t skip_date(View text, std::size_t at) {
    std::size_t end = at;
    bool found = false;
    for (const char32_t unit : {U'年', U'月', U'日'}) {
        const std::size_t behind = skip_number(text, end);
        if (behind == end || behind >= text.size() || text[behind] != unit) continue;
        end = behind + 1;
        found = true;
    }
    return found ? end : at;
}

}  // namespace

std::vector<Byline> find_bylines(const std::u32string& paragraph) {
    std::vector<Byline> bylines = credits_outside(paragraph, 0);
    if (!bylines.empty()) return bylines;
    add_bracketed(paragraph, bylines);
    add_closing_credit(paragraph, bylines);
    return bylines;
}

std::optional<Dateline> find_dateline(const std::u32string& paragraph) {
    const View text = paragraph;
    constexpr std::size_t kLongestPlace = 12;
    const std::size_t begin = text.starts_with(U"据") ? 1 : 0;
    const std::size_t place = begin + agency_length(text.substr(begin));
    if (place == begin) return std::nullopt;
    for (std::size_t i = place; i <= std::min(place + kLongestPlace, text.size()); ++i) {
        std::size_t end = skip_date(text, i);
        if (end == i && i > place) continue;  // a place stands only before a date
        while (end < text.size() && text[end] == U' ')
            ++end;
        if (end >= text.size() || (text[end] != U'电' && text[end] != U'讯')) continue;
        return Dateline{to_utf8(without_gaps(text.substr(place, i - place))),
                        to_utf8(text.substr(begin, place - begin)), 0, static_cast<int>(end + 1)};
    }
    return std::nullopt;
}

}  // namespace banwen
