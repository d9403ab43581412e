#include "score/truth_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include <fmt/format.h>

namespace banwen {
namespace {

using ById = std::map<std::string, const JsonValue*>;

ById by_id(const JsonValue& list) {
    ById index;
    for (const JsonValue& entry : list)
        index[string_at(entry, "id")] = &entry;
    return index;
}

const JsonValue& entry_of(const ById& index, const std::string& id) {
    static const JsonValue none;
    const auto found = index.find(id);
    return found == index.end() ? none : *found->second;
}

// A name or a figure, as a word.
std::string word_at(const JsonValue& object, const char* key) {
    const double figure = number_at(object, key);
    return figure > 0 ? fmt::format("{:g}", figure) : string_at(object, key);
}

std::string first_word(const JsonValue& page, const JsonValue& issue, const char* key) {
    const std::string word = word_at(page, key);
    return word.empty() ? word_at(issue, key) : word;
}

std::vector<Point> points_at(const JsonValue& object, const char* key) {
    std::vector<Point> points;
    for (const JsonValue& point : array_at(object, key))
        if (point.is_array() && point.size() == 2 && point[0].is_number() && point[1].is_number())
            points.push_back({point[0].get<double>(), point[1].get<double>()});
    return points;
}

class PageReader {
  public:
    PageReader(const JsonValue& page, const ById& articles)
        : page_(page), articles_(articles), regions_(by_id(array_at(page, "regions"))) {}

    std::vector<TruthLine> lines() const {
        const ById index = by_id(array_at(page_, "lines"));
        std::map<std::string, bool> placed;
        std::vector<TruthLine> lines;
        for (const JsonValue& id : array_at(page_, "order")) {
            const std::string name = id.is_string() ? id.get<std::string>() : "";
            if (!index.contains(name) || placed[name]) continue;
            placed[name] = true;
            lines.push_back(line(*index.at(name)));
        }
        for (const auto& [name, entry] : index) {
            if (placed.contains(name)) continue;
            lines.push_back(line(*entry));
            lines.back().in_order = false;
        }
        return lines;
    }

    std::vector<Box> regions(const std::string& kind) const {
        std::vector<Box> boxes;
        for (const JsonValue& region : array_at(page_, "regions"))
            if (string_at(region, "kind") == kind) boxes.push_back(box_at(region, "box"));
        return boxes;
    }

    // Older truths only say of a region that it stands in a frame.
    std::optional<std::vector<Box>> frames() const {
        std::vector<Box> boxes = regions("frame");
        const JsonValue& all = array_at(page_, "regions");
        const bool silent =
            boxes.empty() && std::any_of(all.begin(), all.end(), [](const JsonValue& region) {
                return region.is_object() && region.contains("frame") && region["frame"] == true;
            });
        return silent ? std::nullopt : std::optional(std::move(boxes));
    }

  private:
    TruthLine line(const JsonValue& entry) const {
        const JsonValue& region = entry_of(regions_, string_at(entry, "region"));
        const std::string article = string_at(entry, "article");
        return {.text = string_at(entry, "text"),
                .kind = string_at(entry, "kind"),
                .style = string_at(entry, "style"),
                .size_pt = number_at(entry, "size_pt"),
                .article = article,
                .article_type = string_at(entry_of(articles_, article), "type"),
                .region_kind = string_at(region, "kind"),
                .vertical = string_at(region, "mode") == "vertical",
                .reversed = entry.contains("reversed") && entry["reversed"] == true,
                .box = box_at(entry, "box"),
                .baseline = points_at(entry, "baseline")};
    }

    const JsonValue& page_;
    const ById& articles_;
    ById regions_;
};

}  // namespace

bool has_no_place_in_order(const std::string& kind) {
    constexpr std::array kKinds = {"masthead", "folio",       "imprint",      "caption", "figure_caption",
                                   "header",   "footer",      "page_number",  "abandon", "jump",
                                   "figure",   "page_footer", "table_caption"};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool is_table_row(const TruthLine& line) {
    return line.kind == "table" || line.region_kind == "table";
}

bool is_issue_truth(const JsonValue& json) {
    return string_at(json, "schema").starts_with("banwen-truth/");
}

std::vector<TruthPage> truth_pages(const JsonValue& json) {
    const ById articles = by_id(array_at(json, "articles"));
    std::vector<TruthPage> pages;
    for (const JsonValue& entry : array_at(json, "pages")) {
        const PageReader reader(entry, articles);
        pages.push_back({.number = int_at(entry, "number"),
                         .file = string_at(entry, "file"),
                         .width = int_at(entry, "width"),
                         .height = int_at(entry, "height"),
                         .skew_deg = number_at(entry, "skew_deg"),
                         .lines = reader.lines(),
                         .pictures = reader.regions("picture"),
                         .frames = reader.frames(),
                         .kind = first_word(entry, json, "kind"),
                         .wear = first_word(entry, json, "wear"),
                         .dpi = int_at(entry, "dpi")});
    }
    return pages;
}

Box level_box(const Box& box, const TruthPage& page) {
    const double angle = page.skew_deg * std::numbers::pi / 180;
    const double c = std::cos(angle), s = std::sin(angle), slant = std::abs(s);
    const Point center = box.center();
    const double x = center.x - page.width / 2.0, y = center.y - page.height / 2.0;
    const double width = std::max(1.0, (box.width * c - box.height * slant) / (c * c - s * s));
    const double height = std::max(1.0, (box.height * c - box.width * slant) / (c * c - s * s));
    const double left = x * c + y * s + page.width / 2.0 - width / 2;
    const double top = -x * s + y * c + page.height / 2.0 - height / 2;
    return {static_cast<int>(std::lround(left)), static_cast<int>(std::lround(top)),
            static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

}  // namespace banwen
