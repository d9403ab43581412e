#include "page_dress.h"

#include <algorithm>
#include <numeric>

namespace banwen::newsprint {
namespace {

constexpr double kBoxTint = 0.13;

// How many boxes of a page get what.
struct Wishes {
    int photos, frames, upright_heads, upright_articles, grounds, dark_heads, tinted_heads, features, widths,
        tables;
};

Wishes throw_wishes(Dice& dice) {
    return {dice.whole(1, 3),      dice.whole(0, 2),      dice.whole(0, 2),      dice.whole(0, 3) == 0,
            dice.whole(0, 2) == 0, dice.whole(0, 2) == 0, dice.whole(0, 2) == 0, dice.whole(0, 2),
            dice.whole(0, 2),      dice.whole(0, 2) == 0};
}

class PageDresser {
  public:
    PageDresser(const PaperStyle& style, const Grid& grid, std::vector<Cell>& cells, Dice& dice)
        : style_(style), grid_(grid), cells_(cells), dice_(dice), wishes_(throw_wishes(dice)) {
        for (const Cell& cell : cells)
            dresses_.push_back(plain_dress(style, cell, dice));
    }

    std::vector<BoxDress> dress() {
        std::vector<std::size_t> order(cells_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        dice_.shuffle(order);
        for (const std::size_t i : order)
            if (cells_[i].use == Use::story) dress_box(cells_[i], dresses_[i]);
        return std::move(dresses_);
    }

  private:
    // True, and one wish less, when there is one left.
    static bool take(int& wish) { return wish > 0 && wish-- > 0; }

    void dress_box(Cell& cell, BoxDress& dress) {
        if (cell.notch.corner != Corner::none) {
            if (dice_.chance(0.4)) give_photo(cell, dress);
            return;
        }
        const double width = grid_.width_of(cell.columns);
        const bool squat = cell.rows >= 14 && cell.rows <= 40;
        if (cell.columns <= 2 && width < 130 && squat && take(wishes_.tables)) {
            cell.use = Use::table;
        } else if (cell.columns >= 2 && cell.columns <= 4 && squat && width > 60 &&
                   take(wishes_.upright_articles)) {
            set_upright(dress);
        } else if (cell.columns >= 2 && cell.columns <= 4 && width > 75 && squat &&
                   take(wishes_.upright_heads)) {
            dress.head.mode = Mode::vertical;
            dress.head.side = dice_.chance(0.5) ? Side::left : Side::right;
            dress_head(dress);
        } else if (cell.columns >= 2 && cell.rows >= 18 && take(wishes_.photos)) {
            give_photo(cell, dress);
            dress_head(dress);
        } else {
            dress_ground(cell, dress);
        }
        if (cell.columns >= 2 && dress.photo.columns == 0 && dress.type.mode == Mode::horizontal &&
            take(wishes_.widths))
            change_columns(cell, dress);
    }

    void dress_ground(const Cell& cell, BoxDress& dress) {
        if (cell.rows <= 40 && take(wishes_.frames)) {
            dress.frame = static_cast<Frame>(dice_.whole(1, 5));
        } else if (cell.rows <= 40 && take(wishes_.grounds)) {
            dress.ground = kBoxTint;
            if (dice_.chance(0.4)) dress.frame = Frame::thin;
        }
        if (cell.columns <= 3 && take(wishes_.features)) {
            dress.type.face = style_.feature;
            dress.type.em *= dice_.pick(std::vector<double>{0.92, 1.0, 1.06, 1.12});
            dress.type.leading = dress.type.em * dice_.between(1.32, 1.6);
        }
        dress_head(dress);
    }

    void dress_head(BoxDress& dress) {
        if (take(wishes_.dark_heads))
            dress.head.ground = HeadGround::ink;
        else if (dress.ground <= 0 && take(wishes_.tinted_heads))
            dress.head.ground = HeadGround::tint;
    }

    void set_upright(BoxDress& dress) {
        dress.type.mode = Mode::vertical;
        dress.type.face = dice_.chance(0.5) ? style_.feature : style_.body;
        dress.type.leading = dress.type.em * dice_.between(1.45, 1.7);
        dress.head.mode = Mode::vertical;
        if (dice_.chance(0.6))
            dress.frame = dice_.pick(std::vector{Frame::thin, Frame::dotted, Frame::double_line});
    }

    void change_columns(const Cell& cell, BoxDress& dress) {
        const bool fewer = cell.columns >= 2 && grid_.measure <= 15 && dice_.chance(0.6);
        const bool more = grid_.measure >= 12;
        if (fewer)
            dress.columns = cell.columns - 1;
        else if (more)
            dress.columns = cell.columns + 1;
    }

    void give_photo(const Cell& cell, BoxDress& dress) {
        PhotoDress& photo = dress.photo;
        const int columns = cell.columns;
        photo.seed = dice_.next();
        photo.columns = std::clamp(dice_.whole(1, columns), columns > 2 ? 2 : 1, 3);
        photo.from = dice_.chance(0.7) ? columns - photo.columns : 0;
        if (dice_.chance(0.3) && columns > photo.columns)
            photo.from = dice_.whole(0, columns - photo.columns);
        photo.stand =
            dice_.pick(std::vector{PhotoStand::top, PhotoStand::top, PhotoStand::middle, PhotoStand::foot});
        photo.caption = dice_.pick(
            std::vector{CaptionPlace::under, CaptionPlace::under, CaptionPlace::beside, CaptionPlace::over});
        if (photo.columns == 2 && dice_.chance(0.4)) {
            photo.fit = PhotoFit::astride;
            photo.caption = CaptionPlace::under;
        } else if (grid_.measure >= 15 && dice_.chance(0.6)) {
            photo.fit = PhotoFit::inset;
            photo.columns = 1;
            photo.caption = CaptionPlace::under;
        }
        if (photo.fit != PhotoFit::across && photo.stand == PhotoStand::foot)
            photo.stand = PhotoStand::middle;
    }

    const PaperStyle& style_;
    const Grid& grid_;
    std::vector<Cell>& cells_;
    Dice& dice_;
    Wishes wishes_;
    std::vector<BoxDress> dresses_;
};

}  // namespace

BoxDress plain_dress(const PaperStyle& style, const Cell& cell, Dice& dice) {
    BoxDress dress;
    dress.type = style.body_type();
    dress.head.face = dice.pick(style.heads);
    dress.head.align = dice.chance(0.75) || cell.columns > 2 ? Align::centre : Align::left;
    if (dice.chance(0.16)) dress.head.kicker = dice.chance(0.6) ? KickerLook::reversed : KickerLook::framed;
    return dress;
}

std::vector<BoxDress> dress_page(const PaperStyle& style, const Grid& grid, std::vector<Cell>& cells,
                                 Dice& dice) {
    return PageDresser(style, grid, cells, dice).dress();
}

}  // namespace banwen::newsprint
