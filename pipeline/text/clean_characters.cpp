#include "text/clean_characters.h"

#include <array>
#include <utility>

#include "text/convert_script.h"
#include "text/pair_quotes.h"
#include "text/set_dashes.h"
#include "text/set_spaces.h"
#include "text/set_widths.h"

namespace banwen {
namespace {

using CharacterRule = std::vector<Edit> (*)(const std::u32string&);

// Dots and dashes come before widths, or the dots of an ellipsis would be full stops; spaces come last, they
// go by the marks beside them.
constexpr std::array<CharacterRule, 4> kMarkRules = {set_dashes, set_widths, pair_quotes, set_spaces};

}  // namespace

SourcedText clean_characters(SourcedText text, const TextOptions& options) {
    for (const CharacterRule rule : kMarkRules) {
        const std::vector<Edit> edits = rule(text.text);
        text = apply_edits(std::move(text), edits);
    }
    if (options.script == PrintedScript::hans) {
        const std::vector<Edit> edits = to_simplified(text.text);
        text = apply_edits(std::move(text), edits);
    }
    if (options.punctuation == Punctuation::ascii) {
        const std::vector<Edit> edits = set_ascii(text.text);
        text = apply_edits(std::move(text), edits);
    }
    return text;
}

}  // namespace banwen
