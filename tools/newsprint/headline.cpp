#include "headline.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "rules.h"
#include "set_lines.h"
#include "unicode.h"
#include "upright.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr double kLinePitch = 1.2;        // of the size, between lines of one deck
constexpr double kUprightTracking = 0.1;  // ems, between characters one below the other
constexpr double kGroundAir = 2.4;        // mm that a heading's ground shows above and below it together
constexpr double kLabelAir = 0.22;        // ems around a kicker in a label
constexpr double kTint = 0.22;
constexpr double kHeadGapEms = 0.5;  // gap of words in display lines

// Sizes in points for a box over so many columns.
struct SizeRange {
    double least, most;
    int most_lines;
};

SizeRange size_range(int columns, double scale) {
    static constexpr SizeRange kByColumns[] = {
        {14, 19, 3}, {18, 26, 2}, {22, 33, 2}, {26, 40, 2}, {30, 46, 1}};
    SizeRange range = kByColumns[std::clamp(columns, 1, 5) - 1];
    range.least *= scale;
    range.most *= scale;
    return range;
}

Setting display_setting(const Face& face, double size, double tracking) {
    Setting setting;
    setting.face = face;
    setting.em = size;
    setting.tracking_ems = tracking;
    setting.gap_ems = kHeadGapEms;
    setting.latin_gap_ems = 0.05;
    return setting;
}

double width_in_ems(const TypeCase& type_case, const Face& face, const u32string& text) {
    return set_display_line(type_case, text, display_setting(face, 1, 0)).width;
}

// Where a marked title may be divided: at its marks and gaps, or failing those, anywhere legal.
std::vector<std::size_t> division_points(const u32string& marked) {
    std::vector<std::size_t> points;
    for (std::size_t i = 1; i + 1 < marked.size(); ++i)
        if (marked[i] == U'|' || marked[i] == U' ') points.push_back(i);
    if (!points.empty()) return points;
    for (std::size_t i = 1; i + 1 < marked.size(); ++i) {
        const bool in_word = is_latin(marked[i - 1]) && is_latin(marked[i]);
        if (!in_word && !may_not_begin_line(marked[i]) && !may_not_end_line(marked[i - 1]))
            points.push_back(i);
    }
    return points;
}

u32string trimmed(u32string text) {
    std::erase(text, U'|');
    while (!text.empty() && text.back() == U' ')
        text.pop_back();
    while (!text.empty() && text.front() == U' ')
        text.erase(0, 1);
    return text;
}

// The most even division of the title into `count` lines; empty when it cannot be divided so.
std::vector<u32string> divide(const u32string& marked, int count) {
    if (count == 1) return {trimmed(marked)};
    std::vector<u32string> best;
    std::size_t best_length = marked.size() + 1;
    for (const std::size_t point : division_points(marked)) {
        std::vector<u32string> lines = divide(marked.substr(point), count - 1);
        if (lines.empty()) continue;
        lines.insert(lines.begin(), trimmed(marked.substr(0, point)));
        std::size_t longest = 0;
        for (const u32string& line : lines)
            longest = std::max(longest, line.size());
        if (longest < best_length) best = lines, best_length = longest;
    }
    return best;
}

double widest_in_ems(const TypeCase& type_case, const Face& face, const std::vector<u32string>& lines) {
    double widest = 0;
    for (const u32string& line : lines)
        widest = std::max(widest, width_in_ems(type_case, face, line));
    return widest;
}

std::optional<Deck> title_deck(const TypeCase& type_case, const PaperStyle& style, const u32string& marked,
                               const HeadDress& dress, double room, int columns) {
    const SizeRange range = size_range(columns, style.head_scale);
    for (int count = 1; count <= range.most_lines; ++count) {
        Deck deck{Kind::headline, dress.face, 0, 0, divide(marked, count)};
        if (deck.lines.empty()) break;
        const double ems = widest_in_ems(type_case, deck.face, deck.lines);
        const double points = std::min(range.most, 0.97 * room / ems / kMillimetresPerPoint);
        if (points < range.least) continue;
        deck.size = points * kMillimetresPerPoint;
        return deck;
    }
    return std::nullopt;
}

