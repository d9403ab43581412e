// A headline that is set down has its kicker on its right and its subtitle on its left, set down too, in type
// that may be no larger than the body's: too small to be found by its size. What shows it is the white around
// it: a strip one character wide and several high, close beside the headline, with white along its whole
// length on both sides. The lines of a text column run out of such a strip somewhere.
//
// What this cannot do: decks of two lines; a deck of fewer than four characters.
#include "layout/find_side_decks.h"

#include <algorithm>
#include <optional>

namespace banwen {
namespace {

constexpr double kReachEm = 2.8;      // from the headline to the far side of its deck
constexpr double kOverhangEm = 4;     // a deck begins and ends at most so far beyond the headline
constexpr double kNarrowestEm = 0.7;  // type of a deck
constexpr double kWidestEm = 1.5;
constexpr double kShortestEm = 3.5;
constexpr double kWhiteEm = 0.25;  // on both sides
constexpr double kGapEm = 2.2;     // white between two characters, or two parts

// The strip beside the headline in which a deck could stand.
Box strip_beside(const Box& headline, int side, double em) {
    const int reach = static_cast<int>(kReachEm * em), over = static_cast<int>(kOverhangEm * em);
    const int left = side < 0 ? headline.left - reach : headline.right();
    return {left, headline.top - over, reach, headline.height + 2 * over};
}

// The pieces that follow each other down the strip, around the one nearest to the headline's middle.
std::optional<Box> run_in(std::vector<Box> boxes, const Box& headline, double em) {
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::optional<Box> best;
    Box run;
    const auto keep = [&] {
        if (overlap_y(run, headline) > 0 && (!best || run.height > best->height)) best = run;
    };
    for (const Box& box : boxes) {
        if (!run.empty() && box.top - run.bottom() > kGapEm * em) {
            keep();
            run = {};
        }
        run = bounding(run, box);
    }
    keep();
    return best;
}

bool is_deck(const Box& run, const std::vector<Component>& pieces, double em) {
    if (run.width > kWidestEm * em || run.width < kNarrowestEm * em || run.height < kShortestEm * em)
        return false;
    const int white = std::max(1, static_cast<int>(kWhiteEm * em));
    const Box left{run.left - white, run.top, white, run.height},
        right{run.right(), run.top, white, run.height};
    return std::none_of(pieces.begin(), pieces.end(), [&](const Component& piece) {
        return !intersection(piece.box, left).empty() || !intersection(piece.box, right).empty();
    });
}

std::optional<HeadlineLine> deck_beside(const HeadlineLine& headline, int side,
                                        const std::vector<Component>& pieces,
                                        const std::vector<Box>& obstacles, double em) {
    const Box strip = strip_beside(headline.box, side, em);
    std::vector<Box> inside;
    for (const Component& piece : pieces)
        if (share_inside(piece.box, strip) > 0.99 &&
            std::max(piece.box.width, piece.box.height) < kWidestEm * em)
            inside.push_back(piece.box);
    const std::optional<Box> run = inside.empty() ? std::nullopt : run_in(inside, headline.box, em);
    if (!run || !is_deck(*run, pieces, em)) return std::nullopt;
    const Box both = bounding(*run, headline.box);
    const bool parted = std::any_of(obstacles.begin(), obstacles.end(), [&](const Box& obstacle) {
        return !intersection(obstacle, *run).empty() ||
               (obstacle.height > obstacle.width && overlap_y(obstacle, *run) > 0 &&
                obstacle.center().x > both.left && obstacle.center().x < both.right());
    });
    if (parted) return std::nullopt;
    return HeadlineLine{*run, static_cast<double>(run->width), WritingMode::vertical};
}

}  // namespace

std::vector<HeadlineLine> find_side_decks(const std::vector<Component>& pieces,
                                          const std::vector<HeadlineLine>& headlines,
                                          const std::vector<Box>& obstacles, double em) {
    std::vector<HeadlineLine> decks;
    for (const HeadlineLine& headline : headlines) {
        if (headline.mode != WritingMode::vertical) continue;
        for (const int side : {-1, 1}) {
            const std::optional<HeadlineLine> deck = deck_beside(headline, side, pieces, obstacles, em);
            if (deck) decks.push_back(*deck);
        }
    }
    return decks;
}

}  // namespace banwen
