#include "score/score_issue.h"

#include "score/figures.h"
#include "score/read_result.h"
#include "score/read_truth.h"

namespace banwen {

Score score_issue(const std::filesystem::path& truth, const std::filesystem::path& result,
                  const ScoreOptions& options) {
    const ScoredText wanted = read_truth(truth);
    const ScoredText given = read_result(result);
    return figures_of(sum_of({article_figures(wanted, given, options), text_figures(wanted, given),
                              span_figures(wanted, given, options), line_figures(wanted, given, options)}));
}

}  // namespace banwen
