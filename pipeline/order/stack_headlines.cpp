#include "order/stack_headlines.h"

#include <algorithm>
#include <cmath>

#include "order/place_labels.h"

namespace banwen {
namespace {

constexpr double kDeckGap = 1.1;       // white between decks, in the larger type's size
constexpr double kDashedGap = 2.2;     // … with a dash in it
constexpr double kSameSize = 0.86;     // lines of one title differ by less
constexpr double kDeckEm = 1.12;       // smallest type of a kicker or subtitle
constexpr double kCrossheadEm = 1.62;  // largest type of a cross-head
constexpr double kColumnHeadEm = 6;    // white between a headline and the columns under it
constexpr double kDashShare = 0.55;    // of the wider deck, the longest dash between two
constexpr double kDashOff = 0.08;      // … and how far it stands from the middle
constexpr double kStepGap = 0.9;       // white between the lines of a stepped title, in its type's size
constexpr double kInitialEm = 5.5;
constexpr double kInitialGapEm = 1.2;   // from an initial to the text beside it
constexpr double kInitialFootEm = 1.8;  // … and to the text below it
constexpr double kWordGapEm = 1.4;      // between words of a small deck
constexpr double kNarrowestEm = 1.5;    // type that begins an article
constexpr double kHeadlessEm = 2.0;     // white above type that begins an article

bool rule_between(const Box& upper, const Box& lower, const std::vector<Rule>& rules) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.horizontal() && rule.box.top >= upper.bottom() - 3 &&
               rule.box.bottom() <= lower.top + 3 &&
               overlap_x(rule.box, lower) > 0.4 * std::min(lower.width, rule.box.width);
    });
}

bool centred(const Box& a, const Box& b, double em) {
    return std::abs(a.center().x - b.center().x) <= 2 * em || std::abs(a.left - b.left) <= 1.5 * em;
}

// Runs of text directly above or below `box` in its columns, nearer than `reach`.
bool text_beside(const Box& box, int from, int to, const std::vector<Piece>& pieces, const Piece* except) {
    const Box slab{box.left, from, box.width, to - from};
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return &piece != except && is_running_text(piece) && overlap_y(piece.box, slab) > 0 &&
               overlap_x(piece.box, box) > 0.5 * std::min(piece.box.width, box.width);
    });
}

// Rule 4: a large line that hangs on the text above it, as narrow as its column.
void demote_crossheads(std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    for (Piece& piece : pieces) {
        if (piece.kind != RegionKind::headline || piece.mode == WritingMode::vertical) continue;
        if (piece.type_size > kCrossheadEm * em) continue;
        for (const Piece& above : pieces) {
            const int gap = piece.box.top - above.box.bottom();
            const bool hangs =
                is_running_text(above) && above.frame == piece.frame && gap > -em / 2 && gap < 1.8 * em;
            const bool within =
                piece.box.left >= above.box.left - em && piece.box.right() <= above.box.right() + em;
            if (hangs && within && above.lines.size() > 2 && !rule_between(above.box, piece.box, rules)) {
                piece.kind = RegionKind::crosshead;
                break;
            }
        }
    }
}

// Rule 8: a character or two as high as some lines, which stand beside it and go on below it.
void demote_initials(std::vector<Piece>& pieces, double em) {
    for (Piece& piece : pieces) {
        const Box& box = piece.box;
        if (piece.kind != RegionKind::headline || piece.mode == WritingMode::vertical ||
            piece.lines.size() != 1 || std::max(box.width, box.height) > kInitialEm * em)
            continue;
        const auto beside = [&](const Piece& text) {
            const int gap = text.lines.front().box.left - box.right();
            return is_running_text(text) && gap > -em / 2 && gap < kInitialGapEm * em &&
                   overlap_y(text.box, box) > 0.5 * box.height;
        };
        const auto below = [&](const Piece& text) {
            return is_running_text(text) &&
                   std::any_of(text.lines.begin(), text.lines.end(), [&](const TextLine& line) {
                       const int gap = line.box.top - box.bottom();
                       return gap > -em / 2 && gap < kInitialFootEm * em &&
                              std::abs(line.box.left - box.left) < em;
                   });
        };
        const auto text = std::find_if(pieces.begin(), pieces.end(), beside);
        if (text == pieces.end() || std::none_of(pieces.begin(), pieces.end(), below)) continue;
        text->lines.insert(text->lines.begin(), piece.lines.front());
        text->box = bounding(text->box, box);
        piece.lines.clear();
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.lines.empty(); });
}

