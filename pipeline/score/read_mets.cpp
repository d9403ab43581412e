#include "score/read_mets.h"

#include <cstdio>
#include <map>

#include <pugixml.hpp>

#include "core/characters.h"
#include "score/add_article.h"
#include "score/marked_page.h"
#include "score/read_xml.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using pugi::xml_node;

// The file that a METS link names, from where the METS file lies: %20 and the like stand for bytes.
fs::path linked_file(const fs::path& mets, const std::string& link) {
    std::string name;
    for (std::size_t i = 0; i < link.size(); ++i) {
        unsigned byte = 0;
        if (link[i] == '%' && std::sscanf(link.c_str() + i + 1, "%2x", &byte) == 1) {
            name += static_cast<char>(byte);
            i += 2;
        } else {
            name += link[i];
        }
    }
    return mets.parent_path() / name;
}

std::string attribute(const xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute told : node.attributes()) {
        const std::string_view whole = told.name();
        if (whole.substr(whole.find(':') + 1) == name) return told.value();
    }
    return "";
}

// The field of an article's record that a part of it belongs to.
const char* field_of(const std::string& part) {
    if (part == "Kicker") return "kicker";
    if (part == "Title") return "title";
    if (part == "Subtitle") return "subtitle";
    return "text";
}

struct LinkedBlock {
    MarkedBlock block;
    bool taken = false;
};

class MetsReader {
  public:
    explicit MetsReader(const fs::path& file) : document_(read_xml(file)) {
        int page = 0;
        for (const xml_node& node : elements_in(document_, "FLocat")) {
            const std::string link = attribute(node, "href");
            if (!link.ends_with(".xml")) continue;
            for (MarkedBlock& block : read_marked_pages(linked_file(file, link), ++page)) {
                const std::string name = attribute(node.parent(), "ID") + " " + block.id;
                places_[name].push_back(blocks_.size());
                blocks_.push_back({std::move(block)});
            }
        }
    }

    ScoredText read() {
        ScoredText scored;
        for (const xml_node& map : elements_in(document_, "structMap"))
            if (attribute(map, "TYPE") == "LOGICAL")
                for (const xml_node article : child_named(map, "div").children())
                    read_article(article, scored);
        for (LinkedBlock& linked : blocks_)
            take(linked, scored);
        return scored;
    }

  private:
    static std::u32string take(LinkedBlock& linked, ScoredText& scored) {
        std::u32string text;
        for (const ScoredLine& line : linked.block.lines) {
            text += line.text;
            if (!linked.taken) scored.lines.push_back(line);
        }
        linked.taken = true;
        return text;
    }

    std::string text_of(const xml_node& part, ScoredText& scored) {
        std::u32string text;
        for (const xml_node& area : elements_in(part, "area")) {
            const auto found = places_.find(attribute(area, "FILEID") + " " + attribute(area, "BEGIN"));
            if (found == places_.end()) continue;
            for (const std::size_t place : found->second)
                text += take(blocks_[place], scored);
        }
        return to_utf8(text);
    }

    void read_article(const xml_node& article, ScoredText& scored) {
        JsonValue record = {{"type", attribute(article, "TYPE")}, {"captions", JsonValue::array()}};
        for (const xml_node part : article.children()) {
            const std::string type = attribute(part, "TYPE"), text = text_of(part, scored);
            if (type == "Caption") {
                record["captions"].push_back(text);
            } else {
                const std::string before = string_at(record, field_of(type));
                record[field_of(type)] = before.empty() ? text : before + "\n" + text;
            }
        }
        add_article(record, scored);
    }

    pugi::xml_document document_;
    std::vector<LinkedBlock> blocks_;                         // in the order of their files
    std::map<std::string, std::vector<std::size_t>> places_;  // by the file's id and the block's
};

}  // namespace

ScoredText read_mets(const fs::path& file) {
    return MetsReader(file).read();
}

}  // namespace banwen
