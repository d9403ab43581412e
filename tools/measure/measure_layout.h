// One page through the rooms with the oracle in the recognizer's place, against its truth.
#pragma once

#include <filesystem>
#include <vector>

#include "score/tally.h"
#include "score/truth_page.h"

namespace banwen {

struct MeasuredPage {
    std::string name;  // the folder and file of the image
    TruthPage truth;
    Tally tally;
    double cpu_seconds = 0;  // of cleaning, layout and order; decoding the image is not in it
};

// Throws Error: the truth or the image cannot be read.
MeasuredPage measure_layout(const std::filesystem::path& folder, const TruthPage& truth);

// All folders at or under `path` (or the one that `path` is a file of) that hold a truth.json, by name.
std::vector<std::filesystem::path> truth_folders(const std::filesystem::path& path);

}  // namespace banwen