// Anything but the page's head that reaches into the strip above the piece.
const Piece* type_above(const Piece& piece, const std::vector<Piece>& pieces, double em) {
    const int reach = static_cast<int>(kHeadlessEm * em);
    const Box above{piece.box.left, piece.box.top - reach, piece.box.width, reach};
    for (const Piece& other : pieces) {
        const bool head = other.kind == RegionKind::folio || other.kind == RegionKind::masthead;
        if (&other != &piece && other.frame == piece.frame && !head &&
            !intersection(other.box, above).empty())
            return &other;
    }
    return nullptr;
}

// The headline of the whole article stands above, with nothing but white between: the piece is its column's
// first.
bool heads_a_column(const Piece& piece, const std::vector<Piece>& pieces, const std::vector<Rule>& rules,
                    double em) {
    const int reach = static_cast<int>(kColumnHeadEm * em);
    const Box above{piece.box.left, piece.box.top - reach, piece.box.width, reach};
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
        return other.kind == RegionKind::headline && other.frame == piece.frame &&
               other.type_size > 1.3 * piece.type_size && !intersection(other.box, above).empty() &&
               !rule_between(other.box, piece.box, rules);
    });
}

// Words of one small deck, which its wide spaces have parted.
bool words_of_deck(const Piece& a, const Piece& b, double em) {
    const int gap = std::max(a.box.left, b.box.left) - std::min(a.box.right(), b.box.right());
    return std::max(a.type_size, b.type_size) < kCrossheadEm * em && gap > -em / 2 && gap < kWordGapEm * em &&
           overlap_y(a.box, b.box) > 0.6 * std::min(a.box.height, b.box.height);
}

// Others of the line's words stand beside it, parted by wide spaces.
bool is_word(const Piece& piece, const std::vector<Piece>& pieces, double em) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
        return &other != &piece && other.lines.size() == 1 && is_running_text(other) &&
               words_of_deck(piece, other, em);
    });
}

// Rule 5: a large cross-head or line that nothing but a kicker stands above begins an article.
void promote_crossheads(std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    for (Piece& piece : pieces) {
        const bool single = piece.kind == RegionKind::body && piece.lines.size() == 1 &&
                            !names_reporters(piece.lines.front());
        if (!single && piece.kind != RegionKind::crosshead) continue;
        if (piece.type_size < kDeckEm * em || piece.box.width < kNarrowestEm * em) continue;
        if (heads_a_column(piece, pieces, rules, em) || is_word(piece, pieces, em)) continue;
        const Piece* above = type_above(piece, pieces, em);
        const bool kicker = above && above->lines.size() == 1 && !type_above(*above, pieces, em);
        if (!above || kicker) piece.kind = RegionKind::headline;
    }
}

// Two or more columns begin directly below the piece: it is set over all of them.
bool spans_columns(const Piece& piece, const std::vector<Piece>& pieces, double em) {
    return std::count_if(pieces.begin(), pieces.end(), [&](const Piece& other) {
               const int gap = other.box.top - piece.box.bottom();
               return is_running_text(other) && gap > -em / 2 && gap < 2.5 * em &&
                      overlap_x(other.box, piece.box) > 0.2 * std::min(other.box.width, piece.box.width);
           }) >= 2;
}

// Another column begins level with it, close beside: it is the head of a column itself.
bool stands_in_row(const Piece& piece, const std::vector<Piece>& pieces, double em) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
        const int gap =
            std::max(piece.box.left, other.box.left) - std::min(piece.box.right(), other.box.right());
        return &other != &piece && is_running_text(other) && other.lines.size() > 2 && gap > -em &&
               gap < 4 * em && std::abs(other.box.top - piece.box.top) < 0.6 * em;
    });
}

// A short rule in the middle between two decks is a dash of the title's own; it parts nothing either.
bool is_dash(const Rule& rule, const Box& upper, const Box& lower) {
    const Box both = bounding(upper, lower);
    return rule.box.width < kDashShare * both.width &&
           std::abs(rule.box.center().x - both.center().x) < kDashOff * both.width;
}

