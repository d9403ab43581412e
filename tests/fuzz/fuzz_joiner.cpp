// Any bytes as the lines of a paragraph: joining loses and invents nothing but white space and line-end
// hyphens, and cleaning keeps a source for each character.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/characters.h"
#include "fuzz/demand.h"
#include "support/printed_lines.h"
#include "text/clean_characters.h"
#include "text/join_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace banwen;
    std::vector<TextLine> lines;
    std::u32string text;
    std::size_t glyphs = 0;
    const auto end_line = [&] {
        lines.push_back(printed_line(to_utf8(text), 0, static_cast<int>(60 * lines.size())));
        glyphs += lines.back().glyphs.size();
        text.clear();
    };
    for (const char32_t c : from_utf8({reinterpret_cast<const char*>(data), size}))
        if (c == U'\n')
            end_line();
        else if (c != 0)
            text += c;
    end_line();
    const SourcedText joined = join_lines(lines);
    fuzz::demand(joined.text.size() == joined.source.size(), "each character has a place for its source");
    std::vector<const Glyph*> sources;
    for (const Glyph* glyph : joined.source)
        if (glyph != nullptr && (sources.empty() || sources.back() != glyph)) sources.push_back(glyph);
    fuzz::demand(sources.size() + lines.size() > glyphs, "a joint drops one glyph at most");
    for (std::size_t i = 0; i < joined.text.size(); ++i)
        fuzz::demand(joined.source[i] != nullptr || joined.text[i] == U' ', "only spaces are put in");
    for (const Punctuation punctuation : {Punctuation::fullwidth, Punctuation::ascii}) {
        const SourcedText cleaned = clean_characters(joined, {.punctuation = punctuation});
        fuzz::demand(cleaned.text.size() == cleaned.source.size(), "cleaning keeps the sources");
    }
    return 0;
}
