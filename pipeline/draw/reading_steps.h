// The way through a page's articles, step by step, as an overlay shows it.
#pragma once

#include <vector>

#include "core/article.h"

namespace banwen {

// Lines of one block that stand in one region: what is read in one go.
struct ReadingStep {
    std::size_t article = 0;  // index
    int number = 0;           // 1-based in its article
    Box box;                  // around the lines
    Box first;                // the first line's
    Box last;                 // the last line's
};

std::vector<ReadingStep> reading_steps(const std::vector<Article>& articles);

}  // namespace banwen