// White between two decks, in px, that they may have: more where a dash stands in it.
double widest_white(const Box& upper, const Box& lower, double type_size, const std::vector<Rule>& rules) {
    const bool dashed = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.horizontal() && rule.box.top >= upper.bottom() && rule.box.bottom() <= lower.top &&
               overlap_x(rule.box, bounding(upper, lower)) == rule.box.width && is_dash(rule, upper, lower);
    });
    return (dashed ? kDashedGap : kDeckGap) * type_size;
}

// Rule 3: a small deck next to large type.
void promote_decks(std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    for (Piece& piece : pieces) {
        if (!is_running_text(piece) || piece.lines.size() > 2 || names_reporters(piece.lines.front()))
            continue;
        for (const Piece& title : pieces) {
            if (title.kind != RegionKind::headline || title.mode == WritingMode::vertical ||
                title.frame != piece.frame)
                continue;
            const int gap =
                std::max(title.box.top, piece.box.top) - std::min(title.box.bottom(), piece.box.bottom());
            const bool below = piece.box.top > title.box.top;
            const double widest = below ? widest_white(title.box, piece.box, title.type_size, rules)
                                        : kDeckGap * title.type_size;
            if (gap < -em / 2 || gap > widest || !centred(piece.box, title.box, em)) continue;
            if (overlap_x(piece.box, title.box) < 0.7 * std::min(piece.box.width, title.box.width)) continue;
            if (piece.box.top > title.box.top &&
                ((piece.type_size < kDeckEm * em && !spans_columns(piece, pieces, em)) ||
                 stands_in_row(piece, pieces, em)))
                continue;
            const int above = piece.box.top - static_cast<int>(1.2 * em);
            if (piece.box.top < title.box.top && text_beside(piece.box, above, piece.box.top, pieces, &piece))
                continue;
            piece.kind = RegionKind::headline;
            break;
        }
    }
}

// A rule as short as the kicker above it underlines the rubric's name; it parts nothing.
bool underlines(const Rule& rule, const Box& upper, const Box& lower) {
    return rule.box.width < 1.6 * upper.width && rule.box.width < 0.8 * lower.width &&
           overlap_x(rule.box, upper) > 0.8 * upper.width;
}

bool parted(const Box& upper, const Box& lower, std::vector<Rule> rules) {
    std::erase_if(rules, [&](const Rule& rule) {
        return underlines(rule, upper, lower) || is_dash(rule, upper, lower);
    });
    return rule_between(upper, lower, rules);
}

bool rule_down_between(const Box& a, const Box& b, const std::vector<Rule>& rules) {
    const Box both = bounding(a, b);
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return !rule.horizontal() && overlap_x(rule.box, both) > 0 && overlap_y(rule.box, a) > 0 &&
               overlap_y(rule.box, b) > 0;
    });
}

// Decks set down stand beside each other.
bool decks_down(const Piece& a, const Piece& b, const std::vector<Rule>& rules, double em) {
    const int gap = std::max(a.box.left, b.box.left) - std::min(a.box.right(), b.box.right());
    return gap > -em / 2 && gap < std::max(1.6 * em, 0.8 * std::max(a.type_size, b.type_size)) &&
           overlap_y(a.box, b.box) > 0.5 * std::min(a.box.height, b.box.height) &&
           !rule_down_between(a.box, b.box, rules);
}

// The halves of a label, one of them white on ink.
bool halves_of_label(const Piece& a, const Piece& b) {
    const double low = std::min(a.box.height, b.box.height);
    const int gap = std::max(a.box.left, b.box.left) - std::min(a.box.right(), b.box.right());
    return a.reversed != b.reversed && gap < 0.5 * low && overlap_y(a.box, b.box) > 0.8 * low &&
           low > 0.65 * std::max(a.box.height, b.box.height);
}

// Lines of one title, set in steps: the next begins further to the right, and ends there.
bool stepped(const Piece& upper, const Piece& lower) {
    const double large = std::max(upper.type_size, lower.type_size);
    return std::min(upper.type_size, lower.type_size) >= kSameSize * large &&
           lower.box.top - upper.box.bottom() < kStepGap * large && lower.box.left > upper.box.left &&
           lower.box.right() > upper.box.right() &&
           overlap_x(upper.box, lower.box) > 0.5 * std::min(upper.box.width, lower.box.width);
}

