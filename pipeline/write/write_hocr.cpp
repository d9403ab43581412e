// hOCR 1.2, a file a page, as XHTML. White space between elements is a space to those who read them, so
// within a paragraph there is some only where the text has a gap: also lines that run on touch. What goes
// before and after it on other pages has its paragraph there; data-block is the same for all parts of one.
#include <filesystem>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "write/file_url.h"
#include "write/formats.h"
#include "write/language_of.h"
#include "write/page_names.h"
#include "write/set_page.h"
#include "write/xml_node.h"

namespace banwen {
namespace {

using pugi::xml_node;

std::string bbox(const Box& box) {
    return fmt::format("bbox {} {} {} {}", box.left, box.top, box.right(), box.bottom());
}

xml_node add(xml_node parent, const char* element, const char* kind, const std::string& id,
             const std::string& title) {
    xml_node node = parent.append_child(element);
    set(node, "class", kind);
    set(node, "id", id);
    set(node, "title", title);
    return node;
}

void add_line(xml_node paragraph, const SetLine& line, const std::string& id) {
    if (line.gap_before) paragraph.append_child(pugi::node_pcdata).set_value(" ");
    xml_node node = add(paragraph, "span", "ocr_line", id, bbox(line.box));
    for (std::size_t w = 0; w < line.words.size(); ++w) {
        const SetWord& word = line.words[w];
        if (w > 0) node.append_child(pugi::node_pcdata).set_value(" ");
        xml_node part = add(node, "span", "ocrx_word", fmt::format("{}_W{:02}", id, w + 1),
                            fmt::format("{}; x_wconf {:.0f}", bbox(word.box), 100 * word.confidence));
        part.text().set(xml_text(word.text).c_str());
    }
}

void add_block(xml_node page, const SetBlock& block) {
    xml_node area = add(page, "div", "ocr_carea", "area_" + block.id, bbox(block.box));
    xml_node paragraph = add(area, "p", "ocr_par", block.id, bbox(block.box));
    set(paragraph, "data-block", block.id.substr(0, block.id.rfind('_')));
    set(paragraph, "data-article", block.article->id);
    std::string text;
    for (const SetLine& line : block.lines)
        for (const SetWord& word : line.words)
            text += word.text;
    set(paragraph, "lang", language_of(text));
    for (std::size_t i = 0; i < block.lines.size(); ++i)
        add_line(paragraph, block.lines[i], fmt::format("{}_L{:03}", block.id, i + 1));
}

void add_meta(xml_node head, const char* name, const std::string& content) {
    xml_node meta = head.append_child("meta");
    set(meta, "name", name);
    set(meta, "content", content);
}

std::string hocr_page(const Issue& issue, const PageInfo& page, const WriteOptions& options) {
    pugi::xml_document document;
    document.append_child(pugi::node_doctype).set_value("html");
    xml_node html = document.append_child("html");
    set(html, "xmlns", "http://www.w3.org/1999/xhtml");
    xml_node head = html.append_child("head");
    add_text(head, "title", page_id(issue, page.number));
    set(head.append_child("meta"), "charset", "utf-8");
    add_meta(head, "ocr-system", "banwen " + options.version);
    add_meta(head, "ocr-capabilities", "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf ocrp_lang");
    const std::string file = file_url(std::filesystem::path(page.file).filename().native());
    xml_node node = add(html.append_child("body"), "div", "ocr_page", fmt::format("page_{}", page.number),
                        fmt::format("image \"{}\"; {}; ppageno {}", file,
                                    bbox({0, 0, page.scan_width, page.scan_height}), page.number - 1));
    for (const SetBlock& block : set_page(issue, page))
        add_block(node, block);
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return text.str() + "\n";
}

}  // namespace

void write_hocr(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    for (const PageInfo& page : issue.pages)
        if (page.status != PageStatus::failed)
            folder.add("hocr/" + page_id(issue, page.number) + ".html", hocr_page(issue, page, options));
}

}  // namespace banwen
