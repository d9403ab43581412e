// PAGE of 2019-07-15, a file a page. A region's text is whole: its lines joined, with a space at its
// beginning where a gap parts it from the part of the paragraph before it. The dates that the format demands
// are those of the epoch, so that the same scans give the same bytes.
#include <fmt/format.h>
#include <pugixml.hpp>

#include "write/formats.h"
#include "write/page_names.h"
#include "write/set_page.h"
#include "write/xml_node.h"

namespace banwen {
namespace {

using pugi::xml_node;

void add_outline(xml_node node, const Box& box) {
    set(node.append_child("Coords"), "points",
        fmt::format("{0},{1} {2},{1} {2},{3} {0},{3}", box.left, box.top, box.right(), box.bottom()));
}

xml_node add_reading(xml_node node, std::string_view text) {
    xml_node reading = node.append_child("TextEquiv");
    add_text(reading, "Unicode", text);
    return reading;
}

void add_glyph(xml_node word, const SetGlyph& glyph, const std::string& id) {
    xml_node node = word.append_child("Glyph");
    set(node, "id", id);
    add_outline(node, glyph.box);
    xml_node best = add_reading(node, glyph.text);
    set(best, "index", "0");
    int index = 0;
    for (const Reading& reading : glyph.readings) {
        const bool same = reading.text == glyph.text;
        if (same && best.attribute("conf")) continue;
        xml_node equivalent = same ? best : add_reading(node, reading.text);
        if (!same) set(equivalent, "index", fmt::format("{}", ++index));
        set(equivalent, "conf", share(reading.confidence));
    }
}

std::string add_line(xml_node region, const SetLine& line, const std::string& id) {
    xml_node node = region.append_child("TextLine");
    set(node, "id", id);
    add_outline(node, line.box);
    std::string text;
    for (std::size_t w = 0; w < line.words.size(); ++w) {
        const SetWord& word = line.words[w];
        xml_node part = node.append_child("Word");
        const std::string word_id = fmt::format("{}_W{:02}", id, w + 1);
        set(part, "id", word_id);
        add_outline(part, word.box);
        for (std::size_t g = 0; g < word.glyphs.size(); ++g)
            add_glyph(part, word.glyphs[g], fmt::format("{}_G{:03}", word_id, g + 1));
        set(add_reading(part, word.text), "conf", share(word.confidence));
        text += (w > 0 ? " " : "") + word.text;
    }
    add_reading(node, text);
    return text;
}

std::string_view type_of(BlockKind kind) {
    if (kind == BlockKind::caption) return "caption";
    return kind == BlockKind::body ? "paragraph" : "heading";
}

void add_region(xml_node page, const SetBlock& block) {
    xml_node region = page.append_child("TextRegion");
    set(region, "id", block.id);
    set(region, "type", type_of(block.kind));
    set(region, "custom", fmt::format("structure {{article:{};}}", block.article->id));
    add_outline(region, block.box);
    std::string text;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        if (block.lines[i].gap_before) text += ' ';
        text += add_line(region, block.lines[i], fmt::format("{}_L{:03}", block.id, i + 1));
    }
    add_reading(region, text);
}

std::string page_xml(const Issue& issue, const PageInfo& page) {
    const std::vector<SetBlock> blocks = set_page(issue, page);
    pugi::xml_document document;
    xml_node root = document.append_child("PcGts");
    set(root, "xmlns", "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15");
    xml_node metadata = root.append_child("Metadata");
    add_text(metadata, "Creator", "banwen");
    add_text(metadata, "Created", "1970-01-01T00:00:00");
    add_text(metadata, "LastChange", "1970-01-01T00:00:00");
    xml_node node = root.append_child("Page");
    set(node, "imageFilename", file_name_of(page));
    node.append_attribute("imageWidth").set_value(page.scan_width);
    node.append_attribute("imageHeight").set_value(page.scan_height);
    if (!blocks.empty()) {
        xml_node order = node.append_child("ReadingOrder").append_child("OrderedGroup");
        set(order, "id", "order");
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            xml_node reference = order.append_child("RegionRefIndexed");
            set(reference, "index", fmt::format("{}", i));
            set(reference, "regionRef", blocks[i].id);
        }
    }
    for (const SetBlock& block : blocks)
        add_region(node, block);
    return bytes_of(document);
}

}  // namespace

void write_page_xml(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    for (const PageInfo& page : issue.pages)
        if (page.status != PageStatus::failed)
            folder.add("page/" + page_id(issue, page.number) + ".xml", page_xml(issue, page));
}

}  // namespace banwen
