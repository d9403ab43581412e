// An advertisement is a stack of bands that share the box's height: name, slogan, goods, where to
// find it. Small ones are left with the name and the telephone. Classified columns are set like text,
// in the smallest type of the page; so are a customer's own words, in the type that fills the space.
#include "advertisement.h"

#include <algorithm>

#include "advertiser.h"
#include "display.h"
#include "headline.h"
#include "rules.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr double kLargest = 130 * 90;  // mm², sold in one piece
constexpr double kClassifiedPoints = 7;
constexpr double kPitch = 1.36;  // of the classified type's size

constexpr double kOwnAir = 2.2;      // mm within the frame, around a customer's own words
constexpr double kTitlePitch = 1.6;  // of the title's size

struct Address {
    double size = 3;  // mm
    std::vector<u32string> lines;
    double height() const { return (0.3 + 1.3 * static_cast<double>(lines.size())) * size; }
};

// How large a customer's own words are set, in mm.
struct CopySizes {
    double title = 8;
    double text = 3.5;
};

// The lines of each paragraph.
std::vector<std::vector<SetLine>> set_words(const CopyDesk& desk, const Story& copy, double size,
                                            double width) {
    Setting setting;
    setting.face = desk.style().body;
    setting.em = size;
    setting.width = width;
    setting.indent_ems = 0;
    std::vector<std::vector<SetLine>> paragraphs;
    for (const Paragraph& paragraph : copy.paragraphs)
        paragraphs.push_back(set_paragraph(desk.type_case(), paragraph.text, 0, setting));
    return paragraphs;
}

// The largest type in which the words fill the box without a hole; none when there is no such.
std::optional<CopySizes> sizes_for(const CopyDesk& desk, const Box& box, const Story& copy) {
    constexpr double kLargestText = 5, kSmallestText = 2.5, kStep = 0.94, kLeastFill = 0.55;
    const Box room = inset(box, kOwnAir);
    const auto letters = static_cast<double>(plain_title(copy.title).size());
    for (double text = kLargestText; text >= kSmallestText; text *= kStep) {
        const CopySizes sizes{std::min({room.w / (letters + 0.6), 3.2 * text, 0.25 * room.h}), text};
        std::size_t lines = 0;
        for (const auto& paragraph : set_words(desk, copy, text, room.w))
            lines += paragraph.size();
        const double height = kPitch * text * static_cast<double>(lines) + kTitlePitch * sizes.title;
        if (height > room.h || sizes.title < 1.2 * text) continue;
        return height > kLeastFill * room.h ? std::optional(sizes) : std::nullopt;
    }
    return std::nullopt;
}

class AdvertisementPrinter {
  public:
    AdvertisementPrinter(const CopyDesk& desk, const Box& box, int article, Dice& dice, Sheet& sheet)
        : desk_(desk), style_(desk.style()), box_(box), dice_(dice), article_(article), sheet_(sheet) {
        static const std::vector<Frame> kFrames = {Frame::thin, Frame::thick, Frame::double_line,
                                                   Frame::dotted};
        const std::size_t frame = sheet.regions.size();
        print_frame(box, dice.pick(kFrames), article, sheet);
        sheet.regions.erase(sheet.regions.begin() + static_cast<std::ptrdiff_t>(frame), sheet.regions.end());
        region_ = open_region(Kind::advertisement, article, sheet);
        sheet.regions[region_].box = box;
        sheet.regions[region_].framed = true;
    }

    void public_service(const Town& town) {
        const auto [first, second] = public_slogan(town, dice_);
        const double big = std::min({box_.w / 9, box_.h / 5.2, 20.0});
        const double middle = box_.x + box_.w / 2;
        const double y = box_.y + box_.h / 2 - 0.6 * big;
        add(first, style_.name, big * 1.3, {middle, y + 0.4 * big, 0.5});
        add(second, style_.kai, big * 0.75, {middle, y + big * 1.6, 0.5});
        const double small = std::min(0.9 * style_.grid.em, box_.w / 14);
        add(joined({town.name, U"县公益广告"}), style_.sans, small,
            {box_.right() - 1.5 * small, box_.bottom() - small, 1});
    }

