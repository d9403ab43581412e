#include "truth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "box_print.h"
#include "harm_table.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Kind kind) {
    switch (kind) {
        case Kind::body:
            return "body";
        case Kind::headline:
            return "headline";
        case Kind::kicker:
            return "kicker";
        case Kind::subtitle:
            return "subtitle";
        case Kind::crosshead:
            return "crosshead";
        case Kind::byline:
            return "byline";
        case Kind::caption:
            return "caption";
        case Kind::masthead:
            return "masthead";
        case Kind::folio:
            return "folio";
        case Kind::jump:
            return "jump";
        case Kind::advertisement:
            return "advertisement";
        case Kind::picture:
            return "picture";
        case Kind::table:
            return "table";
        case Kind::frame:
            return "frame";
    }
    return "body";
}

Json article_id(int article) {
    return article == kNoArticle ? Json(nullptr) : Json(fmt::format("a{}", article + 1));
}

class PageDescriber {
  public:
    PageDescriber(const Sheet& sheet, const DeliveredPage& page, int number)
        : sheet_(sheet), page_(page), number_(number), boxes_(sheet.regions.size()) {}

    Json describe() {
        Json lines = Json::array();
        Json order = Json::array();
        for (std::size_t i = 0; i < sheet_.lines.size(); ++i) {
            lines.push_back(line(i));
            order.push_back(lines.back()["id"]);
        }
        Json regions = Json::array();
        for (std::size_t r = 0; r < sheet_.regions.size(); ++r)
            regions.push_back(region(r));
        return {{"number", number_},
                {"label", to_utf8(page_label(number_))},
                {"file", page_.file},
                {"width", page_.map.scan_width()},
                {"height", page_.map.scan_height()},
                {"dpi", page_.dpi},
                {"skew_deg", mean_skew()},
                {"sheet", sheet_corners()},
                {"harms", harms()},
                {"regions", std::move(regions)},
                {"lines", std::move(lines)},
                {"order", std::move(order)}};
    }

  private:
    std::string region_id(std::size_t r) const { return fmt::format("p{}r{}", number_, r + 1); }

    Json line(std::size_t i) {
        const PlacedLine& placed = sheet_.lines[i];
        Box box;
        for (const Box& ink : page_.line_ink[i])
            box = united(box, scanned(ink));
        boxes_[placed.region] = united(boxes_[placed.region], box);
        return {{"id", fmt::format("p{}l{:03}", number_, i + 1)},
                {"text", to_utf8(placed.text)},
                {"size_pt", std::round(placed.size * 720 / kMillimetresPerInch) / 10},
                {"box", corners(box)},
                {"baseline", points(baseline(i))},
                {"region", region_id(placed.region)},
                {"column", placed.column},
                {"kind", name_of(placed.kind)},
                {"article", article_id(sheet_.regions[placed.region].article)},
                {"reversed", placed.tone == Tone::paper},
                {"style", style_of(placed)},
                {"divided", placed.divided}};
    }

    // Beyond what kind, mode and `reversed` say: on a tint, and of display lines how their letters look.
    std::string style_of(const PlacedLine& line) const {
        static constexpr std::array kDisplay = {Kind::headline, Kind::kicker, Kind::subtitle, Kind::masthead};
        constexpr double kSeenStretch = 0.06;
        std::string style = is_on_tint(line) ? "tinted" : "";
        if (std::find(kDisplay.begin(), kDisplay.end(), line.kind) == kDisplay.end()) return style;
        const auto add = [&style](const char* word) {
            style += (style.empty() ? "" : " ") + std::string(word);
        };
        if (is_calligraphic(line.face)) add("calligraphic");
        if (line.face.stretch < 1 - kSeenStretch) add("narrow");
        if (line.face.stretch > 1 + kSeenStretch) add("wide");
        return style;
    }

    bool is_on_tint(const PlacedLine& line) const {
        const Point at = line.pieces.front().at;
        const auto under =
            std::find_if(sheet_.panels.rbegin(), sheet_.panels.rend(), [at](const Panel& panel) {
                return at.x >= panel.box.x && at.x <= panel.box.right() && at.y >= panel.box.y &&
                       at.y <= panel.box.bottom();
            });
        return under != sheet_.panels.rend() && !under->photo && under->grey > 0 && under->grey < 1;
    }

    // On the scan: what the characters stand on, of vertical lines the middle from the head to the foot. Two
    // points where lines are straight.
    std::vector<Point> baseline(std::size_t i) const {
        Box flat;
        for (const Box& ink : page_.line_ink[i])
            flat = united(flat, ink);
        const PlacedLine& placed = sheet_.lines[i];
        const double foot = placed.pieces.front().at.y * page_.dpi / kMillimetresPerInch;
        const bool down = is_vertical(placed);
        const Point from = down ? Point{flat.x + flat.w / 2, flat.y} : Point{flat.x, foot};
        const Point to = down ? Point{flat.x + flat.w / 2, flat.bottom()} : Point{flat.right(), foot};
        return traced(from, to);
    }

    bool is_vertical(const PlacedLine& line) const {
        return sheet_.regions[line.region].mode == Mode::vertical;
    }

