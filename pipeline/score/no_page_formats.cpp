#include "core/error.h"
#include "score/page_formats.h"

namespace banwen {

ScoredText read_page_formats(const std::vector<std::filesystem::path>& files) {
    throw unreadable(files.empty() ? "" : files[0].native(), "cannot be read by this banwen",
                     "it was built without XML (BANWEN_XML)");
}

}  // namespace banwen