// Kicker or subtitle: one line, or two in a narrow box.
std::optional<Deck> small_deck(const TypeCase& type_case, Kind kind, const Face& face, const u32string& text,
                               double size, double room) {
    for (int count = 1; count <= 2; ++count) {
        Deck deck{kind, face, size, 0, divide(text, count)};
        if (deck.lines.empty()) break;
        const double ems = widest_in_ems(type_case, face, deck.lines);
        const double fits = 0.97 * room / ems;
        if (fits < 0.82 * size) continue;
        deck.size = std::min(size, fits);
        return deck;
    }
    return std::nullopt;
}

double extent_of(const std::vector<Deck>& decks) {
    double extent = 0;
    for (const Deck& deck : decks)
        extent +=
            deck.size * (1 + kLinePitch * static_cast<double>(deck.lines.size() - 1)) + 0.42 * deck.size;
    return extent;
}

Head horizontal_head(const TypeCase& type_case, const PaperStyle& style, const Story& story,
                     const HeadDress& dress, double room, int columns) {
    Head head;
    head.dress = dress;
    std::optional<Deck> title = title_deck(type_case, style, story.title, dress, room, columns);
    if (!title) return head;
    const double small = std::clamp(title->size * 0.5, style.grid.em * 1.1, style.grid.em * 1.75);
    if (!story.kicker.empty())
        if (auto deck = small_deck(type_case, Kind::kicker, style.kicker, story.kicker, small, room))
            head.decks.push_back(*deck);
    head.decks.push_back(*title);
    if (!story.subtitle.empty())
        if (auto deck = small_deck(type_case, Kind::subtitle, style.kai, story.subtitle, small, room))
            head.decks.push_back(*deck);
    head.extent = extent_of(head.decks);
    return head;
}

bool can_stand_upright(const u32string& text) {
    return std::none_of(text.begin(), text.end(), [](char32_t c) {
        return is_latin(c) && (c < U'0' || c > U'9') && c != U'.' && c != U'%';
    });
}

Setting upright_setting(const Face& face, double size) {
    Setting setting = display_setting(face, size, kUprightTracking);
    setting.mode = LineMode::upright;
    return setting;
}

std::optional<Deck> upright_title(const TypeCase& type_case, const PaperStyle& style, const u32string& marked,
                                  const HeadDress& dress, double room) {
    for (int count = 1; count <= 2; ++count) {
        Deck deck{Kind::headline, dress.face, 0, 0, divide(marked, count)};
        deck.face.stretch = 1;
        double ems = 0;
        for (const u32string& line : deck.lines)
            ems = std::max(ems, set_display_line(type_case, line, upright_setting(deck.face, 1)).width);
        if (deck.lines.empty()) break;
        const double points = std::min(27.0 * style.head_scale, 0.94 * room / ems / kMillimetresPerPoint);
        if (points < 15) continue;
        deck.size = points * kMillimetresPerPoint;
        return deck;
    }
    return std::nullopt;
}

Head vertical_head(const TypeCase& type_case, const PaperStyle& style, const Story& story,
                   const HeadDress& dress, double room) {
    Head head;
    head.dress = dress;
    if (!can_stand_upright(story.title)) return head;
    const auto title = upright_title(type_case, style, story.title, dress, room);
    if (!title) return head;
    const auto add_small = [&](Kind kind, const Face& face, const u32string& text) {
        const double small = style.grid.em * 1.3;
        const double length = set_display_line(type_case, text, upright_setting(face, small)).width;
        if (!text.empty() && length < 0.9 * room && can_stand_upright(text))
            head.decks.push_back({kind, face, small, 0, {text}});
    };
    add_small(Kind::kicker, style.kicker, story.kicker);
    head.decks.push_back(*title);
    add_small(Kind::subtitle, style.kai, story.subtitle);
    head.extent = extent_of(head.decks);
    return head;
}

// Prints the decks of one heading.
class HeadPrinter {
  public:
    HeadPrinter(const TypeCase& type_case, const HeadDress& dress, int article, Sheet& sheet)
        : type_case_(type_case), dress_(dress), article_(article), sheet_(sheet) {}

    void level_deck(const Deck& deck, const Box& area, double y) {
        const std::size_t region = open_region(deck, Mode::horizontal);
        for (const u32string& text : deck.lines) {
            const SetLine set =
                set_display_line(type_case_, text, display_setting(deck.face, deck.size, deck.tracking));
            const double left = dress_.align == Align::centre ? area.x + (area.w - set.width) / 2 : area.x;
            PlacedLine line = open_line(deck, set.text, region);
            if (deck.kind == Kind::kicker && dress_.kicker != KickerLook::plain)
                set_label({left, y, set.width, deck.size}, deck.size, line);
            for (const Piece& piece : set.pieces)
                line.pieces.push_back({piece.text, {left + piece.x, y + 0.88 * deck.size}, false});
            sheet_.lines.push_back(std::move(line));
            y += deck.size * kLinePitch;
        }
    }

