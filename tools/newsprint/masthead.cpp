#include "masthead.h"

#include <algorithm>

#include <fmt/format.h>

#include "box_print.h"
#include "display.h"
#include "rules.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr double kMastheadHeight = 46;  // mm
constexpr double kFolioRoom = 8;        // mm above the grid
constexpr double kEarShare = 0.36;      // of the page's width

u32string pages_today(const PaperWords& words) {
    return from_utf8(fmt::format("今日{}版", words.pages));
}

class MastheadPrinter {
  public:
    MastheadPrinter(const CopyDesk& desk, const PaperWords& words, int article, Sheet& sheet)
        : desk_(desk),
          style_(desk.style()),
          grid_(style_.grid),
          words_(words),
          day_(words.masthead),
          top_(grid_.top - kFolioRoom),
          width_(grid_.width_of(grid_.columns)),
          region_(open_region(Kind::masthead, article, sheet)),
          sheet_(sheet) {}

    void print() {
        switch (style_.name_place) {
            case NamePlace::left:
                name_left();
                break;
            case NamePlace::centre:
                name_centred();
                break;
            case NamePlace::ear:
                name_beside_ear();
                break;
            case NamePlace::band:
                name_in_band();
                break;
        }
        const double foot = grid_.row_top(masthead_rows(grid_)) - grid_.leading;
        add_rule(RuleLook::thick, {grid_.left, foot - 1.6, width_, 0.6}, sheet_);
        add_rule(RuleLook::hair, {grid_.left, foot - 0.6, width_, 0.6}, sheet_);
    }

  private:
    void add(const u32string& text, const Face& face, double size, const Spot& spot, Tone tone = Tone::ink) {
        add_display_line(desk_.type_case(), text, {Kind::masthead, face, size, tone}, spot, region_, sheet_);
    }

    double name_size(double room, double most) const {
        const auto letters = static_cast<double>(day_.name.size());
        return std::min(most, room / letters / style_.name.stretch);
    }

    // The name at the left, day and numbers in a column at the right.
    void name_left() {
        const double right = grid_.left + width_;
        const double size = name_size(0.6 * width_, 33);
        add(day_.name, style_.name, size,
            {grid_.left, top_ + (kMastheadHeight - 8 - size) / 2 + 0.88 * size, 0});
        const double small = std::min(4.2, 0.34 * width_ / 19);
        const u32string column[] = {day_.date + U" " + day_.weekday, day_.lunar_date,
                                    day_.issue_number + U" " + pages_today(words_), day_.licence,
                                    words_.publisher};
        double y = top_ + 1.5 + small;
        for (const u32string& text : column) {
            add(text, style_.body, small, {right, y, 1});
            y += small * 1.6;
        }
    }

    void name_centred() {
        const double size = name_size(std::min(0.7 * width_, width_ - 72), 25);
        // A narrow page has no room for the licence beside a name in the middle.
        const double name =
            display_width(desk_.type_case(), day_.name, {Kind::masthead, style_.name, size, Tone::ink});
        const double licence =
            display_width(desk_.type_case(), day_.licence, {Kind::masthead, style_.body, 2.7, Tone::ink});
        const bool fits = (width_ - name) / 2 > licence + 3;
        add(day_.name, style_.name, size,
            {grid_.left + (fits ? width_ / 2 : 0), top_ + 0.88 * size, fits ? 0.5 : 0});
        add(day_.licence, style_.body, 2.7, {grid_.left + width_, top_ + 3, 1});
        const double y = top_ + kMastheadHeight - 12.5;
        add_rule(RuleLook::hair, {grid_.left, y - 5.0, width_, 0.4}, sheet_);
        data_line(y, Tone::ink);
    }

    // Day, publisher and numbers in one line across the page.
    void data_line(double y, Tone tone) {
        const u32string row[] = {day_.date + U" " + day_.weekday + U" " + day_.lunar_date, words_.publisher,
                                 day_.issue_number + U" " + pages_today(words_)};
        const double size = std::min(3.8, width_ / 62);
        const double inset = tone == Tone::paper ? 2 : 0;
        double anchor = 0;
        for (const u32string& text : row) {
            add(text, style_.sans, size, {grid_.left + inset + anchor * (width_ - 2 * inset), y, anchor},
                tone);
            anchor += 0.5;
        }
    }

    void name_beside_ear() {
        const double room = (1 - kEarShare) * width_ - 6;
        const double size = name_size(room, 23);
        add(day_.name, style_.name, size, {grid_.left + room / 2, top_ + 1.0 * size, 0.5});
        double y = top_ + kMastheadHeight - 15.5;
        const double small = std::min(3.6, room / 34);
        add(day_.date + U" " + day_.weekday + U" " + day_.lunar_date, style_.sans, small, {grid_.left, y, 0});
        add(day_.issue_number, style_.sans, small, {grid_.left + room, y, 1});
        y += 1.6 * small;
        add(words_.publisher, style_.body, 0.85 * small, {grid_.left, y, 0});
        add(day_.licence, style_.body, 0.85 * small, {grid_.left + room, y, 1});
    }

