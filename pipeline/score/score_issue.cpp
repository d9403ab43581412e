#include "score/score_issue.h"

#include "score/figures.h"
#include "score/read_result.h"
#include "score/read_truth.h"

namespace banwen {

Score score_issue(const std::filesystem::path& truth, const std::filesystem::path& result,
                  const ScoreOptions& options) {
    return figures_of(tally_of(read_truth(truth), read_result(result), options));
}

Tally tally_of(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options) {
    return sum_of({article_figures(truth, result, options), text_figures(truth, result),
                   span_figures(truth, result, options), line_figures(truth, result, options)});
}

}  // namespace banwen
