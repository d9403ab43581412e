#include "support/truth_pages.h"

#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <string_view>

#include "core/characters.h"

namespace banwen {
namespace {

using Json = nlohmann::json;

// A skewed line's upright bounding box → the box of the line turned back about the page's middle.
Box upright(const Json& sides, double degrees, double width, double height) {
    const double l = sides[0], t = sides[1], w = sides[2], h = sides[3];
    const double a = degrees * std::numbers::pi / 180, c = std::cos(a), s = std::abs(std::sin(a));
    const double x = l + w / 2 - width / 2, y = t + h / 2 - height / 2;
    const double middle_x = x * c + y * std::sin(a) + width / 2;
    const double middle_y = -x * std::sin(a) + y * c + height / 2;
    const double flat_w = std::max(1.0, (w * c - h * s) / (c * c - s * s));
    const double flat_h = std::max(1.0, (h * c - w * s) / (c * c - s * s));
    return {static_cast<int>(std::lround(middle_x - flat_w / 2)),
            static_cast<int>(std::lround(middle_y - flat_h / 2)), static_cast<int>(std::lround(flat_w)),
            static_cast<int>(std::lround(flat_h))};
}

char32_t as_recognized(char32_t c) {
    constexpr std::u32string_view kPrinted = U"，：；？！（）“”";
    constexpr std::u32string_view kRead = U",:;?!()\"\"";
    const std::size_t found = kPrinted.find(c);
    return found == std::u32string_view::npos ? c : kRead[found];
}

std::vector<Glyph> glyphs_of(const std::string& text, const Box& box, bool as_recognizer) {
    std::vector<Glyph> glyphs;
    bool space = false;
    const std::u32string characters = from_utf8(text);
    const int pitch = characters.empty() ? 0 : box.width / static_cast<int>(characters.size());
    int left = box.left;
    for (const char32_t c : characters) {
        if (c != U' ') {
            const char32_t read = as_recognizer ? as_recognized(c) : c;
            glyphs.push_back({{left, box.top, pitch, box.height},
                              {{to_utf8(std::u32string(1, read)), 0.95}},
                              space && !glyphs.empty()});
        }
        space = c == U' ';
        left += pitch;
    }
    return glyphs;
}

BlockKind block_kind(const std::string& kind) {
    if (kind == "headline") return BlockKind::title;
    if (kind == "kicker") return BlockKind::kicker;
    if (kind == "subtitle") return BlockKind::subtitle;
    if (kind == "crosshead") return BlockKind::crosshead;
    return kind == "caption" ? BlockKind::caption : BlockKind::body;
}

ArticleType article_type(const std::string& type) {
    if (type == "masthead") return ArticleType::masthead;
    if (type == "folio") return ArticleType::folio;
    if (type == "index") return ArticleType::index;
    if (type == "notice") return ArticleType::notice;
    return type == "advertisement" ? ArticleType::advertisement : ArticleType::article;
}

PageText page_of(const Json& page, const std::map<std::string, std::string>& type_of, bool as_recognizer) {
    PageText text;
    text.info.number = page["number"];
    std::map<std::string, std::size_t> place;
    std::map<std::string, Box> measure;
    std::map<std::string, bool> is_vertical;
    for (const Json& region : page["regions"])
        is_vertical[region["id"]] = region.value("mode", "") == "vertical";
    for (const Json& line : page["lines"]) {
        const Box box = upright(line["box"], page["skew_deg"], page["width"], page["height"]);
        measure[line["region"]] = bounding(measure[line["region"]], box);
    }
    std::string open;
    int index = 0;
    for (const Json& printed : page["lines"]) {
        TextLine line;
        line.id = {text.info.number, index++};
        line.box = upright(printed["box"], page["skew_deg"], page["width"], page["height"]);
        line.measure = measure[printed["region"]];
        const bool vertical = is_vertical[printed["region"]];
        if (vertical) line.mode = WritingMode::vertical;
        line.type_size = vertical ? line.box.width : line.box.height;
        line.glyphs = glyphs_of(printed["text"], line.box, as_recognizer);
        const std::string article = printed["article"];
        if (!place.contains(article)) {
            place[article] = text.articles.size();
            text.articles.push_back({.type = article_type(type_of.at(article)), .pages = {text.info.number}});
        }
        std::vector<Block>& blocks = text.articles[place[article]].blocks;
        const BlockKind kind = block_kind(printed["kind"]);
        const std::string run = article + std::string(printed["region"]);
        if (blocks.empty() || blocks.back().kind != kind || run != open) blocks.push_back({kind, {}, ""});
        open = run;
        blocks.back().lines.push_back(line);
    }
    text.info.lines = index;
    return text;
}

}  // namespace

TruthPages read_truth_pages(const std::filesystem::path& file, bool as_recognizer) {
    std::ifstream in(file);
    TruthPages pages{Json::parse(in), {}};
    std::map<std::string, std::string> type_of;
    for (const Json& article : pages.truth["articles"])
        type_of[article["id"]] = article["type"];
    for (const Json& page : pages.truth["pages"])
        pages.pages.push_back(page_of(page, type_of, as_recognizer));
    return pages;
}

}  // namespace banwen
