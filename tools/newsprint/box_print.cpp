#include "box_print.h"

#include "jump_mark.h"
#include "rules.h"
#include "unicode.h"
#include "upright.h"

namespace banwen::newsprint {
namespace {

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
        : desk_(desk), grid_(grid), plan_(plan), type_(plan.dress.type), article_(article), sheet_(sheet) {}

    void print() {
        const std::size_t first_region = sheet_.regions.size();
        const Box box = box_of(grid_, plan_.cell);
        if (plan_.dress.ground > 0) sheet_.panels.push_back({box, plan_.dress.ground, {}});
        print_frame(box, plan_.dress.frame, article_, sheet_);
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
        sheet_.regions.push_back({kind, plan_.room.mode, article_, false, {}});
        return sheet_.regions.size() - 1;
    }

    // A line whose cell begins at x along and y across the room's lines.
    void add_line(const SetLine& set, Kind kind, const Face& face, Point at, std::size_t region) {
        const Box page = plan_.room.on_page({at.x, at.y, set.width, type_.em});
        PlacedLine line;
        line.kind = kind;
        line.text = set.text;
        line.face = face;
        line.size = type_.em;
        line.region = region;
        line.column = page_column(grid_, page.x);
        line.divided = set.divided;
        for (const Piece& piece : set.pieces)
            line.pieces.push_back(
                plan_.room.mode == Mode::vertical
                    ? stand_upright(desk_.type_case(), face, type_.em, piece, {page.x, page.y})
                    : PlacedPiece{piece.text, {page.x + piece.x, page.y + 0.88 * type_.em}, false});
        sheet_.lines.push_back(std::move(line));
    }

    // Where a line begins across the room that stands in the middle of `rows` rows from `row` on.
    double line_top(int row, int rows) const {
        const double top = plan_.row_top(row);
        return top + (plan_.row_top(row + rows) - top - type_.em) / 2;
    }

    const Face& face_of(Kind kind) const {
        if (kind == Kind::body || kind == Kind::table) return type_.face;
        return kind == Kind::crosshead ? desk_.style().sans : desk_.style().kai;
    }

    // A region for each column's run of lines, and one for each table in it: text beside a photo belongs to
    // the column's run.
    void print_copy() {
        const Composition set = compose(desk_, plan_);
        int open = -1;
        std::size_t region = 0;
        for (const Placement& placement : set.flow.placed) {
            const Slot& slot = plan_.slots[placement.slot];
            const CopyLine& line = set.lines[placement.line];
            const Kind matter = line.table_row ? Kind::table : Kind::body;
            if (slot.column != open || sheet_.regions[region].kind != matter)
                region = open_region(matter), open = slot.column;
            const Kind kind = line.table_row ? Kind::table : line_kind(line.kind);
            const Point at{slot.x + line.left, line_top(slot.row + placement.row, line.rows)};
            add_line(line.set, kind, face_of(kind), at, region);
        }
    }

    // The jump mark, at the end of its column when leaving, at its head when arriving.
    void print_mark(const Slot& slot, int row) {
        const PaperStyle& style = desk_.style();
        const bool leaving = plan_.copy.part == Part::leaving;
        Setting setting;
        setting.face = leaving ? style.kai : style.sans;
        setting.em = type_.em;
        const SetLine set = set_display_line(
            desk_.type_case(), jump_mark(style, plan_.copy.part, plan_.copy.other_page), setting);
        const double x = leaving ? slot.x + slot.measure - set.width : slot.x;
        add_line(set, Kind::jump, setting.face, {x, line_top(slot.row + row, 1)}, open_region(Kind::body));
    }

    void print_photo() {
        const PhotoPlan& photo = plan_.photo;
        if (photo.picture.empty()) return;
        sheet_.regions[open_region(Kind::picture)].box = photo.picture;
        sheet_.panels.push_back({photo.picture, 1, plan_.dress.photo.seed});
        const bool over = plan_.dress.photo.caption == CaptionPlace::over;
        const bool reversed = over && plan_.dress.photo.seed % 3 != 0;
        const double size = caption_size(type_);
        if (over) sheet_.panels.push_back({inset(photo.caption, -0.45 * size), reversed ? 1.0 : 0.0, {}});
        const std::size_t region = open_region(Kind::caption);
        double y = photo.caption.y + 0.95 * size;
        for (const SetLine& set : photo.lines) {
            const bool centred = photo.lines.size() == 1 && plan_.dress.photo.caption == CaptionPlace::under;
            PlacedLine line;
            line.kind = Kind::caption;
            line.text = set.text;
            line.face = over ? desk_.style().sans : desk_.style().kai;
            line.size = size;
            line.region = region;
            line.divided = set.divided;
            line.tone = reversed ? Tone::paper : Tone::ink;
            const double x = photo.caption.x + (centred ? (photo.caption.w - set.width) / 2 : 0);
            line.column = page_column(grid_, x);
            for (const Piece& piece : set.pieces)
                line.pieces.push_back({piece.text, {x + piece.x, y}, false});
            sheet_.lines.push_back(std::move(line));
            y += size * 1.25;
        }
    }

    const CopyDesk& desk_;
    const Grid& grid_;
    const BoxPlan& plan_;
    const BodyType& type_;
    int article_;
    Sheet& sheet_;
};

}  // namespace

void print_box(const CopyDesk& desk, const Grid& grid, const BoxPlan& plan, int article, Sheet& sheet) {
    BoxPrinter(desk, grid, plan, article, sheet).print();
}

PrintedArticle describe_article(const CopyDesk& desk, const BoxPlan& plan) {
    const Story& story = desk.story(plan.copy.story, plan.dress.type.mode);
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
    if (!plan.photo.picture.empty()) article.captions.push_back(story.caption);
    return article;
}

std::u32string page_label(int page) {
    return joined({U"第", chinese_number(page), U"版"});
}

}  // namespace banwen::newsprint
