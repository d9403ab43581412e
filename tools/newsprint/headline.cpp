#include "headline.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "set_lines.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr double kLinePitch = 1.2;      // of the size, between lines of one deck
constexpr double kVerticalPitch = 1.1;  // of the size, between characters one below the other
constexpr double kHeadGapEms = 0.5;     // gap of words in display lines

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
        if (auto deck = small_deck(type_case, Kind::kicker, style.body, story.kicker, small, room))
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
        return is_latin(c) || may_not_begin_line(c) || may_not_end_line(c);
    });
}

Head vertical_head(const PaperStyle& style, const Story& story, const HeadDress& dress, double room) {
    Head head;
    head.dress = dress;
    head.dress.face.stretch = 1;
    const std::vector<u32string> lines = {plain_title(story.title)};
    if (!can_stand_upright(lines.front())) return head;
    const auto length = static_cast<double>(lines.front().size());
    const double points =
        std::min(25.0 * style.head_scale, 0.94 * room / kVerticalPitch / length / kMillimetresPerPoint);
    if (points < 15) return head;
    head.decks.push_back({Kind::headline, head.dress.face, points * kMillimetresPerPoint, 0, lines});
    const double small = style.grid.em * 1.25;
    const bool fits = static_cast<double>(story.subtitle.size()) * small * kVerticalPitch < room;
    if (!story.subtitle.empty() && fits && can_stand_upright(story.subtitle))
        head.decks.push_back({Kind::subtitle, style.kai, small, 0, {story.subtitle}});
    head.extent = extent_of(head.decks);
    return head;
}

void print_deck(const TypeCase& type_case, const Deck& deck, Align align, const Box& area, double y,
                int article, Sheet& sheet) {
    const std::size_t region = sheet.regions.size();
    sheet.regions.push_back({deck.kind, Mode::horizontal, article, false, {}});
    for (const u32string& text : deck.lines) {
        const SetLine set =
            set_display_line(type_case, text, display_setting(deck.face, deck.size, deck.tracking));
        const double left = align == Align::centre ? area.x + (area.w - set.width) / 2 : area.x;
        PlacedLine line{deck.kind, set.text, {}, deck.face, deck.size, region, 0};
        for (const Piece& piece : set.pieces)
            line.pieces.push_back({piece.text, {left + piece.x, y + 0.88 * deck.size}});
        sheet.lines.push_back(std::move(line));
        y += deck.size * kLinePitch;
    }
}

void print_upright(const Deck& deck, const Box& area, double x, int article, Sheet& sheet) {
    const std::size_t region = sheet.regions.size();
    sheet.regions.push_back({deck.kind, Mode::vertical, article, false, {}});
    const u32string& text = deck.lines.front();
    PlacedLine line{deck.kind, text, {}, deck.face, deck.size, region, 0};
    const double pitch = deck.size * kVerticalPitch;
    const auto length = static_cast<double>(text.size());
    double y = area.y + (deck.kind == Kind::headline ? (area.h - pitch * length) / 2
                                                     : (area.h - pitch * length) * 0.75);
    for (const char32_t c : text) {
        if (c != U' ') line.pieces.push_back({u32string(1, c), {x, y + 0.9 * deck.size}});
        y += c == U' ' ? pitch / 2 : pitch;
    }
    sheet.lines.push_back(std::move(line));
}

}  // namespace

std::u32string plain_title(const std::u32string& marked) {
    return trimmed(marked);
}

Head plan_head(const TypeCase& type_case, const PaperStyle& style, const Story& story, const HeadDress& dress,
               double room, int columns) {
    if (dress.mode == Mode::vertical) return vertical_head(style, story, dress, room);
    return horizontal_head(type_case, style, story, dress, room, columns);
}

void print_head(const TypeCase& type_case, const Head& head, const Box& area, int article, Sheet& sheet) {
    // White that the head does not need is shared above, between and below its decks.
    const bool upright = head.dress.mode == Mode::vertical;
    const double spare = (upright ? area.w : area.h) - head.extent;
    const double share = std::max(0.0, spare) / static_cast<double>(head.decks.size() + 1);
    double x = area.right() - share;
    double y = area.y + share * 0.8;
    for (const Deck& deck : head.decks) {
        if (upright) {
            x -= deck.size * 1.2;
            print_upright(deck, area, x, article, sheet);
            x -= deck.size * 0.22 + share;
        } else {
            print_deck(type_case, deck, head.dress.align, area, y + 0.1 * deck.size, article, sheet);
            y += extent_of({deck}) + share;
        }
    }
}

}  // namespace banwen::newsprint
