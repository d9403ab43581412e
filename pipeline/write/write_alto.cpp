// ALTO 4.4, or 4.2, which has no ReadingOrder: there the blocks stand in it. A file a page. Strings are what
// stands between gaps, and an SP stands for each gap. Programs that read ALTO put a space between two
// TextLines unless the Strings at the seam are marked as parts of one word: so each line that goes on without
// a gap ends in a String of one character, HypPart1, and the next begins with one, HypPart2. A line of a
// single word of one character that runs on at both ends can only be marked as HypPart2.
#include <set>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "core/characters.h"
#include "write/formats.h"
#include "write/page_names.h"
#include "write/set_page.h"
#include "write/xml_node.h"

namespace banwen {
namespace {

using pugi::xml_node;

void set_box(xml_node node, const Box& box) {
    node.append_attribute("HPOS").set_value(box.left);
    node.append_attribute("VPOS").set_value(box.top);
    node.append_attribute("WIDTH").set_value(box.width);
    node.append_attribute("HEIGHT").set_value(box.height);
}

std::string_view tag_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::kicker:
            return "kicker";
        case BlockKind::title:
            return "title";
        case BlockKind::subtitle:
            return "subtitle";
        case BlockKind::crosshead:
            return "crosshead";
        case BlockKind::caption:
            return "caption";
        case BlockKind::body:
            break;
    }
    return "body";
}

std::string article_tag(const SetBlock& block) {
    return block.id.substr(0, block.id.find('_'));
}

void add_description(xml_node alto, const PageInfo& page, const WriteOptions& options) {
    xml_node description = alto.append_child("Description");
    add_text(description, "MeasurementUnit", "pixel");
    add_text(description.append_child("sourceImageInformation"), "fileName", file_name_of(page));
    xml_node processing = description.append_child("Processing");
    set(processing, "ID", "OCR");
    add_text(processing, "processingStepDescription", "contentGeneration");
    xml_node software = processing.append_child("processingSoftware");
    add_text(software, "softwareName", "banwen");
    add_text(software, "softwareVersion", options.version);
}

void add_tags(xml_node alto, const std::vector<SetBlock>& blocks) {
    if (blocks.empty()) return;
    xml_node tags = alto.append_child("Tags");
    std::set<std::string> known;
    const auto add = [&](const char* element, const std::string& id, std::string_view label,
                         std::string_view type) {
        if (!known.insert(id).second) return;
        xml_node tag = tags.append_child(element);
        set(tag, "ID", id);
        set(tag, "LABEL", label);
        set(tag, "TYPE", type);
    };
    for (const SetBlock& block : blocks) {
        const std::string_view kind = tag_of(block.kind);
        add("LayoutTag", std::string(kind), kind, "block");
        add("StructureTag", article_tag(block), block.article->id, name_of(block.article->type));
    }
}

void add_reading_order(xml_node alto, const std::vector<SetBlock>& blocks) {
    if (blocks.empty()) return;
    xml_node group = alto.append_child("ReadingOrder").append_child("OrderedGroup");
    set(group, "ID", "order");
    for (const SetBlock& block : blocks) {
        xml_node reference = group.append_child("ElementRef");
        set(reference, "ID", "order_" + block.id);
        set(reference, "REF", block.id);
    }
}

void add_glyphs(xml_node string, const SetWord& word) {
    for (const SetGlyph& glyph : word.glyphs) {
        xml_node node = string.append_child("Glyph");
        set_box(node, glyph.box);
        set(node, "CONTENT", glyph.text);
        for (const Reading& reading : glyph.readings) {
            if (reading.text == glyph.text && !node.attribute("GC"))
                set(node, "GC", share(reading.confidence));
            const std::size_t length = from_utf8(reading.text).size();
            if (reading.text == glyph.text || length == 0 || length > 3) continue;
            xml_node variant = node.append_child("Variant");
            set(variant, "CONTENT", reading.text);
            set(variant, "VC", share(reading.confidence));
        }
    }
}