bool decks(const Piece& a, const Piece& b, const std::vector<Rule>& rules, double em) {
    if (a.mode != b.mode || a.frame != b.frame) return false;
    if (a.mode == WritingMode::vertical) return decks_down(a, b, rules, em);
    if (halves_of_label(a, b) || words_of_deck(a, b, em)) return true;
    const Piece& upper = a.box.top <= b.box.top ? a : b;
    const Piece& lower = a.box.top <= b.box.top ? b : a;
    const int gap = lower.box.top - upper.box.bottom();
    const double large = std::max(a.type_size, b.type_size);
    if (gap < -0.5 * large || gap > widest_white(upper.box, lower.box, large, rules)) return false;
    return overlap_x(a.box, b.box) >= 0.6 * std::min(a.box.width, b.box.width) &&
           (centred(a.box, b.box, 2 * em) || stepped(upper, lower)) && !parted(upper.box, lower.box, rules);
}

bool read_before(const Piece& a, const Piece& b) {
    if (a.mode == WritingMode::vertical) return a.box.right() > b.box.right();
    const bool level = overlap_y(a.box, b.box) > 0.7 * std::min(a.box.height, b.box.height);
    return level ? a.box.left < b.box.left : a.box.top < b.box.top;
}

HeadlineStack stack_of(const std::vector<int>& members, const std::vector<Piece>& pieces) {
    const auto piece = [&](int i) -> const Piece& { return pieces[static_cast<std::size_t>(i)]; };
    HeadlineStack stack;
    // A label's white type may be as large as the title's.
    const bool only_labels =
        std::all_of(members.begin(), members.end(), [&](int i) { return piece(i).reversed; });
    const auto size_of = [&](int i) { return piece(i).reversed && !only_labels ? 0 : piece(i).type_size; };
    double largest = 0;
    for (const int i : members)
        largest = std::max(largest, size_of(i));
    int first = -1, last = -1;
    for (std::size_t k = 0; k < members.size(); ++k) {
        if (size_of(members[k]) < kSameSize * largest) continue;
        if (first < 0) first = static_cast<int>(k);
        last = static_cast<int>(k);
    }
    for (int k = 0; k < static_cast<int>(members.size()); ++k) {
        const int i = members[static_cast<std::size_t>(k)];
        (k < first ? stack.kicker : k > last ? stack.subtitle : stack.title).push_back(i);
        stack.box = bounding(stack.box, piece(i).box);
        stack.mode = piece(i).mode;
        stack.frame = piece(i).frame;
    }
    return stack;
}

}  // namespace

std::vector<HeadlineStack> stack_headlines(std::vector<Piece>& pieces, const std::vector<Rule>& rules,
                                           double em) {
    demote_initials(pieces, em);
    demote_crossheads(pieces, rules, em);
    promote_crossheads(pieces, rules, em);
    promote_decks(pieces, rules, em);
    std::vector<int> open;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].kind == RegionKind::headline) open.push_back(static_cast<int>(i));
    const auto top = [&](int i) { return pieces[static_cast<std::size_t>(i)].box.top; };
    std::sort(open.begin(), open.end(), [&](int a, int b) { return top(a) < top(b); });
    std::vector<HeadlineStack> stacks;
    while (!open.empty()) {
        std::vector<int> members = {open.front()};
        open.erase(open.begin());
        for (std::size_t k = 0; k < open.size();) {
            const Piece& next = pieces[static_cast<std::size_t>(open[k])];
            const auto joins = [&](int m) {
                return decks(pieces[static_cast<std::size_t>(m)], next, rules, em);
            };
            if (std::none_of(members.begin(), members.end(), joins)) {
                ++k;
                continue;
            }
            members.push_back(open[k]);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
            k = 0;
        }
        std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
            return read_before(pieces[static_cast<std::size_t>(a)], pieces[static_cast<std::size_t>(b)]);
        });
        stacks.push_back(stack_of(members, pieces));
    }
    return with_labels(std::move(stacks), pieces, rules, em);
}

}  // namespace banwen