    // A straight line of the sheet as it lies on the scan.
    std::vector<Point> traced(Point from, Point to) const {
        const int steps = page_.map.keeps_lines_straight() ? 1 : 8;
        std::vector<Point> trace;
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            trace.push_back(page_.map.on_scan({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}));
        }
        return trace;
    }

    // The mean direction of the horizontal lines, the longer the weightier: what a page should be turned by,
    // however it is bent. Without bends it is the skew that was applied.
    double mean_skew() const {
        double across = 0, down = 0;
        for (std::size_t i = 0; i < sheet_.lines.size(); ++i) {
            if (is_vertical(sheet_.lines[i])) continue;
            const std::vector<Point> line = baseline(i);
            across += line.back().x - line.front().x;
            down += line.back().y - line.front().y;
        }
        if (across <= 0) return page_.wear.bends.skew_deg;
        return std::round(std::atan2(down, across) * 180 / std::numbers::pi * 1e4) / 1e4;
    }

    Json harms() const {
        Json set;
        for (const Harm& harm : all_harms())
            set[harm.name] = knob_of(harm, page_.wear);
        return set;
    }

    Json sheet_corners() const {
        const double right = page_.map.sheet_width(), bottom = page_.map.sheet_height();
        return points({page_.map.on_scan({0, 0}), page_.map.on_scan({right, 0}),
                       page_.map.on_scan({right, bottom}), page_.map.on_scan({0, bottom})});
    }

    static Json points(const std::vector<Point>& places) {
        Json list = Json::array();
        for (const Point place : places)
            list.push_back({std::round(place.x * 100) / 100, std::round(place.y * 100) / 100});
        return list;
    }

    Json region(std::size_t r) const {
        const Region& region = sheet_.regions[r];
        Box box = boxes_[r];
        if (!region.box.empty()) {
            const double scale = page_.dpi / kMillimetresPerInch;
            box = scanned(
                {region.box.x * scale, region.box.y * scale, region.box.w * scale, region.box.h * scale});
        }
        return {{"id", region_id(r)},
                {"kind", name_of(region.kind)},
                {"mode", region.mode == Mode::vertical ? "vertical" : "horizontal"},
                {"box", corners(box)},
                {"article", article_id(region.article)},
                {"frame", region.framed}};
    }

    // The upright box around the outline as it lies on the scan.
    Box scanned(const Box& flat) const {
        const Point corner[] = {
            {flat.x, flat.y}, {flat.right(), flat.y}, {flat.right(), flat.bottom()}, {flat.x, flat.bottom()}};
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
        for (std::size_t side = 0; side < 4; ++side) {
            for (const Point p : traced(corner[side], corner[(side + 1) % 4])) {
                left = std::min(left, p.x), right = std::max(right, p.x);
                top = std::min(top, p.y), bottom = std::max(bottom, p.y);
            }
        }
        return {left, top, right - left, bottom - top};
    }

    static Json corners(const Box& box) {
        const int left = static_cast<int>(std::floor(box.x));
        const int top = static_cast<int>(std::floor(box.y));
        return {left, top, static_cast<int>(std::ceil(box.right())) - left,
                static_cast<int>(std::ceil(box.bottom())) - top};
    }

    const Sheet& sheet_;
    const DeliveredPage& page_;
    int number_;
    std::vector<Box> boxes_;  // of the regions, px on the scan
};

Json describe_article_words(const PrintedArticle& article, int index) {
    Json captions = Json::array();
    for (const auto& caption : article.captions)
        captions.push_back(to_utf8(caption));
    Json bylines = Json::array();
    for (const Byline& byline : article.bylines)
        bylines.push_back({{"role", to_utf8(byline.role)},
                           {"name", to_utf8(byline.name)},
                           {"start", byline.start},
                           {"end", byline.end}});
    Json dateline = nullptr;
    if (article.dateline)
        dateline = {{"place", to_utf8(article.dateline->place)},
                    {"agency", to_utf8(article.dateline->agency)},
                    {"start", article.dateline->start},
                    {"end", article.dateline->end}};
    Json jump = nullptr;
    if (article.jump) {
        jump = {{"to_page", nullptr}, {"from_page", nullptr}};
        if (article.jump->to_page) jump["to_page"] = *article.jump->to_page;
        if (article.jump->from_page) jump["from_page"] = *article.jump->from_page;
    }
    return {{"id", article_id(index)},         {"type", article.type},
            {"pages", article.pages},          {"kicker", to_utf8(article.kicker)},
            {"title", to_utf8(article.title)}, {"subtitle", to_utf8(article.subtitle)},
            {"text", to_utf8(article.text)},   {"captions", std::move(captions)},
            {"bylines", std::move(bylines)},   {"dateline", std::move(dateline)},
            {"jump", std::move(jump)}};
}

}  // namespace

Json describe_issue(const Issue& issue, const std::vector<DeliveredPage>& pages) {
    Json page_list = Json::array();
    for (std::size_t i = 0; i < pages.size(); ++i)
        page_list.push_back(PageDescriber(issue.sheets[i], pages[i], static_cast<int>(i) + 1).describe());
    Json articles = Json::array();
    for (std::size_t i = 0; i < issue.articles.size(); ++i)
        articles.push_back(describe_article_words(issue.articles[i], static_cast<int>(i)));
    return {{"schema", "banwen-truth/1"},
            {"paper", issue.paper},
            {"date", issue.date},
            {"edition", issue.edition},
            {"masthead",
             {{"name", to_utf8(issue.masthead.name)},
              {"date", to_utf8(issue.masthead.date)},
              {"weekday", to_utf8(issue.masthead.weekday)},
              {"issue_number", to_utf8(issue.masthead.issue_number)},
              {"lunar_date", to_utf8(issue.masthead.lunar_date)},
              {"licence", to_utf8(issue.masthead.licence)}}},
            {"pages", std::move(page_list)},
            {"articles", std::move(articles)}};
}

}  // namespace banwen::newsprint
