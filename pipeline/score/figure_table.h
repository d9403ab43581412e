// Figures as people and programs read them: one row a figure, one column a group.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/intervals.h"

namespace banwen {

struct FigureColumn {
    std::string name;
    std::size_t count = 0;  // of the pages or issues that the figures are of
    std::map<std::string, Figure> figures;
};

// Aligned text; a figure with its interval where one was drawn, "–" where a group has nothing to count.
std::string text_table(const std::vector<FigureColumn>& columns);

// {"column": {"count": 3, "figure": {"value": …, "low": …, "high": …}, …}, …}, one line.
std::string json_table(const std::vector<FigureColumn>& columns);

}  // namespace banwen
