#include "write/formats.h"

#include <array>

namespace banwen {
namespace {

constexpr std::array kFormats = {
    Format{"txt", true, write_txt},
    Format{"md", false, write_md},
    Format{"jsonl", true, write_jsonl},
    Format{"lines", false, write_lines},
    Format{"proof", false, write_proof},
#ifdef BANWEN_SQLITE
    Format{"sqlite", false, write_sqlite},
#endif
#ifdef BANWEN_XML
    Format{"alto", false, write_alto},
    Format{"page", false, write_page_xml},
    Format{"hocr", false, write_hocr},
    Format{"mets", false, write_mets, "alto"},
#endif
#ifdef BANWEN_PDF
    Format{"pdf", false, write_pdf},
#endif
    Format{"bulk-elasticsearch", false, write_elasticsearch},
    Format{"bulk-solr", false, write_solr},
    Format{"bulk-groonga", false, write_groonga},
    Format{"bulk-meilisearch", false, write_meilisearch},
};

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

}  // namespace banwen
