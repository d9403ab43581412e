// A headline over several columns is centred, or stands flush left, in the width of all of them, and the
// white beside it belongs to it: no other article's matter is set there. So that white tells how many columns
// the headline governs, where its ink covers the middle ones only.
//
// What this cannot do: tell a headline's own white from that of an article without a headline beside it,
// whose text begins level with the text below and which no rule parts from it.
#include "order/headline_measure.h"

#include <algorithm>

namespace banwen {
namespace {

// What bounds the white between `from` and `to`.
struct Sides {
    int from = 0;
    int to = 0;

    // `wall` stands level with the headline.
    void stop_at(const Box& wall, const Box& headline) {
        if (wall.center().x < headline.center().x)
            from = std::max(from, std::min(wall.right(), headline.left));
        else
            to = std::min(to, std::max(wall.left, headline.right()));
    }
};

Sides type_area(const HeadlineStack& stack, const std::vector<Piece>& pieces, const Layout& layout) {
    if (stack.frame >= 0) {
        const Box& frame = layout.frames[static_cast<std::size_t>(stack.frame)].box;
        return {frame.left, frame.right()};
    }
    Box all = stack.box;
    for (const Piece& piece : pieces)
        all = bounding(all, piece.box);
    return {all.left, all.right()};
}

}  // namespace

Box headline_measure(const HeadlineStack& stack, const std::vector<Piece>& pieces, const Layout& layout) {
    const Box& own = stack.box;
    if (stack.mode == WritingMode::vertical) return own;
    const double least = 0.3 * layout.type_size;  // of a headline's height, for what is level with it
    Sides sides = type_area(stack, pieces, layout);
    for (const Piece& piece : pieces)
        if (share_inside(piece.box, own) < 0.5 && overlap_y(piece.box, own) > least)
            sides.stop_at(piece.box, own);
    for (const Picture& picture : layout.pictures)
        if (overlap_y(picture.box, own) > least) sides.stop_at(picture.box, own);
    for (const Rule& rule : layout.rules)
        if (!rule.horizontal() && overlap_y(rule.box, own) > 0.4 * own.height) sides.stop_at(rule.box, own);
    for (std::size_t f = 0; f < layout.frames.size(); ++f)
        if (static_cast<int>(f) != stack.frame && overlap_y(layout.frames[f].box, own) > least &&
            share_inside(own, layout.frames[f].box) < 0.5)
            sides.stop_at(layout.frames[f].box, own);
    return {sides.from, own.top, sides.to - sides.from, own.height};
}

}  // namespace banwen
