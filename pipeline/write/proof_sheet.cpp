// The page upright, so that boxes lie straight on lines; the scan under them is turned by the plane of the
// page's map, since a browser turns pictures by affine maps only. Where the paper is bent beyond that, the
// boxes follow the scan.
#include <cmath>

#include <fmt/format.h>

#include "write/base64.h"
#include "write/html_text.h"
#include "write/page_names.h"
#include "write/proof_parts.h"

namespace banwen {
namespace {

std::string rect(std::string_view attributes, const Box& box) {
    return fmt::format(R"(<rect {} x="{}" y="{}" width="{}" height="{}"/>)", attributes, box.left, box.top,
                       box.width, box.height);
}

// Scan → upright page, as SVG writes an affine map.
std::array<double, 6> affine_from_scan(const PageInfo& page) {
    const PageMap map = inverse(page.to_scan.plane);
    const double wide = std::max(1, page.scan_width), high = std::max(1, page.scan_height);
    const Point origin = map.apply(Point{0, 0});
    const Point right = map.apply(Point{wide, 0});
    const Point below = map.apply(Point{0, high});
    return {(right.x - origin.x) / wide,
            (right.y - origin.y) / wide,
            (below.x - origin.x) / high,
            (below.y - origin.y) / high,
            origin.x,
            origin.y};
}

std::string image(const PageInfo& page, const std::string& picture) {
    if (picture.empty()) return "";
    const auto map = affine_from_scan(page);
    const std::string numbers = fmt::format("{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g}", map[0], map[1],
                                            map[2], map[3], map[4], map[5]);
    return fmt::format(
        R"svg(<image width="{}" height="{}" preserveAspectRatio="none" transform="matrix({})" data-map="[{}]" )svg"
        R"(href="data:image/jpeg;base64,{}"/>)",
        page.scan_width, page.scan_height, numbers, numbers, base64(picture));
}

// Blocks that stand below one another in one region.
struct Area {
    Box box;
    int region = 0;
};

std::vector<Area> areas_of(const std::vector<const SetBlock*>& blocks, int margin) {
    std::vector<Area> areas;
    for (const SetBlock* block : blocks) {
        if (areas.empty() || areas.back().region != block->region) areas.push_back({{}, block->region});
        areas.back().box = bounding(areas.back().box, grown(block->box, margin));
    }
    return areas;
}

std::string number_mark(const std::string& label, const Box& box, double em) {
    return fmt::format(
        R"(<g class="number"><circle cx="{0}" cy="{1}" r="{2:.1f}"/><text x="{0}" y="{1}" font-size="{3:.1f}">{4}</text></g>)",
        box.left - static_cast<int>(em * 0.5), box.top, em * 0.72, label.size() > 2 ? em * 0.58 : em * 0.8,
        label);
}

std::string area_group(const ProofArticle& known, const PageInfo& page,
                       const std::vector<const SetBlock*>& blocks, double em) {
    const std::vector<Area> areas = areas_of(blocks, static_cast<int>(em / 5));
    std::string shapes, way, numbers;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        shapes += rect(R"(class="plane" rx="6")", areas[i].box);
        const Point center = areas[i].box.center();
        way += fmt::format("{:.0f},{:.0f} ", center.x, center.y);
        const bool begins = !known.article->pages.empty() && known.article->pages.front() == page.number;
        const std::string label =
            i > 0 || !begins ? fmt::format("{}·{}", known.number, i + 1) : fmt::format("{}", known.number);
        if (!known.quiet()) numbers += number_mark(label, areas[i].box, i == 0 ? em * 1.6 : em * 1.15);
    }
    for (const SetBlock* block : blocks)
        for (const SetLine& line : block->lines)
            shapes += rect(fmt::format(R"(class="line" data-l="{}-{}")", line.id.page, line.id.index),
                           grown(line.box, static_cast<int>(em / 10)));
    if (areas.size() > 1) shapes += fmt::format(R"(<polyline points="{}"/>)", way);
    const std::string title = text_of(*known.article, BlockKind::title);
    return fmt::format(
        R"(<g class="area{}" data-a="{}" style="--h:{}" tabindex="0" role="button" aria-label="{}">{}{}</g>)"
        "\n",
        known.quiet() ? " quiet" : "", known.index, known.hue,
        html_text(title.empty() ? known.article->id : title), shapes, numbers);
}

// The median height of the lines: a measure for what is drawn beside them.
double em_of(const std::vector<SetBlock>& blocks, const PageInfo& page) {
    std::vector<int> heights;
    for (const SetBlock& block : blocks)
        for (const SetLine& line : block.lines)
            heights.push_back(line.mode == WritingMode::vertical ? line.box.width : line.box.height);
    if (heights.empty()) return page.width / 80.0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return std::max(*middle, page.width / 120);
}

std::string caption(const Issue& issue, const PageInfo& page) {
    std::string text = fmt::format("<span>{}</span><span>{}</span>", both_page(issue, page.number),
                                   html_text(file_name_of(page)));
    if (page.status == PageStatus::failed)
        return text + fmt::format("<span>{}: {}</span>", both("读取失败", "failed"),
                                  html_text(portable_error(page)));
    if (page.dpi > 0) text += fmt::format("<span>{:.0f} dpi</span>", page.dpi);
    if (std::abs(page.skew) >= 0.05)
        text += fmt::format("<span>{} {:.1f}°</span>", both("倾斜", "skew"), page.skew);
    if (page.status == PageStatus::blank)
        text += fmt::format("<span>{}</span>", both("空白页", "blank page"));
    return text;
}

}  // namespace

std::string proof_sheet(const Issue& issue, const PageInfo& page, const std::vector<SetBlock>& blocks,
                        const std::vector<ProofDoubt>& doubts, const std::string& picture) {
    const double em = em_of(blocks, page);
    std::string groups, spots;
    for (const ProofArticle& known : number_articles(issue)) {
        std::vector<const SetBlock*> own;
        for (const SetBlock& block : blocks)
            if (block.article == known.article) own.push_back(&block);
        if (!own.empty()) groups += area_group(known, page, own, em);
    }
    for (std::size_t d = 0; d < doubts.size(); ++d)
        if (doubts[d].page == page.number)
            spots += rect(fmt::format(R"(class="spot" data-d="{}" rx="3")", d),
                          grown(doubts[d].box, static_cast<int>(em / 8)));
    return fmt::format(
        R"(<figure class="sheet" id="sheet-{0}" data-page="{0}" hidden="hidden"><svg viewBox="0 0 {1} {2}" )"
        R"(xmlns="http://www.w3.org/2000/svg">{3}{4}{5}</svg><figcaption>{6}</figcaption></figure>)"
        "\n",
        page.number, std::max(1, page.width), std::max(1, page.height), image(page, picture), groups, spots,
        caption(issue, page));
}

}  // namespace banwen
