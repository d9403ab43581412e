#include "score/scored_text.h"

#include "score/comparable_text.h"

namespace banwen {

ScoredLine scored_line(const TruthLine& line, const TruthPage& page) {
    return {.page = page.number,
            .box = level_box(line.box, page),
            .in_order = line.in_order && !has_no_place_in_order(line.kind),
            .vertical = line.vertical,
            .text = comparable_text(line.text),
            .in_cells = is_table_row(line)};
}

std::vector<ScoredLine> levelled(std::vector<ScoredLine> lines, const std::vector<TruthPage>& pages) {
    for (ScoredLine& line : lines)
        for (const TruthPage& page : pages)
            if (page.number == line.page) line.box = level_box(line.box, page);
    return lines;
}

}  // namespace banwen