// The word without its characters outside [from, to), its box cut alike.
SetWord part_of(const SetWord& word, std::size_t from, std::size_t to) {
    const std::u32string text = from_utf8(word.text);
    SetWord part{.text = to_utf8(text.substr(from, to - from)),
                 .box = word.box,
                 .confidence = word.confidence,
                 .glyphs = {}};
    if (word.glyphs.empty()) return part;
    part.glyphs.assign(word.glyphs.begin() + static_cast<std::ptrdiff_t>(from),
                       word.glyphs.begin() + static_cast<std::ptrdiff_t>(to));
    part.box = {};
    for (const SetGlyph& glyph : part.glyphs)
        part.box = bounding(part.box, glyph.box);
    return part;
}

xml_node add_string(xml_node line, const SetWord& word) {
    xml_node string = line.append_child("String");
    set_box(string, word.box);
    set(string, "CONTENT", word.text);
    set(string, "WC", share(word.confidence));
    add_glyphs(string, word);
    return string;
}

void mark_seam(xml_node string, const char* part, const std::string& whole) {
    set(string, "SUBS_TYPE", part);
    set(string, "SUBS_CONTENT", whole);
}

void add_line(xml_node block, const SetLine& line, const std::string& id) {
    xml_node node = block.append_child("TextLine");
    set(node, "ID", id);
    set_box(node, line.box);
    for (std::size_t w = 0; w < line.words.size(); ++w) {
        const SetWord& word = line.words[w];
        if (w > 0) node.append_child("SP");
        const std::size_t length = from_utf8(word.text).size();
        const std::size_t head = w == 0 && line.continues ? 1 : 0;
        const std::size_t tail = w + 1 == line.words.size() && line.continued && length > head ? 1 : 0;
        if (head > 0) mark_seam(add_string(node, part_of(word, 0, 1)), "HypPart2", line.seam_before);
        if (length > head + tail) add_string(node, part_of(word, head, length - tail));
        if (tail > 0)
            mark_seam(add_string(node, part_of(word, length - 1, length)), "HypPart1", line.seam_after);
    }
}

void add_block(xml_node space, const SetBlock& block) {
    xml_node node = space.append_child("TextBlock");
    set(node, "ID", block.id);
    set_box(node, block.box);
    set(node, "TAGREFS", fmt::format("{} {}", tag_of(block.kind), article_tag(block)));
    for (std::size_t i = 0; i < block.lines.size(); ++i)
        add_line(node, block.lines[i], fmt::format("{}_L{:03}", block.id, i + 1));
}

std::string alto_page(const Issue& issue, const PageInfo& page, const WriteOptions& options) {
    const std::vector<SetBlock> blocks = set_page(issue, page);
    pugi::xml_document document;
    document.append_child(pugi::node_comment)
        .set_value(" A gap is <SP/>; Strings without one between them touch. ");
    xml_node alto = document.append_child("alto");
    set(alto, "xmlns", "http://www.loc.gov/standards/alto/ns-v4#");
    set(alto, "SCHEMAVERSION", options.alto_version);
    add_description(alto, page, options);
    add_tags(alto, blocks);
    if (options.alto_version != "4.2") add_reading_order(alto, blocks);
    xml_node node = alto.append_child("Layout").append_child("Page");
    set(node, "ID", fmt::format("P{:04}", page.number));
    node.append_attribute("PHYSICAL_IMG_NR").set_value(page.number);
    if (!page.label.empty()) set(node, "PRINTED_IMG_NR", page.label);
    node.append_attribute("WIDTH").set_value(page.scan_width);
    node.append_attribute("HEIGHT").set_value(page.scan_height);
    set(node, "PC", share(page.confidence));
    xml_node space = node.append_child("PrintSpace");
    set_box(space, {0, 0, page.scan_width, page.scan_height});
    for (const SetBlock& block : blocks)
        add_block(space, block);
    return bytes_of(document);
}

}  // namespace

void write_alto(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    for (const PageInfo& page : issue.pages)
        if (page.status != PageStatus::failed)
            folder.add("alto/" + page_id(issue, page.number) + ".xml", alto_page(issue, page, options));
}

}  // namespace banwen
