// METS around the issue's scans and ALTO files: MODS of the issue and of each article, all files with their
// checksums, the pages (physical) and the articles (logical). An article's parts are areas of ALTO files,
// block by block in reading order. No date of making is told, so that the same scans give the same bytes.
#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "write/file_url.h"
#include "write/formats.h"
#include "write/mods_record.h"
#include "write/page_names.h"
#include "write/set_page.h"
#include "write/xml_node.h"

namespace banwen {
namespace {

using pugi::xml_node;

std::string image_id(int page) {
    return fmt::format("IMG{:04}", page);
}

std::string alto_id(int page) {
    return fmt::format("ALTO{:04}", page);
}

std::string article_dmd(std::size_t article) {
    return fmt::format("DMD{:04}", article + 1);
}

const char* media_type_of(const std::string& file) {
    std::string extension = std::filesystem::path(file).extension().native();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    static const std::map<std::string, const char*> kTypes = {
        {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"}, {".jpe", "image/jpeg"}, {".png", "image/png"},
        {".tif", "image/tiff"}, {".tiff", "image/tiff"}, {".jp2", "image/jp2"},  {".pdf", "application/pdf"}};
    const auto found = kTypes.find(extension);
    return found == kTypes.end() ? "application/octet-stream" : found->second;
}

struct LinkedFile {
    std::string id;
    std::string type;
    std::string sha256;
    std::string url;
};

xml_node add_file(xml_node group, const LinkedFile& linked) {
    xml_node file = group.append_child("mets:file");
    set(file, "ID", linked.id);
    set(file, "MIMETYPE", linked.type);
    if (!linked.sha256.empty()) {
        set(file, "CHECKSUM", linked.sha256);
        set(file, "CHECKSUMTYPE", "SHA-256");
    }
    xml_node place = file.append_child("mets:FLocat");
    set(place, "LOCTYPE", "URL");
    set(place, "xlink:href", linked.url);
    return file;
}

void add_description(xml_node mets, const std::string& id, const auto& add_mods) {
    xml_node section = mets.append_child("mets:dmdSec");
    set(section, "ID", id);
    xml_node wrap = section.append_child("mets:mdWrap");
    set(wrap, "MDTYPE", "MODS");
    set(wrap, "MDTYPEVERSION", "3.7");
    set(wrap, "MIMETYPE", "text/xml");
    add_mods(wrap.append_child("mets:xmlData"));
}

void add_header(xml_node mets, const WriteOptions& options) {
    xml_node agent = mets.append_child("mets:metsHdr").append_child("mets:agent");
    set(agent, "ROLE", "CREATOR");
    set(agent, "TYPE", "OTHER");
    set(agent, "OTHERTYPE", "SOFTWARE");
    add_text(agent, "mets:name", "banwen " + options.version);
}

void add_files(xml_node mets, const Issue& issue, const IssueFolder& folder) {
    xml_node section = mets.append_child("mets:fileSec");
    xml_node images = section.append_child("mets:fileGrp");
    set(images, "USE", "Images");
    for (const PageInfo& page : issue.pages)
        add_file(images, {image_id(page.number), media_type_of(page.file), page.sha256,
                          file_url(std::filesystem::path(page.file).filename().native())});
    xml_node texts;
    for (const PageInfo& page : issue.pages) {
        const std::string name = "alto/" + page_id(issue, page.number) + ".xml";
        const auto written = std::find_if(folder.files().begin(), folder.files().end(),
                                          [&](const WrittenFile& file) { return file.name == name; });
        if (written == folder.files().end()) continue;
        if (!texts) {
            texts = section.append_child("mets:fileGrp");
            set(texts, "USE", "Text");
        }
        xml_node file = add_file(texts, {alto_id(page.number), "application/xml", written->sha256,
                                         "alto/" + file_url(page_id(issue, page.number) + ".xml")});
        file.append_attribute("SIZE").set_value(static_cast<unsigned long long>(written->size));
    }
}

void add_pointer(xml_node parent, const std::string& file) {
    set(parent.append_child("mets:fptr"), "FILEID", file);
}

void add_pages(xml_node mets, const Issue& issue) {
    xml_node map = mets.append_child("mets:structMap");
    set(map, "TYPE", "PHYSICAL");
    xml_node whole = map.append_child("mets:div");
    set(whole, "TYPE", "Newspaper");
    set(whole, "DMDID", "DMD0000");
    for (const PageInfo& page : issue.pages) {
        xml_node node = whole.append_child("mets:div");
        set(node, "ID", fmt::format("PAGE{:04}", page.number));
        set(node, "TYPE", "Page");
        node.append_attribute("ORDER").set_value(page.number);
        if (!page.label.empty()) set(node, "ORDERLABEL", page.label);
        add_pointer(node, image_id(page.number));
        if (page.status != PageStatus::failed) add_pointer(node, alto_id(page.number));
    }
}

std::string_view type_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::kicker:
            return "Kicker";
        case BlockKind::title:
            return "Title";
        case BlockKind::subtitle:
            return "Subtitle";
        case BlockKind::crosshead:
            return "Crosshead";
        case BlockKind::caption:
            return "Caption";
        case BlockKind::body:
            break;
    }
    return "Paragraph";
}

struct Area {
    int page = 0;
    std::string block;
};

void add_areas(xml_node parent, const std::vector<Area>& areas) {
    xml_node pointer = parent.append_child("mets:fptr");
    xml_node list = areas.size() > 1 ? pointer.append_child("mets:seq") : pointer;
    for (const Area& area : areas) {
        xml_node node = list.append_child("mets:area");
        set(node, "FILEID", alto_id(area.page));
        set(node, "BETYPE", "IDREF");
        set(node, "BEGIN", area.block);
    }
}

// The ALTO blocks of each block of the articles, named by the id that they begin with.
std::map<std::string, std::vector<Area>> areas_of(const Issue& issue) {
    std::map<std::string, std::vector<Area>> areas;
    for (const PageInfo& page : issue.pages) {
        if (page.status == PageStatus::failed) continue;
        for (const SetBlock& block : set_page(issue, page))
            areas[block.id.substr(0, block.id.rfind('_'))].push_back({page.number, block.id});
    }
    return areas;
}

// The parts of a block carry numbers in its own order, whatever the order of its pages.
int part_number(const Area& area) {
    return std::stoi(area.block.substr(area.block.rfind('_') + 1));
}

void add_articles(xml_node mets, const Issue& issue) {
    auto areas = areas_of(issue);
    xml_node map = mets.append_child("mets:structMap");
    set(map, "TYPE", "LOGICAL");
    xml_node whole = map.append_child("mets:div");
    set(whole, "TYPE", "Issue");
    set(whole, "DMDID", "DMD0000");
    for (std::size_t a = 0; a < issue.articles.size(); ++a) {
        const Article& article = issue.articles[a];
        xml_node node = whole.append_child("mets:div");
        set(node, "ID", fmt::format("ARTICLE{:04}", a + 1));
        set(node, "TYPE", name_of(article.type));
        set(node, "DMDID", article_dmd(a));
        set(node, "LABEL", article.id);
        node.append_attribute("ORDER").set_value(a + 1);
        for (std::size_t b = 0; b < article.blocks.size(); ++b) {
            const auto found = areas.find(fmt::format("A{:04}_B{:03}", a + 1, b + 1));
            if (found == areas.end()) continue;
            std::sort(found->second.begin(), found->second.end(), [](const Area& one, const Area& other) {
                return part_number(one) < part_number(other);
            });
            xml_node part = node.append_child("mets:div");
            set(part, "TYPE", type_of(article.blocks[b].kind));
            add_areas(part, found->second);
        }
    }
}

}  // namespace

void write_mets(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    pugi::xml_document document;
    xml_node mets = document.append_child("mets:mets");
    set(mets, "xmlns:mets", "http://www.loc.gov/METS/");
    set(mets, "xmlns:mods", "http://www.loc.gov/mods/v3");
    set(mets, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    set(mets, "OBJID", issue.id);
    set(mets, "TYPE", "Newspaper");
    add_header(mets, options);
    add_description(mets, "DMD0000", [&](xml_node data) { add_issue_mods(data, issue); });
    for (std::size_t a = 0; a < issue.articles.size(); ++a)
        add_description(mets, article_dmd(a),
                        [&](xml_node data) { add_article_mods(data, issue, issue.articles[a]); });
    add_files(mets, issue, folder);
    add_pages(mets, issue);
    add_articles(mets, issue);
    folder.add("mets.xml", bytes_of(document));
}

}  // namespace banwen
