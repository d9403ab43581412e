#include "text/convert_script.h"

#include <exception>
#include <memory>
#include <string>

#include <opencc/SimpleConverter.hpp>

#include "core/characters.h"

namespace banwen {
namespace {

// Null where OpenCC's tables are missing.
const opencc::SimpleConverter* converter() {
    static const std::unique_ptr<opencc::SimpleConverter> loaded = [] {
        try {
            return std::make_unique<opencc::SimpleConverter>("t2s.json");
        } catch (const std::exception&) {
            return std::unique_ptr<opencc::SimpleConverter>();
        }
    }();
    return loaded.get();
}

std::u32string converted(const std::u32string& text) {
    try {
        return from_utf8(converter()->Convert(to_utf8(text)));
    } catch (const std::exception&) {
        return text;
    }
}

}  // namespace

bool can_convert_script() {
    return converter() != nullptr;
}

std::vector<Edit> to_simplified(const std::u32string& text) {
    std::vector<Edit> edits;
    if (!can_convert_script()) return edits;
    const std::u32string whole = converted(text);
    const bool in_place = whole.size() == text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_han(text[i])) continue;
        const std::u32string with = in_place ? whole.substr(i, 1) : converted(text.substr(i, 1));
        if (with.size() == 1 && with[0] != text[i]) edits.push_back({i, i + 1, with});
    }
    return edits;
}

}  // namespace banwen
