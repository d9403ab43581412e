// Layout and reading order alone: what was found on a page against its truth, whatever was read there.
//
//   line_f1          F1 of the lines found, as in score_issue.h
//   line_p, line_r   precision and recall of the same
//   line_article     share of the articles' lines that were found and stand in the article that is theirs:
//                    articles are paired one to one by the most lines in common
//   article_exact    share of the articles on the page that have exactly their lines in exactly their order,
//                    captions aside
//   body_order       edit distance of the found body lines' order to the printed one ÷ their number
//   headline_exact   share of the articles with headings whose kicker, title and subtitle are exactly the
//                    lines of that deck, in their order
//   skew_left        degrees by which body lines stand askew on the upright page; 99th percentile. Where the
//                    truth has no baselines: of pages, between their skew and the one that was taken out
//   bend_left        px, in type of 30 px, by which body lines rise and fall on the upright page; 99th
//                    percentile
//   X_p, X_r         precision and recall of lines of the kind X: heading, crosshead, caption, masthead,
//                    folio, imprint, notice, advertisement, index, table
//   picture_p, …_r   of boxes that share at least half of their area; frame_p, …_r the same, where the truth
//                    tells of frames
//
// Articles are those of type article, notice, advertisement and index; what stands on one page of each.
#pragma once

#include <vector>

#include "core/article.h"
#include "core/layout.h"
#include "core/scan_map.h"
#include "score/score_issue.h"
#include "score/scored_text.h"
#include "score/tally.h"
#include "score/truth_page.h"

namespace banwen {

// A line's LineId::index counts the lines of all regions in the layout's order.
struct FoundPage {
    Layout layout;
    std::vector<Article> articles;  // in reading order
    ScanMap to_scan;                // the layout's frame → px of the scan
};

// The layout's lines, levelled, in its order.
std::vector<ScoredLine> scored_lines(const Layout& layout, const ScanMap& to_scan, const TruthPage& truth);

Tally layout_figures(const TruthPage& truth, const FoundPage& found, const ScoreOptions& options);

}  // namespace banwen
