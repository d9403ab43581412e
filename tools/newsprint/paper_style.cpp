#include "paper_style.h"

#include <cmath>
#include <stdexcept>

namespace banwen::newsprint {
namespace {

constexpr const char* kSong = "Noto Serif CJK SC";
constexpr const char* kHei = "Noto Sans CJK SC";
constexpr const char* kKai = "AR PL UKai CN";
constexpr const char* kMing = "AR PL UMing CN";
constexpr const char* kZenHei = "WenQuanYi Zen Hei";
constexpr const char* kMicroHei = "WenQuanYi Micro Hei";
constexpr double kFangsong = 0.86;  // a Ming so narrow stands for Fangsong, which Debian lacks in Simplified

struct Format {
    const char* name;
    double width, height, margin;  // mm
    int fewest_columns, most_columns;
    double head_scale;
    std::vector<double> body_points;
};

const std::vector<Format>& formats() {
    static const std::vector<Format> kFormats = {
        {"tabloid", 270, 390, 12, 3, 6, 1.0, {7.5, 8, 8.5, 9, 9, 9.5, 9.5, 10, 10.5, 11}},
        {"broadsheet", 390, 545, 15, 5, 8, 1.3, {8, 8.5, 9, 9, 9.5, 10, 10, 10.5, 11}},
        {"newsletter", 210, 297, 14, 3, 4, 0.95, {7.5, 8.5, 9, 9.5, 10, 10.5, 11, 12}},
    };
    return kFormats;
}

const Format& find_format(const std::string& kind) {
    for (const Format& format : formats())
        if (kind == format.name) return format;
    throw std::invalid_argument("no such kind of paper: " + kind);
}

// A column of fewer ems cannot be justified, one of more is hard to read.
constexpr int kLeastMeasure = 9;
constexpr int kMostMeasure = 22;

// The gutter takes what whole ems leave over, so that columns hold a whole number of characters.
Grid choose_grid(const Format& format, Dice& dice) {
    Grid grid;
    grid.em = dice.pick(format.body_points) * kMillimetresPerPoint;
    grid.leading = grid.em * dice.between(1.3, 1.52);
    grid.left = format.margin;
    grid.top = format.margin + 8;
    const double width = format.width - 2 * format.margin;
    const double least_gutter = grid.em * dice.pick(std::vector<double>{1.0, 1.0, 1.2, 1.5, 1.8});
    std::vector<int> counts;
    const auto measure = [&](int columns) {
        return static_cast<int>(std::floor((width - (columns - 1) * least_gutter) / columns / grid.em));
    };
    for (int n = format.fewest_columns; n <= format.most_columns; ++n)
        if (measure(n) >= kLeastMeasure && measure(n) <= kMostMeasure) counts.push_back(n);
    grid.columns = dice.pick(counts);
    grid.measure = measure(grid.columns);
    grid.gutter = (width - grid.columns * grid.column_width()) / (grid.columns - 1);
    grid.rows = static_cast<int>((format.height - format.margin - grid.top) / grid.leading);
    return grid;
}

void choose_faces(PaperStyle& style, Dice& dice) {
    const Face song{kSong, 400, 1, 0};
    const Face ming{kMing, 400, 1, 0};
    const Face fangsong{kMing, 400, kFangsong, 0};
    const Face kai{kKai, 400, 1, 0};
    const std::vector<Face> hei = {{kHei, 400, 1, 0}, {kZenHei, 400, 1, 0}, {kMicroHei, 400, 1, 0}};
    style.body = dice.pick(std::vector<Face>{song, song, song, ming, ming});
    style.feature = dice.pick(std::vector<Face>{kai, kai, fangsong, dice.pick(hei)});
    style.kai = dice.pick(std::vector<Face>{kai, kai, kai, fangsong, dice.pick(hei)});
    style.sans = dice.pick(std::vector<Face>{{kHei, 700, 1, 0}, {kHei, 700, 1, 0}, {kZenHei, 400, 1, 0.02}});
    style.kicker = dice.pick(std::vector<Face>{song, kai, fangsong, {kHei, 400, 1, 0}});
    style.name = dice.pick(std::vector<Face>{{kKai, 400, 1.08, 0.03},
                                             {kKai, 400, 1, 0.012},
                                             {kKai, 400, 0.94, 0.05},
                                             {kSong, 700, 1.1, 0},
                                             {kHei, 700, 1, 0.02}});
    const double stretch = dice.between(0.78, 1.12);
    style.heads = {{kHei, 700, stretch, 0},
                   {kHei, 700, 1, 0},
                   {kSong, 700, stretch, 0},
                   {kSong, 700, 1, 0},
                   {kZenHei, 400, stretch, 0.015}};
    if (dice.chance(0.5)) style.heads.push_back({kHei, 700, 0.8, 0.03});
    if (dice.chance(0.5)) style.heads.push_back({kKai, 400, 1, 0.012});
    if (dice.chance(0.4)) style.heads.push_back({kMing, 400, 0.9, 0.008});
}

void choose_composition(PaperStyle& style, Dice& dice) {
    style.latin_gap_ems = dice.pick(std::vector<double>{0.0, 0.08, 0.16});
    style.name_gap_ems = dice.between(0.8, 1.0);
    style.numbers = dice.chance(0.35) ? Numbers::divided : Numbers::kept;
    style.pairs = dice.chance(0.7) ? MarkPairs::kerned : MarkPairs::full;
    // A mark that hangs needs half an em of the gutter.
    if (style.grid.gutter >= 1.3 * style.grid.em && dice.chance(0.25)) style.margin = Margin::hanging;
    style.digits = dice.chance(0.18) ? Digits::full : Digits::half;
    style.crosshead_rows = dice.whole(1, 2);
    style.crosshead_align = dice.chance(0.8) ? Align::centre : Align::left;
    style.bylines = static_cast<BylineForm>(dice.whole(0, 5));
    style.jump_form = dice.whole(0, 1000);
}

void choose_rules(PaperStyle& style, Dice& dice) {
    style.column_rules =
        dice.pick(std::vector{ColumnRules::none, ColumnRules::between_articles, ColumnRules::everywhere});
    style.level_rules = dice.pick(std::vector{RuleLook::hair, RuleLook::hair, RuleLook::thick,
                                              RuleLook::double_line, RuleLook::dotted});
    style.feet = dice.chance(0.6) ? Feet::level : Feet::ragged;
    style.name_place = static_cast<NamePlace>(dice.whole(0, 3));
}

}  // namespace

PaperStyle choose_style(const std::string& kind, Dice& dice) {
    const Format& format = find_format(kind);
    PaperStyle style;
    style.width = format.width;
    style.height = format.height;
    style.grid = choose_grid(format, dice);
    style.head_scale = format.head_scale * dice.between(0.92, 1.1);
    choose_faces(style, dice);
    choose_composition(style, dice);
    choose_rules(style, dice);
    return style;
}

bool is_calligraphic(const Face& face) {
    return face.family == kKai;
}

std::vector<std::string> families_needed() {
    return {kSong, kHei, kKai, kMing, kZenHei, kMicroHei};
}

}  // namespace banwen::newsprint
