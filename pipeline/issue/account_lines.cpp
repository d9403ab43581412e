#include "issue/account_lines.h"

#include <map>

namespace banwen {
namespace {

template <typename Articles, typename Note>
void for_each_line(const Articles& articles, Note note) {
    for (const Article& article : articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                note(line.id);
}

std::string name_of(const LineId& line) {
    return "line " + std::to_string(line.index) + " of page " + std::to_string(line.page);
}

}  // namespace

std::vector<LineId> lines_of(const std::vector<PageText>& pages) {
    std::vector<LineId> lines;
    for (const PageText& page : pages) {
        for_each_line(page.articles, [&lines](const LineId& line) { lines.push_back(line); });
        for (const LedgerEntry& entry : page.ledger)
            if (!entry.kept) lines.push_back(entry.line);
    }
    return lines;
}

std::vector<std::string> find_unaccounted(const std::vector<LineId>& recognized, const Issue& issue) {
    std::map<LineId, int> places;
    for (const LineId& line : recognized)
        places[line] = 0;
    std::vector<std::string> problems;
    const auto note = [&places, &problems](const LineId& line) {
        const auto found = places.find(line);
        if (found == places.end())
            problems.push_back(name_of(line) + " was never recognized");
        else
            ++found->second;
    };
    for_each_line(issue.articles, note);
    for (const LedgerEntry& entry : issue.ledger)
        if (!entry.kept) note(entry.line);
    for (const auto& [line, count] : places) {
        if (count == 0) problems.push_back(name_of(line) + " stands nowhere");
        if (count > 1) problems.push_back(name_of(line) + " stands in " + std::to_string(count) + " places");
    }
    return problems;
}

}  // namespace banwen
