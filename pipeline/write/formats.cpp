#include "write/formats.h"

#include <array>

namespace banwen {
namespace {

constexpr std::array kFormats = {
    Format{"txt", true, write_txt},        Format{"md", false, write_md},
    Format{"jsonl", true, write_jsonl},    Format{"lines", false, write_lines},
    Format{"proof", false, write_proof},
#ifdef BANWEN_SQLITE
    Format{"sqlite", false, write_sqlite},
#endif
#ifdef BANWEN_XML
    Format{"alto", false, write_alto},     Format{"page", false, write_page_xml},
#endif
};

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

}  // namespace banwen
