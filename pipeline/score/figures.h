// The figures, each group with what it needs of truth and result. score_issue.h says what they mean.
#pragma once

#include "score/score_issue.h"
#include "score/scored_text.h"

namespace banwen {

// art_ned, art_ned_pooled, art_f1, cer_headline, cer_body. None where the truth has no articles.
void add_article_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                         Score& score);

// page_ned, bag_f1, dup, lost, gone.
void add_text_figures(const ScoredText& truth, const ScoredText& result, Score& score);

// cer_caption, cer_masthead, cer_blocks: pieces against the span that is most like them.
void add_span_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                      Score& score);

// line_f1, order. None where the truth or the result has no lines.
void add_line_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                      Score& score);

// Truth with the characters that the model cannot write made to match anything.
std::u32string writable(std::u32string text, const ScoreOptions& options);

}  // namespace banwen
