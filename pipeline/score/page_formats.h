// Results in the XML formats of digital libraries. A build without BANWEN_XML has no_page_formats.cpp in
// place of page_formats.cpp.
#pragma once

#include <filesystem>
#include <vector>

#include "score/scored_text.h"

namespace banwen {

// ALTO, PAGE and hOCR, a file a page, tell lines and their order, but no articles: a plain text with lines.
// METS, which must stand alone, tells both; see read_mets.h. Throws Error(unreadable_input): not there, not
// XML, another kind of it, or a build that reads none.
ScoredText read_page_formats(const std::vector<std::filesystem::path>& files);

}  // namespace banwen
