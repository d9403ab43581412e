#include "figure_table.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "display.h"
#include "rules.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using Row = std::vector<std::u32string>;

struct Table {
    std::u32string title;
    Row head;
    std::vector<double> shares;  // of the width, one a column
    std::vector<Row> rows;
};

std::u32string figure(double value, int digits) {
    return from_utf8(fmt::format("{:.{}f}", value, digits));
}

Table prices(int rows, Dice& dice) {
    static const std::vector<std::u32string> kGoods = {
        U"大白菜", U"西红柿", U"黄瓜",   U"土豆", U"萝卜", U"青椒", U"茄子", U"豆角", U"芹菜", U"菠菜",
        U"生姜",   U"大蒜",   U"猪肉",   U"牛肉", U"鸡蛋", U"草鱼", U"鲫鱼", U"苹果", U"香蕉", U"鸭梨",
        U"大米",   U"面粉",   U"菜籽油", U"豆腐", U"莲藕", U"冬瓜", U"南瓜", U"香菇"};
    Table table{U"本周|菜价", {U"品名", U"单位", U"均价（元）", U"涨跌"}, {0.3, 0.2, 0.28, 0.22}, {}};
    const int first = dice.whole(0, 10);
    for (int i = 0; i < rows; ++i) {
        const double change = dice.between(-0.6, 0.6);
        const std::u32string trend = change > 0.2    ? joined({U"↑", figure(change, 2)})
                                     : change < -0.2 ? joined({U"↓", figure(-change, 2)})
                                                     : U"持平";
        table.rows.push_back({kGoods[static_cast<std::size_t>(first + i) % kGoods.size()], U"公斤",
                              figure(dice.between(1.2, 46), 2), trend});
    }
    return table;
}

Table weather(int rows, Dice& dice) {
    static const std::vector<std::u32string> kPlaces = {
        U"城区", U"柳溪", U"禾川", U"云泽", U"松岭", U"澄湖", U"白沙", U"青渡", U"梅岗", U"石桥", U"龙潭",
        U"上湾", U"清河", U"双塘", U"茶亭", U"望江", U"北坪", U"西坞", U"南渡", U"东林", U"高桥", U"长塘"};
    static const std::vector<std::u32string> kSkies = {U"晴", U"多云", U"阴", U"小雨", U"阵雨", U"晴转多云"};
    Table table{U"各地|天气", {U"地点", U"天气", U"气温（℃）", U"风力"}, {0.24, 0.3, 0.24, 0.22}, {}};
    for (int i = 0; i < rows; ++i) {
        const int low = dice.whole(-3, 21);
        table.rows.push_back({kPlaces[static_cast<std::size_t>(i) % kPlaces.size()], dice.pick(kSkies),
                              from_utf8(fmt::format("{}~{}", low, low + dice.whole(4, 12))),
                              from_utf8(fmt::format("{}级", dice.whole(1, 5)))});
    }
    return table;
}

Table buses(int rows, Dice& dice) {
    static const std::vector<std::u32string> kEnds = {U"汽车站", U"县医院", U"东门", U"一中", U"火车站",
                                                      U"石桥镇", U"开发区", U"水厂", U"渡口", U"文化宫"};
    Table table{U"公交|班次", {U"线路", U"起点", U"终点", U"首末班"}, {0.16, 0.27, 0.27, 0.3}, {}};
    for (int i = 0; i < rows; ++i) {
        const auto from = static_cast<std::size_t>(dice.whole(0, 4));
        const auto to = static_cast<std::size_t>(dice.whole(5, 9));
        table.rows.push_back(
            {from_utf8(fmt::format("{}路", i + 1)), kEnds[from], kEnds[to],
             from_utf8(fmt::format("{}:{:02}-{}:{:02}", dice.whole(5, 7), 10 * dice.whole(0, 5),
                                   dice.whole(17, 21), 10 * dice.whole(0, 5)))});
    }
    return table;
}

Table results(int rows, Dice& dice) {
    static const std::vector<std::u32string> kTeams = {U"清河", U"石桥", U"上湾", U"茶亭", U"双塘",
                                                       U"龙潭", U"北坪", U"西坞", U"南渡", U"东林"};
    Table table{
        U"全县篮球联赛|积分榜", {U"名次", U"球队", U"胜", U"负", U"积分"}, {0.2, 0.28, 0.16, 0.16, 0.2}, {}};
    int points = 2 * rows + dice.whole(6, 12);
    for (int i = 0; i < rows; ++i) {
        points -= dice.whole(0, 2);
        const int won = std::max(0, points / 2 - i % 2);
        table.rows.push_back(
            {figure(i + 1, 0),
             joined({kTeams[static_cast<std::size_t>(i) % kTeams.size()], i < 10 ? U"队" : U"二队"}),
             figure(won, 0), figure(dice.whole(0, 9), 0), figure(points, 0)});
    }
    return table;
}

