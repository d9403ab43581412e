// The lines of a truth.json as if they had been recognized and put in order without a mistake: what the rooms
// behind can be tested with alone.
#pragma once

#include <filesystem>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/issue.h"

namespace banwen {

struct TruthPages {
    nlohmann::json truth;
    std::vector<PageText> pages;
};

// Boxes are turned upright by the page's skew. `as_recognizer`: marks are written as recognizers write them,
// one ASCII quote for both and ASCII marks for full-width ones.
TruthPages read_truth_pages(const std::filesystem::path& file, bool as_recognizer);

}  // namespace banwen
