#include "score/page_formats.h"

#include <pugixml.hpp>

#include "score/marked_page.h"
#include "score/read_mets.h"
#include "score/read_xml.h"

namespace banwen {

ScoredText read_page_formats(const std::vector<std::filesystem::path>& files) {
    if (files.size() == 1 && plain_name(read_xml(files[0]).document_element()) == "mets")
        return read_mets(files[0]);
    ScoredText scored;
    scored.plain = true;
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const MarkedBlock& block : read_marked_pages(files[i], static_cast<int>(i) + 1))
            for (const ScoredLine& line : block.lines) {
                scored.everything += line.text;
                scored.lines.push_back(line);
            }
    return scored;
}

}  // namespace banwen