// Where the columns of a table stand and how its rows are ruled.
class TablePrinter {
  public:
    TablePrinter(const CopyDesk& desk, const Box& box, int article, Dice& dice, Sheet& sheet)
        : desk_(desk), box_(box), dice_(dice), article_(article), sheet_(sheet) {
        size_ = std::min(desk.style().grid.em, box.w / 15);
        const double head = 2.3 * head_size();
        table_ = {box.x, box.y + head, box.w, box.h - head};
        rows_ = std::max(3, static_cast<int>(table_.h / (size_ * dice.between(1.55, 1.9))));
        pitch_ = table_.h / rows_;
    }

    void print() {
        static const std::vector<Table (*)(int, Dice&)> kKinds = {prices, weather, buses, results};
        const Table table = dice_.pick(kKinds)(std::min(rows_ - 1, 24), dice_);
        rows_ = static_cast<int>(table.rows.size()) + 1;
        pitch_ = table_.h / rows_;
        print_title(plain_title(table.title));
        region_ = open_region(Kind::table, article_, sheet_);
        sheet_.regions[region_].box = table_;
        const bool dark = dice_.chance(0.3);
        if (dark) sheet_.panels.push_back({{table_.x, table_.y, table_.w, pitch_}, 1, {}});
        print_row(table.head, table.shares, 0, desk_.style().sans, dark ? Tone::paper : Tone::ink);
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            print_row(table.rows[i], table.shares, static_cast<int>(i) + 1, desk_.style().body, Tone::ink);
        print_rules(table.shares);
    }

  private:
    double head_size() const { return std::min(8.5, box_.w / 8.5); }

    void print_title(const std::u32string& title) {
        add_display_line(desk_.type_case(), title,
                         {Kind::headline, desk_.style().heads.front(), head_size(), Tone::ink},
                         {box_.x + box_.w / 2, box_.y + 1.25 * head_size(), 0.5},
                         open_region(Kind::headline, article_, sheet_), sheet_);
    }

    void print_row(const Row& row, const std::vector<double>& shares, int number, const Face& face,
                   Tone tone) {
        PlacedLine line;
        line.kind = Kind::table;
        line.face = face;
        line.size = size_;
        line.region = region_;
        line.column = 0;
        line.tone = tone;
        const double y = table_.y + (number + 0.5) * pitch_ + 0.38 * size_;
        double left = table_.x;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) line.text += U' ';
            line.text += row[c];
            Setting setting;
            setting.face = face;
            setting.em = size_;
            const SetLine set = set_display_line(desk_.type_case(), row[c], setting);
            const double width = shares[c] * table_.w;
            for (const Piece& piece : set.pieces)
                line.pieces.push_back({piece.text, {left + (width - set.width) / 2 + piece.x, y}, false});
            left += width;
        }
        sheet_.lines.push_back(std::move(line));
    }

    // All lines, level ones only, or those of the head and the foot.
    void print_rules(const std::vector<double>& shares) {
        const int look = dice_.whole(0, 2);
        for (int row = 0; row <= rows_; ++row) {
            const bool edge = row <= 1 || row == rows_;
            if (look == 2 && !edge) continue;
            const RuleLook rule = look == 1 && !edge ? RuleLook::dotted : RuleLook::hair;
            add_rule(rule, {table_.x, table_.y + row * pitch_ - 0.2, table_.w, 0.4}, sheet_);
        }
        if (look != 0) return;
        double x = table_.x;
        for (std::size_t c = 0; c <= shares.size(); ++c) {
            add_rule(RuleLook::hair, {x - 0.2, table_.y, 0.4, table_.h}, sheet_);
            if (c < shares.size()) x += shares[c] * table_.w;
        }
    }

    const CopyDesk& desk_;
    Box box_;
    Dice& dice_;
    int article_;
    Sheet& sheet_;
    double size_ = 3;
    Box table_;
    int rows_ = 3;
    double pitch_ = 5;
    std::size_t region_ = 0;
};

}  // namespace

PrintedArticle print_table(const CopyDesk& desk, const Box& box, int article, Dice& dice, Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    TablePrinter(desk, box, article, dice, sheet).print();
    return article_of_regions("article", first, sheet);
}

}  // namespace banwen::newsprint
