#include <array>
#include <optional>

#include "core/characters.h"
#include "planted/plant.h"

namespace banwen::planted {
namespace {

constexpr std::array<std::u32string_view, 7> kLeaving = {U"（下转二版）",  U"（下转第2版）", U"(下转第二版)",
                                                         U"下转２版",      U"▲下转第二版",   U"（转02版）",
                                                         U"（紧接第二版）"};
constexpr std::array<std::u32string_view, 7> kArriving = {U"（上接一版）",  U"（上接第1版）", U"(上接第一版",
                                                          U"△上接第一版",   U"（接01版）",    U"上接１版）",
                                                          U"（紧接第一版）"};

// The mark with its page's number written as the pattern writes it; the patterns say 二 or 一. A section's
// letter stands before figures only.
std::u32string spelled(std::u32string_view pattern, const std::u32string& section, int page) {
    constexpr std::u32string_view kHan = U"一二三四五六七八九";
    const std::u32string_view wide = U"０１２３４５６７８９";
    const auto at = static_cast<std::size_t>(page);
    std::u32string text;
    for (const char32_t c : pattern) {
        const bool han = c == U'一' || c == U'二';
        const bool narrow = c == U'1' || c == U'2';
        const bool full = c == U'１' || c == U'２';
        if (han || narrow || full) text += section;
        text += han ? kHan[at - 1] : narrow ? U'0' + static_cast<char32_t>(page) : full ? wide[at] : c;
    }
    return text;
}

bool is_mark(const TextLine& line) {
    const std::u32string text = from_utf8(plain_text(line));
    const std::optional<JumpMark> mark = find_jump_mark(text);
    return mark && mark->start == 0 && mark->end == text.size();
}

void set_text(TextLine& line, const std::u32string& text) {
    line.glyphs.clear();
    for (const char32_t c : text)
        line.glyphs.push_back({line.box, {{to_utf8(std::u32string(1, c)), 0.9}}, false});
}

template <typename Act>
void for_each_mark(std::vector<PageText>& pages, Act act) {
    for (PageText& page : pages)
        for (Article& article : page.articles)
            for (Block& block : article.blocks)
                for (std::size_t i = 0; i < block.lines.size(); ++i)
                    if (is_mark(block.lines[i])) act(page, block, i);
}

}  // namespace

void vary_jump_marks(std::vector<PageText>& pages, Random& random) {
    for_each_mark(pages, [&random](PageText&, Block& block, std::size_t i) {
        TextLine& line = block.lines[i];
        const JumpMark mark = *find_jump_mark(from_utf8(plain_text(line)));
        const std::size_t number = mark.page.find_first_of(U"0123456789");
        const int page = std::stoi(to_utf8(mark.page.substr(number)));
        const bool leaving = mark.direction == JumpDirection::leaving;
        const auto& patterns = leaving ? kLeaving : kArriving;
        set_text(line, spelled(patterns[random() % patterns.size()], mark.page.substr(0, number), page));
    });
}

int plant_orphans(std::vector<PageText>& pages, JumpDirection gone) {
    int planted = 0;
    for_each_mark(pages, [&](PageText&, Block& block, std::size_t i) {
        if (find_jump_mark(from_utf8(plain_text(block.lines[i])))->direction != gone) return;
        set_text(block.lines[i], U"本报综合报道");
        ++planted;
    });
    return planted;
}

}  // namespace banwen::planted
