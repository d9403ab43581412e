#include "measure_text.h"

#include <map>
#include <utility>

#include "core/characters.h"
#include "read_issue.h"
#include "read_page.h"
#include "score/comparable_text.h"
#include "score/layout_figures.h"
#include "score/match_lines.h"
#include "score/score_issue.h"

namespace banwen {
namespace {

struct PrintedAndRead {
    std::u32string printed;
    std::u32string read;
};

// Each line of the page that is one printed line.
void add_matches(const TruthPage& truth, const PageText& page, std::map<LineId, PrintedAndRead>& matches) {
    Layout layout;
    std::vector<const TextLine*> lines;
    for (const Article& article : page.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines) {
                layout.regions.push_back({.mode = line.mode, .box = line.box, .lines = {{.box = line.box}}});
                lines.push_back(&line);
            }
    std::vector<ScoredLine> printed;
    for (const TruthLine& line : truth.lines)
        printed.push_back(scored_line(line, truth));
    const LineMatch match =
        match_lines(printed, scored_lines(layout, page.info.to_scan, truth), ScoreOptions{}.min_overlap);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (match.truth_of[i] < 0) continue;
        const TruthLine& line = truth.lines[static_cast<std::size_t>(match.truth_of[i])];
        if (!is_table_row(line))
            matches[lines[i]->id] = {comparable_text(line.text), comparable_text(plain_text(*lines[i]))};
    }
}

}  // namespace

CleanedIssue measure_text(const std::filesystem::path& folder, const std::vector<TruthPage>& truth,
                          Recognizer& recognizer, const Options& options) {
    std::vector<PageText> pages;
    std::map<LineId, PrintedAndRead> matches;
    for (const TruthPage& page : truth) {
        pages.push_back(read_page({(folder / page.file).string(), 0}, page.number, recognizer, options));
        add_matches(page, pages.back(), matches);
    }
    CleanedIssue cleaned{{}, read_issue(std::move(pages), options)};
    for (const Article& article : cleaned.issue.articles)
        for (const Block& block : article.blocks) {
            const std::u32string text = from_utf8(block.text);
            for (std::size_t i = 0; i < block.lines.size(); ++i) {
                const auto found = matches.find(block.lines[i].id);
                if (found == matches.end()) continue;
                const auto start = static_cast<std::size_t>(block.spans[i].start);
                const auto end = static_cast<std::size_t>(block.spans[i].end);
                cleaned.lines.push_back({found->first, found->second.printed, found->second.read,
                                         comparable_text(to_utf8(text.substr(start, end - start)))});
            }
        }
    return cleaned;
}

}  // namespace banwen
