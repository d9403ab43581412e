#include "paper_style.h"

#include <cmath>
#include <stdexcept>

namespace banwen::newsprint {
namespace {

constexpr const char* kSong = "Noto Serif CJK SC";
constexpr const char* kHei = "Noto Sans CJK SC";
constexpr const char* kKai = "AR PL UKai CN";

struct Format {
    const char* name;
    double width, height, margin;  // mm
    int fewest_columns, most_columns;
};

constexpr Format kFormats[] = {
    {"tabloid", 270, 390, 12, 4, 6},
    {"broadsheet", 390, 545, 15, 5, 7},
    {"newsletter", 210, 297, 14, 3, 4},
};

const Format& find_format(const std::string& kind) {
    for (const Format& format : kFormats)
        if (kind == format.name) return format;
    throw std::invalid_argument("no such kind of paper: " + kind);
}

// The gutter takes what whole ems leave over, so that columns hold a whole number of characters.
Grid choose_grid(const Format& format, Dice& dice) {
    static const std::vector<double> kBodyPoints = {9, 9.5, 10, 10, 10.5};
    Grid grid;
    grid.em = dice.pick(kBodyPoints) * kMillimetresPerPoint;
    grid.leading = grid.em * dice.between(1.36, 1.5);
    grid.columns = dice.whole(format.fewest_columns, format.most_columns);
    grid.left = format.margin;
    grid.top = format.margin + 8;
    const double width = format.width - 2 * format.margin;
    const double least_gutter = grid.em * dice.between(1.1, 1.8);
    const double share = (width - (grid.columns - 1) * least_gutter) / grid.columns;
    grid.measure = static_cast<int>(std::floor(share / grid.em));
    grid.gutter = (width - grid.columns * grid.column_width()) / (grid.columns - 1);
    grid.rows = static_cast<int>((format.height - format.margin - grid.top) / grid.leading);
    return grid;
}

}  // namespace

PaperStyle choose_style(const std::string& kind, Dice& dice) {
    const Format& format = find_format(kind);
    PaperStyle style;
    style.width = format.width;
    style.height = format.height;
    style.grid = choose_grid(format, dice);
    style.body = {kSong, 400, 1};
    style.kai = {kKai, 400, 1};
    style.sans = {kHei, 700, 1};
    const double stretch = dice.between(0.9, 1.06);
    style.heads = {{kHei, 700, stretch}, {kHei, 700, 1}, {kSong, 700, stretch}, {kSong, 700, 1}};
    if (dice.chance(0.5)) style.heads.push_back({kKai, 400, 1});
    style.latin_gap_ems = dice.pick(std::vector<double>{0.0, 0.08, 0.16});
    style.name_gap_ems = dice.between(0.8, 1.0);
    style.column_rules =
        dice.pick(std::vector{ColumnRules::none, ColumnRules::between_articles, ColumnRules::everywhere});
    style.feet = dice.chance(0.6) ? Feet::level : Feet::ragged;
    style.head_scale = dice.between(0.92, 1.1);
    style.crosshead_rows = dice.whole(1, 2);
    style.name_place = dice.chance(0.6) ? NamePlace::left : NamePlace::centre;
    if (dice.chance(0.3)) style.open_mark = U"(", style.close_mark = U")";
    return style;
}

std::vector<std::string> families_needed() {
    return {kSong, kHei, kKai};
}

}  // namespace banwen::newsprint
