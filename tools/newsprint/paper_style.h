// The looks of one paper, thrown once per issue: sheet, grid of columns and rows, faces, rules.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "geometry.h"
#include "type_case.h"

namespace banwen::newsprint {

// Body text of the whole page stands on one grid: columns of `measure` ems, rows of one leading.
struct Grid {
    double left = 12;  // mm, of the first column
    double top = 20;   // mm, of the first row
    int columns = 5;
    int rows = 68;
    int measure = 13;      // ems a column
    double em = 3.528;     // mm
    double gutter = 5;     // mm
    double leading = 4.9;  // mm

    double column_width() const { return measure * em; }
    double column_left(int column) const { return left + column * (column_width() + gutter); }
    double width_of(int span) const { return span * column_width() + (span - 1) * gutter; }
    double row_top(int row) const { return top + row * leading; }
};

enum class ColumnRules { none, between_articles, everywhere };
enum class Feet { level, ragged };
enum class NamePlace { left, centre };

struct PaperStyle {
    double width = 270;   // mm, the sheet
    double height = 390;  // mm
    Grid grid;            // below the folio line; page 1 gives rows to the masthead
    Face body;
    Face kai;   // captions, bylines, jump marks
    Face sans;  // cross-heads, folios
    std::vector<Face> heads;
    double latin_gap_ems = 0.1;
    double name_gap_ems = 1.0;  // the deliberate space in bylines and headlines
    ColumnRules column_rules = ColumnRules::none;
    Feet feet = Feet::level;
    NamePlace name_place = NamePlace::left;  // of the masthead
    double head_scale = 1.0;
    int crosshead_rows = 1;
    std::u32string open_mark = U"（";
    std::u32string close_mark = U"）";
};

// kind is tabloid, broadsheet or newsletter; throws std::invalid_argument for any other word.
PaperStyle choose_style(const std::string& kind, Dice& dice);

// The families that a style can name.
std::vector<std::string> families_needed();

}  // namespace banwen::newsprint
