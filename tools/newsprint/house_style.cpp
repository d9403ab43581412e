#include "house_style.h"

#include <algorithm>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr std::u32string_view kLead = U"本报讯";
constexpr double kOwnForm = 0.2;  // chance that a story keeps the form that it was written in

struct Names {
    std::vector<Byline> people;

    // 记者 甲 乙 通讯员 丙
    u32string with_roles(std::u32string_view before) const {
        u32string text;
        u32string role;
        for (const Byline& person : people) {
            if (person.role != role) {
                if (!text.empty()) text += U' ';
                if (text.empty()) text += before;
                text += role = person.role;
            }
            text += U' ';
            text += person.name;
        }
        return text;
    }

    u32string alone() const {
        u32string text;
        for (const Byline& person : people)
            text += joined({text.empty() ? U"" : U" ", person.name});
        return text;
    }
};

// Appends the printed byline to the paragraph, with a span for each person.
void append(Paragraph& paragraph, const u32string& printed, const Names& names) {
    const std::size_t start = paragraph.text.size();
    paragraph.text += printed;
    for (Byline person : names.people) {
        person.start = start;
        person.end = paragraph.text.size();
        paragraph.bylines.push_back(person);
    }
}

// Whether the story opens with 本报讯 or a dateline and a byline in brackets behind it.
bool opens_with_byline(const Story& story) {
    const Paragraph& first = story.paragraphs.front();
    if (first.kind != ParagraphKind::body || first.bylines.empty()) return false;
    const Byline& byline = first.bylines.front();
    const bool same_span = std::all_of(first.bylines.begin(), first.bylines.end(),
                                       [&](const Byline& other) { return other.start == byline.start; });
    const std::size_t lead = first.dateline ? first.dateline->end : kLead.size();
    return same_span && byline.start == lead && (first.dateline || first.text.starts_with(kLead));
}

// Takes the byline out of the first paragraph.
Names take_names(Paragraph& first) {
    Names names{std::move(first.bylines)};
    first.bylines.clear();
    const Byline& span = names.people.front();
    first.text.erase(span.start, span.end - span.start);
    return names;
}

void set_foot(Story& story, const Names& names, const u32string& printed) {
    for (auto paragraph = story.paragraphs.rbegin(); paragraph != story.paragraphs.rend(); ++paragraph)
        if (paragraph->kind == ParagraphKind::body)
            return append(*paragraph, joined({U"（", printed, U"）"}), names);
}

void set_above(Story& story, const Names& names, const u32string& printed) {
    Paragraph& first = story.paragraphs.front();
    if (!first.dateline && first.text.starts_with(kLead)) first.text.erase(0, kLead.size());
    Paragraph above;
    above.kind = ParagraphKind::byline;
    append(above, printed, names);
    story.paragraphs.insert(story.paragraphs.begin(), above);
}

// 本报讯 记者 甲 报道：
void set_named_lead(Paragraph& first, const Names& names) {
    if (first.dateline) return;
    const u32string printed = names.with_roles(U"");
    const u32string rest = first.text.substr(kLead.size());
    first.text = u32string(kLead) + U" ";
    append(first, printed, names);
    first.text += joined({U" 报道：", rest});
}

void restyle(Story& story, BylineForm form) {
    if (form == BylineForm::after_lead || !opens_with_byline(story)) return;
    if (form == BylineForm::named_lead && story.paragraphs.front().dateline) return;
    const Names names = take_names(story.paragraphs.front());
    switch (form) {
        case BylineForm::after_lead:
            return;
        case BylineForm::named_lead:
            return set_named_lead(story.paragraphs.front(), names);
        case BylineForm::foot:
            return set_foot(story, names, names.with_roles(U""));
        case BylineForm::foot_names:
            return set_foot(story, names, names.alone());
        case BylineForm::above:
            return set_above(story, names, names.with_roles(U"本报"));
        case BylineForm::above_marked:
            return set_above(
                story, names,
                joined({U"■", names.with_roles(U"本报"), story.caption.empty() ? U"" : U" 文/图"}));
    }
}

// Figures of a number, its point and its per cent; those in words and addresses stay as they are.
void widen_figures(u32string& text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool number = true;
        for (; end < text.size() && is_latin(text[end]); ++end)
            number &= (text[end] >= U'0' && text[end] <= U'9') || text[end] == U'.' || text[end] == U'%';
        for (; number && at < end; ++at)
            text[at] += 0xFEE0;
        at = std::max(end, at + (end == at ? 1 : 0));
    }
}

}  // namespace

std::vector<Story> in_house_style(std::vector<Story> stories, const PaperStyle& style, Dice& dice) {
    for (Story& story : stories) {
        if (!dice.chance(kOwnForm)) restyle(story, style.bylines);
        if (style.digits == Digits::full)
            for (Paragraph& paragraph : story.paragraphs)
                widen_figures(paragraph.text);
    }
    return stories;
}

}  // namespace banwen::newsprint
