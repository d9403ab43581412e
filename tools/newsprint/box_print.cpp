#include "box_print.h"

namespace banwen::newsprint {
namespace {

constexpr double kHair = 0.18;  // mm

Kind line_kind(ParagraphKind kind) {
    if (kind == ParagraphKind::crosshead) return Kind::crosshead;
    return kind == ParagraphKind::byline ? Kind::byline : Kind::body;
}

int page_column(const Grid& grid, double x) {
    int column = 0;
    while (column + 1 < grid.columns && grid.column_left(column + 1) <= x + grid.em)
        ++column;
    return column + 1;
}

class BoxPrinter {
  public:
    BoxPrinter(const CopyDesk& desk, const Grid& grid, const BoxPlan& plan, int article, Sheet& sheet)
        : desk_(desk), grid_(grid), plan_(plan), article_(article), sheet_(sheet) {}

    void print() {
        const std::size_t first_region = sheet_.regions.size();
        print_frame(box_of(grid_, plan_.cell), plan_.dress.frame, sheet_);
        print_head(desk_.type_case(), plan_.head, plan_.head_area, article_, sheet_);
        if (plan_.copy.part == Part::arriving) print_mark(plan_.slots.front(), -1);
        print_copy();
        if (plan_.copy.part == Part::leaving) print_mark(plan_.slots.back(), plan_.slots.back().rows);
        print_photo();
        for (std::size_t r = first_region; r < sheet_.regions.size(); ++r)
            sheet_.regions[r].framed = plan_.dress.frame != Frame::none;
    }

  private:
    std::size_t open_region(Kind kind) {
        sheet_.regions.push_back({kind, Mode::horizontal, article_, false, {}});
        return sheet_.regions.size() - 1;
    }

    // Baseline of a line of `size` that stands in the middle of `rows` rows from `row` on.
    double baseline(int row, int rows, double size) const {
        return plan_.top + (row + rows * 0.5) * grid_.leading + 0.38 * size;
    }

    void add_line(const SetLine& set, Kind kind, const Face& face, double size, Point at,
                  std::size_t region) {
        PlacedLine line{kind, set.text, {}, face, size, region, page_column(grid_, at.x)};
        for (const Piece& piece : set.pieces)
            line.pieces.push_back({piece.text, {at.x + piece.x, at.y}});
        sheet_.lines.push_back(std::move(line));
    }

    void print_copy() {
        const auto& lines = desk_.lines(plan_.copy, plan_.measure);
        const Flow flow = flow_lines(lines, plan_.lines, plan_.slots);
        std::size_t open = plan_.slots.size();
        std::size_t region = 0;
        for (const Placement& placement : flow.placed) {
            if (placement.slot != open) region = open_region(Kind::body), open = placement.slot;
            const CopyLine& line = lines[placement.line];
            const Slot& slot = plan_.slots[placement.slot];
            const double y = baseline(slot.row + placement.row, line.rows, grid_.em);
            const Kind kind = line_kind(line.kind);
            const Face& face = kind == Kind::body        ? desk_.style().body
                               : kind == Kind::crosshead ? desk_.style().sans
                                                         : desk_.style().kai;
            add_line(line.set, kind, face, grid_.em, {slot.x + line.left, y}, region);
        }
    }

    // The jump mark, right of its column when leaving, left when arriving.
    void print_mark(const Slot& slot, int row) {
        const PaperStyle& style = desk_.style();
        const bool leaving = plan_.copy.part == Part::leaving;
        const std::u32string text = style.open_mark + (leaving ? U"下转" : U"上接") +
                                    page_label(plan_.copy.other_page) + style.close_mark;
        Setting setting;
        setting.face = leaving ? style.kai : style.sans;
        setting.em = grid_.em;
        const SetLine set = set_display_line(desk_.type_case(), text, setting);
        const double x = leaving ? slot.x + plan_.measure - set.width : slot.x;
        add_line(set, Kind::jump, setting.face, grid_.em, {x, baseline(slot.row + row, 1, grid_.em)},
                 open_region(Kind::body));
    }

    void print_photo() {
        if (plan_.photo.empty()) return;
        const std::size_t picture = open_region(Kind::picture);
        sheet_.regions[picture].box = plan_.photo;
        sheet_.pictures.push_back({plan_.photo, plan_.dress.photo_seed});
        const std::size_t region = open_region(Kind::caption);
        const double size = grid_.em * 0.88;
        double y = plan_.photo.bottom() + 1.2 + 0.88 * size;
        for (const SetLine& set : plan_.caption) {
            const double spare = plan_.caption.size() == 1 ? plan_.photo.w - set.width : 0;
            add_line(set, Kind::caption, desk_.style().kai, size, {plan_.photo.x + spare / 2, y}, region);
            y += size * 1.25;
        }
    }

    const CopyDesk& desk_;
    const Grid& grid_;
    const BoxPlan& plan_;
    int article_;
    Sheet& sheet_;
};

void outline(const Box& box, double thickness, Sheet& sheet) {
    sheet.rules.push_back({{box.x, box.y, box.w, thickness}, 1});
    sheet.rules.push_back({{box.x, box.bottom() - thickness, box.w, thickness}, 1});
    sheet.rules.push_back({{box.x, box.y, thickness, box.h}, 1});
    sheet.rules.push_back({{box.right() - thickness, box.y, thickness, box.h}, 1});
}

}  // namespace

void print_box(const CopyDesk& desk, const Grid& grid, const BoxPlan& plan, int article, Sheet& sheet) {
    BoxPrinter(desk, grid, plan, article, sheet).print();
}

PrintedArticle describe_article(const CopyDesk& desk, const BoxPlan& plan) {
    const Story& story = desk.story(plan.copy.story);
    PrintedArticle article;
    article.type = story.type;
    for (const Deck& deck : plan.head.decks) {
        if (deck.kind == Kind::kicker) article.kicker = plain_title(story.kicker);
        if (deck.kind == Kind::headline) article.title = plain_title(story.title);
        if (deck.kind == Kind::subtitle) article.subtitle = plain_title(story.subtitle);
    }
    for (std::size_t p = 0; p < plan.paragraphs; ++p) {
        const Paragraph& paragraph = story.paragraphs[p];
        if (p > 0) article.text += U'\n';
        const std::size_t shift = article.text.size();
        for (Byline byline : paragraph.bylines) {
            byline.start += shift, byline.end += shift;
            article.bylines.push_back(byline);
        }
        if (paragraph.dateline && !article.dateline) {
            article.dateline = paragraph.dateline;
            article.dateline->start += shift, article.dateline->end += shift;
        }
        article.text += paragraph.text;
    }
    if (!plan.photo.empty()) article.captions.push_back(story.caption);
    return article;
}

std::u32string page_label(int page) {
    static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
    const auto digit = [](int d) { return std::u32string(1, kDigits[static_cast<std::size_t>(d)]); };
    std::u32string number;
    if (page >= 20) number += digit(page / 10);
    if (page >= 10) number += U"十";
    if (page % 10 != 0) number += digit(page % 10);
    return U"第" + number + U"版";
}

void print_frame(const Box& box, Frame frame, Sheet& sheet) {
    if (frame == Frame::none) return;
    outline(box, frame == Frame::thin ? kHair : 0.55, sheet);
    if (frame == Frame::double_line) outline(inset(box, 1.1), kHair, sheet);
}

}  // namespace banwen::newsprint
