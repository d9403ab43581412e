// Ceilings: how far from the truth banwen may come on pages that are always at hand. A change may lower a
// ceiling; raising one wants a word in CHANGELOG.md that says why. The pages are read with whatever OpenCV,
// Tesseract and processor are there, so each ceiling stands a little above what was measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "recognize/recognizer.h"
#include "score/tally.h"

namespace banwen {

// Of a figure that is best at 1, what it lacks to 1.
struct Ceiling {
    std::string figure;
    double highest = 0;
};

// Fails the test for each figure that is missing or above its ceiling; says which ceilings can be lowered.
void expect_below(const std::vector<Ceiling>& ceilings, const Score& score);

// The pages of a folder with truth.json through layout and order, the printed text in the recognizer's place.
Score layout_score(const std::filesystem::path& folder);

// The same pages through all rooms, to files, as `banwen convert --format lines` does it.
Score reading_score(const std::filesystem::path& folder, Recognizer& recognizer);

}  // namespace banwen