    // Lines from right to left, the first with its right edge at `right`.
    void upright_deck(const Deck& deck, const Box& area, double right) {
        const std::size_t region = open_region(deck, Mode::vertical);
        for (const u32string& text : deck.lines) {
            const SetLine set = set_display_line(type_case_, text, upright_setting(deck.face, deck.size));
            const double share = deck.kind == Kind::subtitle ? 0.75 : deck.kind == Kind::kicker ? 0.2 : 0.5;
            const double top = area.y + (area.h - set.width) * share;
            PlacedLine line = open_line(deck, text, region);
            for (const Piece& piece : set.pieces)
                line.pieces.push_back(
                    stand_upright(type_case_, deck.face, deck.size, piece, {right - deck.size, top}));
            sheet_.lines.push_back(std::move(line));
            right -= deck.size * kLinePitch;
        }
    }

  private:
    std::size_t open_region(const Deck& deck, Mode mode) {
        sheet_.regions.push_back({deck.kind, mode, article_, false, {}});
        return sheet_.regions.size() - 1;
    }

    PlacedLine open_line(const Deck& deck, const u32string& text, std::size_t region) const {
        PlacedLine line;
        line.kind = deck.kind;
        line.text = text;
        line.face = deck.face;
        line.size = deck.size;
        line.region = region;
        line.column = 0;
        line.tone = dress_.ground == HeadGround::ink ? Tone::paper : Tone::ink;
        return line;
    }

    // A kicker in a label: white on black, or within four hair rules.
    void set_label(const Box& letters, double size, PlacedLine& line) {
        const Box label = inset(letters, -kLabelAir * size);
        if (dress_.kicker == KickerLook::reversed && line.tone == Tone::ink) {
            sheet_.panels.push_back({label, 1, {}});
            line.tone = Tone::paper;
        } else if (line.tone == Tone::ink) {
            outline(label, kHair, sheet_);
        }
    }

    const TypeCase& type_case_;
    const HeadDress& dress_;
    int article_;
    Sheet& sheet_;
};

}  // namespace

std::u32string plain_title(const std::u32string& marked) {
    return trimmed(marked);
}

Head plan_head(const TypeCase& type_case, const PaperStyle& style, const Story& story, const HeadDress& dress,
               double room, int columns) {
    const bool grounded = dress.ground != HeadGround::paper;
    const double inner = grounded ? room - 2 * style.grid.em : room;
    Head head = dress.mode == Mode::vertical
                    ? vertical_head(type_case, style, story, dress, inner)
                    : horizontal_head(type_case, style, story, dress, inner, columns);
    if (grounded) head.extent += kGroundAir;
    return head;
}

void print_head(const TypeCase& type_case, const Head& head, const Box& area, int article, Sheet& sheet) {
    if (head.decks.empty()) return;
    const bool upright = head.dress.mode == Mode::vertical;
    Box room = area;
    if (head.dress.ground != HeadGround::paper) {
        (upright ? room.w : room.h) -= 0.5 * kGroundAir;
        sheet.panels.push_back({room, head.dress.ground == HeadGround::ink ? 1 : kTint, {}});
        if (!upright && head.dress.align == Align::left) room.x += kGroundAir;
    }
    // White that the head does not need is shared above, between and below its decks.
    const double spare = (upright ? room.w : room.h) - extent_of(head.decks);
    const double share = std::max(0.0, spare) / static_cast<double>(head.decks.size() + 1);
    double x = room.right() - share;
    double y = room.y + share * 0.8;
    HeadPrinter printer(type_case, head.dress, article, sheet);
    for (const Deck& deck : head.decks) {
        if (upright) {
            printer.upright_deck(deck, room, x - 0.16 * deck.size);
            x -= extent_of({deck}) + share;
        } else {
            printer.level_deck(deck, room, y + 0.1 * deck.size);
            y += extent_of({deck}) + share;
        }
    }
}

}  // namespace banwen::newsprint
