#include "write/formats.h"

#include <array>

namespace banwen {
namespace {

constexpr std::array kFormats = {
    Format{"txt", true, write_txt},
    Format{"md", false, write_md},
    Format{"jsonl", true, write_jsonl},
    Format{"lines", false, write_lines},
    Format{"sqlite", false, write_sqlite},
    Format{"alto", false, write_alto},
    Format{"page", false, write_page_xml},
};

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

}  // namespace banwen
