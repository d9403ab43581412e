#include "score/comparable_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace banwen {
namespace {

char32_t unified_quote(char32_t c) {
    constexpr std::u32string_view kDouble = U"“”„‟«»「」〝〞″";
    constexpr std::u32string_view kSingle = U"‘’‚‛『』′`";
    if (kDouble.find(c) != std::u32string_view::npos) return U'"';
    if (kSingle.find(c) != std::u32string_view::npos) return U'\'';
    return c;
}

icu::UnicodeString compatible_form(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return text;
    icu::UnicodeString normal = nfkc->normalize(text, status);
    return U_FAILURE(status) ? text : normal;
}

}  // namespace

std::u32string comparable_text(std::string_view utf8) {
    const icu::UnicodeString text = compatible_form(
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size()))));
    std::u32string out;
    out.reserve(static_cast<std::size_t>(text.length()));
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF) continue;
        out += unified_quote(static_cast<char32_t>(c));
    }
    return out;
}

}  // namespace banwen
