// The looks of one paper, thrown once per issue: sheet, grid of columns and rows, faces, rules.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "geometry.h"
#include "set_lines.h"
#include "sheet.h"

namespace banwen::newsprint {

// The page is divided on one grid: columns of `measure` ems, rows of one leading.
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

// How the text of one box is set.
struct BodyType {
    Face face;
    double em = 3.528;     // mm
    double leading = 4.9;  // mm
    Mode mode = Mode::horizontal;
};

enum class ColumnRules { none, between_articles, everywhere };
enum class Feet { level, ragged };
enum class NamePlace { left, centre, ear, band };
enum class Align { left, centre };
enum class RuleLook { hair, thick, double_line, dotted };
enum class Digits { half, full };
// Where the reporters' names stand: in brackets behind 本报讯, at the text's end, or on a line of
// their own above it.
enum class BylineForm { after_lead, named_lead, foot, foot_names, above, above_marked };

struct PaperStyle {
    double width = 270;   // mm, the sheet
    double height = 390;  // mm
    Grid grid;            // below the folio line; page 1 gives rows to the masthead
    Face body;
    Face feature;  // of boxes that differ: Kai, Hei or a Fangsong-like narrow Ming
    Face kai;      // captions, bylines, jump marks
    Face sans;     // cross-heads, folios
    Face kicker;
    Face name;  // of the masthead
    std::vector<Face> heads;
    double latin_gap_ems = 0.1;
    double name_gap_ems = 1.0;  // the deliberate space in bylines and headlines
    Numbers numbers = Numbers::kept;
    MarkPairs pairs = MarkPairs::full;
    Margin margin = Margin::straight;
    Digits digits = Digits::half;
    ColumnRules column_rules = ColumnRules::none;
    RuleLook level_rules = RuleLook::hair;  // between an article and the one below it
    Feet feet = Feet::level;
    NamePlace name_place = NamePlace::left;  // of the masthead
    BylineForm bylines = BylineForm::after_lead;
    int jump_form = 0;  // row of the table of jump marks
    double head_scale = 1.0;
    int crosshead_rows = 1;
    Align crosshead_align = Align::centre;

    BodyType body_type() const { return {body, grid.em, grid.leading, Mode::horizontal}; }
};

// kind is tabloid, broadsheet or newsletter; throws std::invalid_argument for any other word.
PaperStyle choose_style(const std::string& kind, Dice& dice);

// Whether it imitates the brush.
bool is_calligraphic(const Face& face);

// The families that a style can name.
std::vector<std::string> families_needed();

}  // namespace banwen::newsprint