    void shop(const Advertiser& advertiser) {
        const Box room = inset(box_, 1.6);
        const bool small = box_.h < 36;
        const double name = std::min({room.h * (small ? 0.42 : 0.2), room.w / fitted(advertiser.name), 15.0});
        const Box band{room.x, room.y, room.w, name * 1.5};
        const bool dark = dice_.chance(0.5);
        if (dark) sheet_.panels.push_back({band, 1, {}});
        const Face& face = dice_.pick(style_.heads);
        add(advertiser.name, upright_width(face), name, {middle(), band.y + 1.12 * name, 0.5},
            dark ? Tone::paper : Tone::ink);
        const Address address = plan_address(advertiser, room);
        const Box rest{room.x, band.bottom(), room.w, room.bottom() - band.bottom()};
        if (!small) print_offer(advertiser, {rest.x, rest.y, rest.w, rest.h - address.height()});
        print_address(address, rest.bottom());
    }

    // The customer's own words under their title.
    void own_words(const Story& copy, const CopySizes& sizes) {
        const Box room = inset(box_, kOwnAir);
        add(plain_title(copy.title), upright_width(dice_.pick(style_.heads)), sizes.title,
            {middle(), room.y + 1.05 * sizes.title, 0.5});
        const double top = room.y + kTitlePitch * sizes.title;
        add_rule(RuleLook::hair, {room.x, top - 0.4, room.w, 0.4}, sheet_);
        const auto paragraphs = set_words(desk_, copy, sizes.text, room.w);
        std::size_t lines = 0;
        for (const auto& paragraph : paragraphs)
            lines += paragraph.size();
        const double pitch = std::min(2.0 * sizes.text, (room.bottom() - top) / static_cast<double>(lines));
        double y = top;
        for (const auto& paragraph : paragraphs) {
            const bool centred = paragraph.size() == 1;
            for (const SetLine& set : paragraph) {
                y += pitch;
                add_text_line(set, sizes.text, room.x + (centred ? (room.w - set.width) / 2 : 0),
                              y - 0.5 * (pitch - sizes.text) - 0.12 * sizes.text);
            }
        }
    }

    void classified(const Town& town) {
        const double size = kClassifiedPoints * kMillimetresPerPoint;
        const Box room = inset(box_, 2);
        const double head = std::min(6.0, room.w / 9);
        add(U"分类广告", style_.sans, head, {middle(), room.y + 0.95 * head, 0.5});
        const double top = room.y + 1.5 * head;
        add_rule(RuleLook::hair, {room.x, top - 0.4, room.w, 0.4}, sheet_);
        const int columns = std::max(1, static_cast<int>(room.w / (15 * size)));
        const double gutter = 1.6 * size;
        const double measure = (room.w - (columns - 1) * gutter) / columns;
        for (int c = 0; c < columns; ++c)
            classified_column({room.x + c * (measure + gutter), top, measure, room.bottom() - top}, size,
                              town);
    }

  private:
    double middle() const { return box_.x + box_.w / 2; }

    static double fitted(const u32string& text) { return static_cast<double>(text.size()) + 0.6; }

    static Face upright_width(Face face) {
        face.stretch = std::min(face.stretch, 1.0);
        return face;
    }

    void add(const u32string& text, const Face& face, double size, const Spot& spot, Tone tone = Tone::ink) {
        add_display_line(desk_.type_case(), text, {Kind::advertisement, face, size, tone}, spot, region_,
                         sheet_);
    }

    // Telephone and address at the foot, in one line where there is room.
    Address plan_address(const Advertiser& advertiser, const Box& room) const {
        const double size = std::min({room.h * 0.12, room.w / 17, 4.6});
        const u32string both = joined({advertiser.telephone, U" ", advertiser.address});
        const DisplayType type{Kind::advertisement, style_.sans, size, Tone::ink};
        if (display_width(desk_.type_case(), both, type) < room.w) return {size, {both}};
        return {size, {advertiser.telephone, advertiser.address}};
    }

    void print_address(const Address& address, double foot) {
        double y =
            foot - 0.5 * address.size - 1.3 * address.size * static_cast<double>(address.lines.size() - 1);
        for (const u32string& line : address.lines) {
            add(line, style_.sans, address.size, {middle(), y, 0.5});
            y += 1.3 * address.size;
        }
    }

