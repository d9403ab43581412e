// Lines of the sample pages, cut where the truth says they stand.
#pragma once

#include <string>
#include <vector>

#include "core/image.h"

namespace banwen::test {

struct SampleLine {
    GrayImage image;
    std::string text;  // what is printed
};

// The first `count` horizontal lines of page 1 behind `skipped` ones, `height` px high.
std::vector<SampleLine> sample_lines(int height, int count, int skipped = 0);

}  // namespace banwen::test