    // The name in white on a black band, its data below.
    void name_in_band() {
        const double height = kMastheadHeight - 20;
        sheet_.panels.push_back({{grid_.left, top_, width_, height}, 1, {}});
        const double size = name_size(0.6 * width_, 0.84 * height);
        add(day_.name, style_.name, size, {grid_.left + 4, top_ + (height - size) / 2 + 0.88 * size, 0},
            Tone::paper);
        add(words_.address, style_.sans, 3.6, {grid_.left + width_ - 3, top_ + 5.5, 1}, Tone::paper);
        add(day_.licence, style_.sans, 2.9, {grid_.left + width_ - 3, top_ + height - 3, 1}, Tone::paper);
        data_line(top_ + height + 6, Tone::ink);
    }

    const CopyDesk& desk_;
    const PaperStyle& style_;
    const Grid& grid_;
    const PaperWords& words_;
    const Masthead& day_;
    double top_;
    double width_;
    std::size_t region_;
    Sheet& sheet_;
};

// Section, page and day in one of several arrangements, with those who made the page.
class FolioPrinter {
  public:
    FolioPrinter(const CopyDesk& desk, const PaperWords& words, int page, int article, Dice& dice,
                 Sheet& sheet)
        : desk_(desk),
          style_(desk.style()),
          words_(words),
          page_(page),
          dice_(dice),
          left_(style_.grid.left),
          width_(style_.grid.width_of(style_.grid.columns)),
          y_(style_.grid.top - 3.2),
          region_(open_region(Kind::folio, article, sheet)),
          sheet_(sheet) {}

    void print() {
        static const u32string kSections[] = {U"综合新闻",  U"乡村纪事", U"社会民生", U"副刊",
                                              U"要闻·综合", U"经济",     U"读者之声"};
        const u32string& section = kSections[static_cast<std::size_t>(page_ - 2) % std::size(kSections)];
        const double room = std::min(1.0, width_ / 230);
        if (style_.jump_form % 3 == 0) {
            section_in_panel(section);
            add(page_label(page_) + U" " + words_.masthead.date, style_.sans, 3.6 * room, {left_, y_, 0});
        } else {
            add(page_label(page_), style_.sans, 4.2 * room, {left_, y_, 0});
            add(section, style_.sans, 5.0, {left_ + width_ / 2, y_, 0.5});
        }
        const u32string day = words_.masthead.date + U" " + words_.masthead.weekday;
        add(style_.jump_form % 3 == 0 ? words_.masthead.name : words_.masthead.name + U" " + day, style_.body,
            3.4 * room, {left_ + width_, y_, 1});
        if (style_.jump_form % 2 == 0) makers();
        add_rule(style_.level_rules == RuleLook::dotted ? RuleLook::hair : style_.level_rules,
                 {left_, y_ + 1.5, width_, 0.8}, sheet_);
    }

  private:
    double add(const u32string& text, const Face& face, double size, const Spot& spot,
               Tone tone = Tone::ink) {
        return add_display_line(desk_.type_case(), text, {Kind::folio, face, size, tone}, spot, region_,
                                sheet_);
    }

    void section_in_panel(const u32string& section) {
        const double size = 5.2;
        const double wide =
            display_width(desk_.type_case(), section, {Kind::folio, style_.sans, size, Tone::paper});
        const double middle = left_ + width_ / 2;
        sheet_.panels.push_back({{middle - wide / 2 - 3, y_ - size - 0.4, wide + 6, size + 1.9}, 1, {}});
        add(section, style_.sans, size, {middle, y_ - 0.1, 0.5}, Tone::paper);
    }

    void makers() {
        const u32string editors =

            joined({U"责任编辑：", invented_name(dice_), U" 美编：", invented_name(dice_), U" 校对：",
                    invented_name(dice_)});
        add(editors, style_.body, 2.5, {left_, y_ - 6.4, 0});
        add(joined({U"电话：", words_.telephone, U" E-mail：xw@", words_.address.substr(4)}), style_.body,
            2.5, {left_ + width_, y_ - 6.4, 1});
    }

    const CopyDesk& desk_;
    const PaperStyle& style_;
    const PaperWords& words_;
    int page_;
    Dice& dice_;
    double left_;
    double width_;
    double y_;
    std::size_t region_;
    Sheet& sheet_;
};

}  // namespace

int masthead_rows(const Grid& grid) {
    // The folio line's room above the grid belongs to the masthead too.
    return static_cast<int>((kMastheadHeight - kFolioRoom) / grid.leading) + 1;
}

Box ear_of(const PaperStyle& style) {
    if (style.name_place != NamePlace::ear) return {};
    const Grid& grid = style.grid;
    const double width = grid.width_of(grid.columns);
    const double foot = grid.row_top(masthead_rows(grid)) - grid.leading - 3;
    const double top = grid.top - kFolioRoom;
    return {grid.left + (1 - kEarShare) * width, top, kEarShare * width, foot - top};
}

PrintedArticle print_masthead(const CopyDesk& desk, const PaperWords& words, int article, Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    MastheadPrinter(desk, words, article, sheet).print();
    return article_of_regions("masthead", first, sheet);
}

PrintedArticle print_folio(const CopyDesk& desk, const PaperWords& words, int page, int article, Dice& dice,
                           Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    FolioPrinter(desk, words, page, article, dice, sheet).print();
    return article_of_regions("folio", first, sheet);
}

}  // namespace banwen::newsprint