    // The slogan, and as many goods as there is room for, beside a picture if the space is large.
    void print_offer(const Advertiser& advertiser, Box rest) {
        const double slogan = std::min({rest.h * 0.2, rest.w / fitted(advertiser.slogan), 9.0});
        add(advertiser.slogan, style_.kai, slogan, {middle(), rest.y + 1.35 * slogan, 0.5});
        rest.y += 1.9 * slogan;
        rest.h -= 1.9 * slogan;
        if (rest.w > 75 && rest.h > 30) {
            const Box picture{rest.x + 1, rest.y + 1, rest.w * 0.42, rest.h - 2};
            sheet_.panels.push_back({picture, 1, dice_.next()});
            sheet_.regions.push_back({Kind::picture, Mode::horizontal, article_, true, picture});
            rest.x += rest.w * 0.46;
            rest.w *= 0.54;
        }
        const std::vector<u32string>& items = advertiser.items;
        double widest = 1;
        for (const u32string& item : items)
            widest = std::max(widest, display_width(desk_.type_case(), joined({U"●", item}),
                                                    {Kind::advertisement, style_.body, 1, Tone::ink}));
        const double size = std::min({4.6, 0.92 * rest.w / widest, rest.h / 3});
        const auto lines = std::min(items.size(), static_cast<std::size_t>(rest.h / (1.5 * size)));
        if (lines == 0) return;
        const double pitch = rest.h / static_cast<double>(lines);
        for (std::size_t i = 0; i < lines; ++i)
            add(joined({U"●", items[i]}), style_.body, size,
                {rest.x + 0.04 * rest.w, rest.y + (static_cast<double>(i) + 0.5) * pitch + 0.38 * size, 0});
    }

    void classified_column(const Box& column, double size, const Town& town) {
        Setting setting;
        setting.face = style_.body;
        setting.em = size;
        setting.width = column.w;
        setting.indent_ems = 0;
        double y = column.y + 0.6 * size;
        for (;;) {
            const auto lines = set_paragraph(desk_.type_case(), classified_line(town, dice_), 0, setting);
            if (y + static_cast<double>(lines.size()) * kPitch * size > column.bottom()) return;
            for (const SetLine& set : lines) {
                y += kPitch * size;
                add_text_line(set, size, column.x, y - 0.3 * size);
            }
        }
    }

    void add_text_line(const SetLine& set, double size, double left, double foot) {
        PlacedLine line;
        line.kind = Kind::advertisement;
        line.text = set.text;
        line.face = style_.body;
        line.size = size;
        line.region = region_;
        line.column = 0;
        line.divided = set.divided;
        for (const Piece& piece : set.pieces)
            line.pieces.push_back({piece.text, {left + piece.x, foot}, false});
        sheet_.lines.push_back(std::move(line));
    }

    const CopyDesk& desk_;
    const PaperStyle& style_;
    Box box_;
    Dice& dice_;
    int article_;
    Sheet& sheet_;
    std::size_t region_ = 0;
};

void sell(const Box& box, Dice& dice, std::vector<Box>& sold) {
    constexpr double kGap = 2.2;  // mm between neighbours
    if (box.w * box.h <= kLargest * dice.between(0.5, 1.2)) {
        sold.push_back(box);
        return;
    }
    const double share = dice.between(0.35, 0.65);
    if (box.w > box.h * dice.between(0.7, 1.4)) {
        const double left = share * box.w;
        sell({box.x, box.y, left - kGap / 2, box.h}, dice, sold);
        sell({box.x + left + kGap / 2, box.y, box.w - left - kGap / 2, box.h}, dice, sold);
    } else {
        const double upper = share * box.h;
        sell({box.x, box.y, box.w, upper - kGap / 2}, dice, sold);
        sell({box.x, box.y + upper + kGap / 2, box.w, box.h - upper - kGap / 2}, dice, sold);
    }
}

}  // namespace

std::vector<Box> sell_space(const Box& box, Dice& dice) {
    std::vector<Box> sold;
    sell(box, dice, sold);
    return sold;
}

bool fits_advertisement(const CopyDesk& desk, const Box& box, const Story& copy) {
    return sizes_for(desk, box, copy).has_value();
}

PrintedArticle print_own_words(const CopyDesk& desk, const Box& box, const Story& copy, int article,
                               Dice& dice, Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    AdvertisementPrinter(desk, box, article, dice, sheet)
        .own_words(copy, sizes_for(desk, box, copy).value_or(CopySizes{}));
    PrintedArticle printed = article_of_regions("advertisement", first, sheet);
    printed.text = plain_title(copy.title);
    for (const Paragraph& paragraph : copy.paragraphs)
        printed.text += joined({U"\n", paragraph.text});
    return printed;
}

PrintedArticle print_advertisement(const CopyDesk& desk, const Box& box, const Town& town, int article,
                                   Dice& dice, Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    AdvertisementPrinter printer(desk, box, article, dice, sheet);
    const bool roomy = box.w > 38 && box.h > 45;
    if (roomy && dice.chance(0.3))
        printer.classified(town);
    else if (dice.chance(0.2))
        printer.public_service(town);
    else
        printer.shop(choose_advertiser(town, article, dice));
    return article_of_regions("advertisement", first, sheet);
}

}  // namespace banwen::newsprint
