// The idea: plan issues of more and more pages until one has all. How much a page takes, and what a box cuts
// off, only the planning knows.
#include "whole_issue.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

namespace banwen::newsprint {
namespace {

constexpr int kFirstTry = 4;  // pages; fewer never hold what somebody wants to see whole

std::set<char32_t> characters_of(const std::vector<Story>& stories) {
    std::set<char32_t> characters;
    for (const Story& story : stories)
        for (const Paragraph& paragraph : story.paragraphs)
            characters.insert(paragraph.text.begin(), paragraph.text.end());
    return characters;
}

std::size_t missing_from(const Issue& issue, std::set<char32_t> characters) {
    for (const Sheet& sheet : issue.sheets)
        for (const PlacedLine& line : sheet.lines)
            if (line.kind == Kind::body)
                for (const char32_t c : line.text)
                    characters.erase(c);
    return characters.size();
}

}  // namespace

Issue plan_whole_issue(const TypeCase& type_case, const std::vector<Story>& stories, IssueWishes wishes) {
    const std::set<char32_t> characters = characters_of(stories);
    for (wishes.pages = kFirstTry; wishes.pages <= kMostPages;
         wishes.pages += std::max(1, wishes.pages / 8)) {
        Issue issue = plan_issue(type_case, stories, wishes);
        if (missing_from(issue, characters) == 0) return issue;
    }
    throw std::runtime_error(
        fmt::format("not all characters of the copy come to print on {} pages", kMostPages));
}

}  // namespace banwen::newsprint
