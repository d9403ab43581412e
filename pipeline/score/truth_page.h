// The pages of a truth (schema banwen-truth/1, as tools/newsprint writes it): what stands where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "score/json_file.h"

namespace banwen {

struct TruthLine {
    std::string text;
    std::string kind;          // body, headline, kicker, caption, …
    std::string style;         // how a headline is set; "" where the truth does not tell
    double size_pt = 0;        // 0 where the truth does not tell
    std::string article;       // its id, "" for none
    std::string article_type;  // "" for none
    std::string region_kind;
    bool vertical = false;
    bool in_order = true;  // named in the page's reading order
    bool reversed = false;
    Box box;                      // around the ink, px of the scan
    std::vector<Point> baseline;  // along the line, px of the scan; empty where the truth does not tell
};

struct TruthPage {
    int number = 0;
    std::string file;  // beside the truth file
    int width = 0;     // of the scan, px
    int height = 0;
    double skew_deg = 0;                     // by which the page stands turned clockwise on the scan
    std::vector<TruthLine> lines;            // in reading order; those that have no place in it stand last
    std::vector<Box> pictures;               // px of the scan
    std::optional<std::vector<Box>> frames;  // none: the truth does not tell
    std::string kind;                        // tabloid, …; "" where the truth does not tell
    std::string wear;                        // a name or a figure; "" where the truth does not tell
    int dpi = 0;
};

// A line's kind that has no place in the order of the text: furniture, captions, jump marks.
bool has_no_place_in_order(const std::string& kind);

// A line of a table's box.
bool is_table_row(const TruthLine& line);

// Of the schema banwen-truth/1.
bool is_issue_truth(const JsonValue& json);

// By number; what is missing in the truth keeps its default, and no pages give none.
std::vector<TruthPage> truth_pages(const JsonValue& json);

// The upright box of something whose box on the turned scan is `box`, turned back about the page's middle.
// Exact for the box around a turned rectangle; others come out a little too thin. At least 1 × 1.
Box level_box(const Box& box, const TruthPage& page);

}  // namespace banwen
