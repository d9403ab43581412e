#include "furniture.h"

#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

#include "box_print.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr double kHair = 0.18;          // mm
constexpr double kThick = 0.7;          // mm
constexpr double kMastheadHeight = 46;  // mm

struct Spot {
    double x = 0;       // mm: left end, middle or right end of the line
    double y = 0;       // mm, baseline
    double anchor = 0;  // 0 left, 0.5 middle, 1 right
};

// Appends one display line to the region.
void add_line(const CopyDesk& desk, const u32string& text, Kind kind, const Face& face, double size,
              const Spot& spot, std::size_t region, Sheet& sheet) {
    Setting setting;
    setting.face = face;
    setting.em = size;
    setting.gap_ems = 0.8;
    const SetLine set = set_display_line(desk.type_case(), text, setting);
    PlacedLine line{kind, set.text, {}, face, size, region, 0};
    const double left = spot.x - set.width * spot.anchor;
    for (const Piece& piece : set.pieces)
        line.pieces.push_back({piece.text, {left + piece.x, spot.y}});
    sheet.lines.push_back(std::move(line));
}

std::size_t open_region(Kind kind, int article, Sheet& sheet) {
    sheet.regions.push_back({kind, Mode::horizontal, article, false, {}});
    return sheet.regions.size() - 1;
}

u32string joined_lines(const Sheet& sheet, std::size_t region) {
    u32string text;
    for (const PlacedLine& line : sheet.lines)
        if (line.region == region) text += (text.empty() ? U"" : U"\n") + line.text;
    return text;
}

PrintedArticle plain_article(const std::string& type, const Sheet& sheet, std::size_t region) {
    PrintedArticle article;
    article.type = type;
    article.text = joined_lines(sheet, region);
    return article;
}

std::chrono::year_month_day parse_date(const std::string& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    char rest = 0;
    const int read = std::sscanf(date.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest);
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (read != 3 || !ymd.ok()) throw std::invalid_argument("not a date (yyyy-mm-dd): " + date);
    return ymd;
}

Masthead words_of_day(const std::string& paper, const std::string& date, Dice& dice) {
    static constexpr const char* kWeekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
    const auto ymd = parse_date(date);
    const std::chrono::weekday weekday{std::chrono::sys_days{ymd}};
    Masthead masthead;
    masthead.name = from_utf8(paper);
    masthead.date =
        from_utf8(fmt::format("{}年{}月{}日", static_cast<int>(ymd.year()),
                              static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())));
    masthead.weekday = from_utf8(fmt::format("星期{}", kWeekdays[weekday.c_encoding()]));
    masthead.issue_number = from_utf8(fmt::format("第{}期", dice.whole(812, 9640)));
    return masthead;
}

u32string pages_today(const PaperWords& words) {
    return from_utf8(fmt::format("今日{}版", words.pages));
}

std::vector<std::pair<u32string, u32string>> slogans() {
    return {{U"节约用水", U"从拧紧一只水龙头做起"},  {U"绿水青山", U"就是我们的家门口"},
            {U"慢一点 让一让", U"平安路上人人有责"}, {U"多读一页书", U"多看一重山"},
            {U"光盘不剩饭", U"粒粒皆辛苦"},          {U"常回家看看", U"陪父母说说话"}};
}

}  // namespace

PaperIdentity choose_identity(const std::string& paper, const std::string& date, int pages, Dice& dice) {
    static const std::vector<std::string> kPlaces = {"柳溪", "禾川", "云泽", "松岭", "澄湖", "白沙"};
    static const std::vector<std::string> kSuffixes = {"时报", "日报", "周报", "新报"};
    PaperIdentity identity;
    const std::string place = dice.pick(kPlaces);
    identity.paper = place + dice.pick(kSuffixes);
    identity.date =
        fmt::format("{:04}-{:02}-{:02}", dice.whole(1998, 2024), dice.whole(1, 12), dice.whole(1, 28));
    if (!paper.empty()) identity.paper = paper;
    if (!date.empty()) identity.date = date;
    identity.words.masthead = words_of_day(identity.paper, identity.date, dice);
    identity.words.place = identity.words.masthead.name.substr(0, 2);
    identity.words.publisher = identity.words.place + U"县新闻中心主办";
    identity.words.pages = pages;
    return identity;
}

int masthead_rows(const Grid& grid) {
    // The folio line's room above the grid belongs to the masthead too.
    return static_cast<int>((kMastheadHeight - 8) / grid.leading) + 1;
}

namespace {

// The name at the left, day and number in a column at the right.
void print_name_left(const CopyDesk& desk, const PaperWords& words, double top, std::size_t region,
                     Sheet& sheet) {
    const PaperStyle& style = desk.style();
    const Grid& grid = style.grid;
    const double width = grid.width_of(grid.columns);
    const double right = grid.left + width;
    const auto letters = static_cast<double>(words.masthead.name.size());
    const double size = std::min(33.0, 0.62 * width / letters);
    add_line(desk, words.masthead.name, Kind::masthead, style.kai, size,
             {grid.left, top + (kMastheadHeight - 8 - size) / 2 + 0.88 * size, 0}, region, sheet);
    const double small = 4.4;
    const u32string column[] = {words.masthead.date, words.masthead.weekday,
                                words.masthead.issue_number + U" " + pages_today(words), words.publisher};
    double y = top + 3 + small;
    for (const u32string& text : column) {
        add_line(desk, text, Kind::masthead, style.body, small, {right, y, 1}, region, sheet);
        y += small * 1.75;
    }
}

// The name in the middle, day and number in one line across below it.
void print_name_centred(const CopyDesk& desk, const PaperWords& words, double top, std::size_t region,
                        Sheet& sheet) {
    const PaperStyle& style = desk.style();
    const Grid& grid = style.grid;
    const double width = grid.width_of(grid.columns);
    const double size = 25;
    add_line(desk, words.masthead.name, Kind::masthead, style.kai, size,
             {grid.left + width / 2, top + 0.88 * size, 0.5}, region, sheet);
    const double y = top + kMastheadHeight - 12.5;
    sheet.rules.push_back({{grid.left, y - 4.6, width, kHair}, 1});
    const u32string row[] = {words.masthead.date + U" " + words.masthead.weekday, words.publisher,
                             words.masthead.issue_number + U" " + pages_today(words)};
    double anchor = 0;
    for (const u32string& text : row) {
        add_line(desk, text, Kind::masthead, style.body, 3.8, {grid.left + anchor * width, y, anchor}, region,
                 sheet);
        anchor += 0.5;
    }
}

}  // namespace

