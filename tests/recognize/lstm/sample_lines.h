// Lines of the sample pages.
#pragma once

#include "printed_lines.h"

namespace banwen::test {

// The first `count` horizontal lines behind `skipped` ones, `height` px high.
inline std::vector<PrintedLine> sample_lines(int height, int count, int skipped = 0) {
    return printed_lines(BANWEN_SAMPLES "/liuxi-2024-03-18/truth.json", {height, count, skipped});
}

}  // namespace banwen::test
