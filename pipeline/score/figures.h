// The figures, each group with what it needs of truth and result. score_issue.h says what they mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "score/score_issue.h"
#include "score/scored_text.h"

namespace banwen {

// art_ned, art_ned_pooled, art_f1, cer_headline, cer_body. None where the truth has no articles.
Tally article_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options);

// page_ned, bag_f1, dup, lost, gone.
Tally text_figures(const ScoredText& truth, const ScoredText& result);

// cer_caption, cer_masthead, cer_blocks: pieces against the span that is most like them.
Tally span_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options);

// line_f1, order, cer_line. None where the truth or the result has no lines.
Tally line_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options);

// For each truth line the text that was read on it; none where it was not found.
std::vector<std::optional<std::u32string>> texts_read(const ScoredText& truth, const ScoredText& result,
                                                      const ScoreOptions& options);

// Wrong characters ÷ characters of a line; nothing to count where it was not found.
Share line_errors(const ScoredLine& line, const std::optional<std::u32string>& read,
                  const ScoreOptions& options);

// Edit distance of the order in which lines are read to the order in which they are printed, ÷ their number.
// `ranks`: the places in the printed order of the lines that were read, in the order in which they were;
// the same place several times running (the cells of a row) counts once.
Share order_distance(const std::vector<int>& ranks);

// All of them.
Tally tally_of(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options);

// Truth with the characters that the model cannot write made to match anything.
std::u32string writable(std::u32string text, const ScoreOptions& options);

}  // namespace banwen