PrintedArticle print_masthead(const CopyDesk& desk, const PaperWords& words, int article, Sheet& sheet) {
    const Grid& grid = desk.style().grid;
    const double top = grid.top - 8;
    const std::size_t region = open_region(Kind::masthead, article, sheet);
    if (desk.style().name_place == NamePlace::left)
        print_name_left(desk, words, top, region, sheet);
    else
        print_name_centred(desk, words, top, region, sheet);
    const double width = grid.width_of(grid.columns);
    const double foot = grid.row_top(masthead_rows(grid)) - grid.leading;
    sheet.rules.push_back({{grid.left, foot - 1.4, width, kThick}, 1});
    sheet.rules.push_back({{grid.left, foot - 0.3, width, kHair}, 1});
    return plain_article("masthead", sheet, region);
}

PrintedArticle print_folio(const CopyDesk& desk, const PaperWords& words, int page, int article,
                           Sheet& sheet) {
    static const u32string kSections[] = {U"综合新闻", U"乡村纪事", U"社会民生", U"副刊"};
    const PaperStyle& style = desk.style();
    const Grid& grid = style.grid;
    const double width = grid.width_of(grid.columns);
    const double y = grid.top - 3.2;
    const std::size_t region = open_region(Kind::folio, article, sheet);
    add_line(desk, page_label(page), Kind::folio, style.sans, 4.2, {grid.left, y, 0}, region, sheet);
    add_line(desk, kSections[(page - 2) % 4], Kind::folio, style.sans, 5.0, {grid.left + width / 2, y, 0.5},
             region, sheet);
    add_line(desk, words.masthead.name + U" " + words.masthead.date + U" " + words.masthead.weekday,
             Kind::folio, style.body, 3.5, {grid.left + width, y, 1}, region, sheet);
    sheet.rules.push_back({{grid.left, y + 1.6, width, 0.35}, 1});
    return plain_article("folio", sheet, region);
}

PrintedArticle print_notice(const CopyDesk& desk, const Grid& grid, const Cell& cell, const PaperWords& words,
                            int article, Dice& dice, Sheet& sheet) {
    const Box box = box_of(grid, cell);
    const auto [first, second] = dice.pick(slogans());
    const std::size_t region = open_region(Kind::advertisement, article, sheet);
    const double big = std::min({box.w / 9, box.h / 6, 16.0});
    const double middle = box.x + box.w / 2;
    const double y = box.y + box.h / 2 - big;
    const PaperStyle& style = desk.style();
    add_line(desk, first, Kind::advertisement, style.kai, big * 1.3, {middle, y, 0.5}, region, sheet);
    add_line(desk, second, Kind::advertisement, style.kai, big * 0.8, {middle, y + big * 1.5, 0.5}, region,
             sheet);
    add_line(desk, words.place + U"县公益广告", Kind::advertisement, style.sans, grid.em,
             {box.right() - 2 * grid.em, box.bottom() - 1.2 * grid.em, 1}, region, sheet);
    print_frame(box, Frame::double_line, sheet);
    sheet.regions[region].framed = true;
    return plain_article("advertisement", sheet, region);
}

namespace {

void rules_around(const PaperStyle& style, const Grid& grid, const Cell& cell, Sheet& sheet) {
    const Box box = box_of(grid, cell);
    if (!cell.at_foot) sheet.rules.push_back({{box.x, box.bottom() + grid.leading / 2, box.w, kHair}, 1});
    if (style.column_rules != ColumnRules::none && cell.column + cell.columns < grid.columns)
        sheet.rules.push_back({{box.right() + grid.gutter / 2, box.y, kHair, box.h}, 1});
}

void rules_within(const Grid& grid, const BoxPlan& box, Sheet& sheet) {
    for (std::size_t s = 1; s < box.slots.size(); ++s) {
        const Slot& left = box.slots[s - 1];
        const Slot& right = box.slots[s];
        const int top = std::max(left.row, right.row);
        const int bottom = std::max(left.row + left.rows, right.row + right.rows);
        const double x = (left.x + box.measure + right.x) / 2;
        sheet.rules.push_back({{x, box.top + top * grid.leading, kHair, (bottom - top) * grid.leading}, 1});
    }
}

}  // namespace

void print_rules(const PaperStyle& style, const Grid& grid, const PagePlan& plan, Sheet& sheet) {
    for (const BoxPlan& box : plan.boxes) {
        if (box.dress.frame == Frame::none) rules_around(style, grid, box.cell, sheet);
        if (style.column_rules == ColumnRules::everywhere) rules_within(grid, box, sheet);
    }
}

}  // namespace banwen::newsprint
