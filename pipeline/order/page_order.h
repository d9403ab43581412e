// In which order the articles of a page are read.
#pragma once

#include <vector>

#include "core/geometry.h"

namespace banwen {

// Where an article stands: its headline (an empty box for none) and all its lines.
struct ArticlePlace {
    Box headline;
    std::vector<Box> lines;
};

// Indices of `articles`, each of which has lines, in reading order: rows of articles from top to bottom, a
// row from left to right. `em`: body type in px.
std::vector<int> page_order(const std::vector<ArticlePlace>& articles, double em);

}  // namespace banwen
