// ALTO and PAGE tell the order of their blocks by references, hOCR by where they stand. A line's own text is
// taken where there is one, else its words'. Lines of tables (PAGE's TableCell) come with the block that
// holds them.
#include "score/marked_page.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <sstream>

#include <pugixml.hpp>

#include "core/error.h"
#include "score/comparable_text.h"
#include "score/read_xml.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using pugi::xml_node;

ScoredLine line_of(int page, const Box& box, const std::string& text) {
    return {.page = page,
            .box = box,
            .in_order = true,
            .vertical = box.height > box.width,
            .text = comparable_text(text)};
}

// The ids that a group refers to, at any depth: its members by their index where they have one.
void add_references(const xml_node& group, const char* attribute, std::vector<std::string>& ids) {
    std::vector<xml_node> members(group.begin(), group.end());
    std::stable_sort(members.begin(), members.end(), [](const xml_node& one, const xml_node& other) {
        return one.attribute("index").as_int() < other.attribute("index").as_int();
    });
    for (const xml_node& member : members) {
        if (const pugi::xml_attribute id = member.attribute(attribute)) ids.emplace_back(id.value());
        add_references(member, attribute, ids);
    }
}

// What of a format differs between ALTO and PAGE.
struct Dialect {
    const char* reference;
    const char* id;
    ScoredLine (*line)(const xml_node& node, int page);
};

// By the first of the node and what holds it that the order refers to; behind all others without any.
std::size_t place_of(xml_node node, const Dialect& dialect, const std::vector<std::string>& order) {
    for (; node; node = node.parent()) {
        const std::string id = node.attribute(dialect.id).value();
        const auto found = std::find(order.begin(), order.end(), id);
        if (!id.empty() && found != order.end()) return static_cast<std::size_t>(found - order.begin());
    }
    return order.size();
}

std::vector<MarkedBlock> blocks_in_order(const xml_node& root, const Dialect& dialect, int page) {
    std::vector<std::string> order;
    for (const xml_node& told : elements_in(root, "ReadingOrder"))
        add_references(told, dialect.reference, order);
    std::vector<std::pair<std::size_t, MarkedBlock>> placed;
    xml_node last;
    for (const xml_node& node : elements_in(root, "TextLine")) {
        if (placed.empty() || node.parent() != last)
            placed.emplace_back(place_of(node.parent(), dialect, order),
                                MarkedBlock{node.parent().attribute(dialect.id).value(), {}});
        last = node.parent();
        placed.back().second.lines.push_back(dialect.line(node, page));
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<MarkedBlock> blocks;
    blocks.reserve(placed.size());
    for (auto& [place, block] : placed)
        blocks.push_back(std::move(block));
    return blocks;
}

ScoredLine alto_line(const xml_node& line, int page) {
    std::string text;
    for (const xml_node part : line.children())
        if (plain_name(part) == "String") text += part.attribute("CONTENT").value();
    const auto at = [&](const char* name) { return static_cast<int>(line.attribute(name).as_double()); };
    return line_of(page, {at("HPOS"), at("VPOS"), at("WIDTH"), at("HEIGHT")}, text);
}

std::vector<MarkedBlock> read_alto(const xml_node& root, int page) {
    const std::vector<xml_node> pages = elements_in(root, "Page");
    if (!pages.empty()) page = pages.front().attribute("PHYSICAL_IMG_NR").as_int(page);
    return blocks_in_order(root, {"REF", "ID", alto_line}, page);
}

Box box_around(const std::string& points) {
    std::istringstream in(points);
    Box box;
    int x = 0, y = 0;
    char comma = 0;
    // A point is a box of one pixel; the outline goes round the outer pixels' far sides.
    while (in >> x >> comma >> y)
        box = bounding(box, {x, y, 1, 1});
    return {box.left, box.top, std::max(0, box.width - 1), std::max(0, box.height - 1)};
}

std::string page_text(const xml_node& node) {
    if (const xml_node told = child_named(child_named(node, "TextEquiv"), "Unicode"))
        return told.text().get();
    std::string text;
    for (const xml_node part : node.children())
        if (plain_name(part) == "Word" || plain_name(part) == "Glyph") text += page_text(part);
    return text;
}

ScoredLine page_line(const xml_node& line, int page) {
    return line_of(page, box_around(child_named(line, "Coords").attribute("points").value()),
                   page_text(line));
}

// What follows `property` in the title of an hOCR element; "" where it does not stand there.
std::string hocr_property(const xml_node& node, std::string_view property) {
    std::istringstream title(node.attribute("title").value());
    for (std::string part; std::getline(title, part, ';');) {
        const std::size_t from = part.find_first_not_of(' ');
        if (from != std::string::npos && part.compare(from, property.size(), property) == 0)
            return part.substr(from + property.size());
    }
    return "";
}

Box hocr_box(const xml_node& node) {
    int left = 0, top = 0, right = 0, bottom = 0;
    if (std::sscanf(hocr_property(node, "bbox ").c_str(), "%d %d %d %d", &left, &top, &right, &bottom) != 4)
        return {};
    return {left, top, right - left, bottom - top};
}

std::vector<MarkedBlock> read_hocr(const xml_node& root, int first_page) {
    static const std::set<std::string_view> kLines = {"ocr_line", "ocr_header", "ocr_caption",
                                                      "ocr_textfloat"};
    std::vector<MarkedBlock> blocks;
    int page = first_page - 1;
    xml_node last;
    for (const xml_node& node : elements_in(root)) {
        const std::string_view kind = node.attribute("class").value();
        if (kind == "ocr_page") {
            const std::string number = hocr_property(node, "ppageno ");
            page = number.empty() ? page + 1 : std::atoi(number.c_str()) + 1;
        }
        if (!kLines.contains(kind)) continue;
        if (blocks.empty() || node.parent() != last)
            blocks.push_back({node.parent().attribute("id").value(), {}});
        last = node.parent();
        blocks.back().lines.push_back(line_of(page, hocr_box(node), text_within(node)));
    }
    return blocks;
}

}  // namespace

std::vector<MarkedBlock> read_marked_pages(const fs::path& file, int first_page) {
    const pugi::xml_document document = read_xml(file);
    const xml_node root = document.document_element();
    const std::string_view kind = plain_name(root);
    if (kind == "alto") return read_alto(root, first_page);
    if (kind == "PcGts") return blocks_in_order(root, {"regionRef", "id", page_line}, first_page);
    if (kind == "html") return read_hocr(root, first_page);
    throw unreadable(file.native(), "is neither ALTO, PAGE, hOCR nor METS", "name a result in one of these");
}

}  // namespace banwen
