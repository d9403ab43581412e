#include "text/edit.h"

#include <algorithm>
#include <utility>

namespace banwen {

SourcedText apply_edits(SourcedText text, const std::vector<Edit>& edits) {
    if (edits.empty()) return text;
    SourcedText out;
    out.text.reserve(text.text.size());
    out.source.reserve(text.text.size());
    std::size_t at = 0;
    const auto copy_until = [&](std::size_t end) {
        for (; at < end; ++at) {
            out.text += text.text[at];
            out.source.push_back(text.source[at]);
        }
    };
    for (const Edit& edit : edits) {
        copy_until(edit.start);
        for (std::size_t i = 0; i < edit.with.size(); ++i) {
            const std::size_t place = std::min(edit.start + i, edit.end - 1);
            out.text += edit.with[i];
            out.source.push_back(edit.end > edit.start ? text.source[place] : nullptr);
        }
        at = edit.end;
    }
    copy_until(text.text.size());
    return out;
}

std::u32string apply_edits(const std::u32string& text, const std::vector<Edit>& edits) {
    SourcedText sourced{text, std::vector<const Glyph*>(text.size(), nullptr)};
    return apply_edits(std::move(sourced), edits).text;
}

}  // namespace banwen
