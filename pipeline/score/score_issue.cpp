#include "score/score_issue.h"

#include "score/figures.h"
#include "score/read_result.h"
#include "score/read_truth.h"

namespace banwen {

Score score_issue(const std::filesystem::path& truth, const std::filesystem::path& result,
                  const ScoreOptions& options) {
    const ScoredText wanted = read_truth(truth);
    const ScoredText given = read_result(result);
    Score score;
    add_article_figures(wanted, given, options, score);
    add_text_figures(wanted, given, score);
    add_span_figures(wanted, given, options, score);
    add_line_figures(wanted, given, options, score);
    return score;
}

}  // namespace banwen
