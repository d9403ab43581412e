// A TrueType font with one empty glyph for all codes: viewers want a font program even for text that is not
// shown. It is the font's second, since archives forbid text in the first, .notdef. All characters are one em
// wide; text is fitted to the print by its horizontal scaling.
#include "write/pdf_font.h"

#include <array>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "core/characters.h"
#include "write/big_endian.h"

namespace banwen {
namespace {

using Bytes = std::string;

Bytes numbers(const std::vector<int>& values) {
    Bytes bytes;
    for (const int value : values)
        put16(bytes, static_cast<std::uint32_t>(value));
    return bytes;
}

std::uint32_t sum_of(const Bytes& table) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < table.size(); ++i)
        sum += static_cast<std::uint32_t>(static_cast<unsigned char>(table[i])) << (24 - 8 * (i % 4));
    return sum;
}

struct Table {
    const char* name;
    Bytes bytes;
};

// The tables that a font inside a PDF must have, in the order of their names.
std::vector<Table> font_tables() {
    Bytes head;
    put32(head, 0x00010000);  // version
    put32(head, 0x00010000);  // revision
    put32(head, 0);           // checksum, set at the end
    put32(head, 0x5F0F3CF5);
    head += numbers({0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8, 2, 0, 0});
    Bytes hhea;
    put32(hhea, 0x00010000);
    hhea += numbers({880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1});
    Bytes maxp;
    put32(maxp, 0x00010000);
    maxp += numbers({2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});
    return {{"glyf", Bytes(4, '\0')},     {"head", head}, {"hhea", hhea}, {"hmtx", numbers({1000, 0, 0})},
            {"loca", numbers({0, 0, 0})}, {"maxp", maxp}};
}

Bytes font_program() {
    const std::vector<Table> tables = font_tables();
    Bytes font;
    put32(font, 0x00010000);
    font += numbers({static_cast<int>(tables.size()), 64, 2, 32});
    Bytes body;
    std::size_t head_at = 0;
    for (const Table& table : tables) {
        const std::size_t at = 12 + 16 * tables.size() + body.size();
        if (std::string_view(table.name) == "head") head_at = at;
        font += table.name;
        put32(font, sum_of(table.bytes));
        put32(font, static_cast<std::uint32_t>(at));
        put32(font, static_cast<std::uint32_t>(table.bytes.size()));
        body += table.bytes;
        body.append((4 - table.bytes.size() % 4) % 4, '\0');
    }
    font += body;
    Bytes checksum;
    put32(checksum, 0xB1B0AFBA - sum_of(font));
    return font.replace(head_at + 8, 4, checksum);
}

// UTF-16, big end first, in hexadecimal.
std::string utf16_hex(char32_t c) {
    if (c < 0x10000) return fmt::format("{:04X}", static_cast<std::uint32_t>(c));
    const std::uint32_t rest = static_cast<std::uint32_t>(c) - 0x10000;
    return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3ff));
}

std::string character_map(const std::map<char32_t, int>& codes) {
    std::vector<char32_t> by_code(codes.size());
    for (const auto& [character, code] : codes)
        if (static_cast<std::size_t>(code) <= by_code.size())
            by_code[static_cast<std::size_t>(code) - 1] = character;
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t kMostInABlock = 100;
    for (std::size_t from = 0; from < by_code.size(); from += kMostInABlock) {
        const std::size_t to = std::min(by_code.size(), from + kMostInABlock);
        map += fmt::format("{} beginbfchar\n", to - from);
        for (std::size_t i = from; i < to; ++i)
            map += fmt::format("<{:04X}> <{}>\n", i + 1, utf16_hex(by_code[i]));
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// The second glyph for every code; code 0 is never given.
Bytes glyph_map(std::size_t codes) {
    Bytes glyphs = numbers({0});
    for (std::size_t i = 0; i < codes; ++i)
        put16(glyphs, 1);
    return glyphs;
}

// What a map to Unicode may not hold is told as U+FFFD.
char32_t allowed(char32_t c) {
    return c == 0 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF ? char32_t{0xFFFD} : c;
}

}  // namespace

std::string PdfFont::code_of(char32_t character) {
    constexpr int kLast = 0xffff;
    const int next = std::min(static_cast<int>(codes_.size()) + 1, kLast);
    return fmt::format("{:04X}", codes_.try_emplace(allowed(character), next).first->second);
}

QPDFObjectHandle PdfFont::add_to(QPDF& pdf) const {
    QPDFObjectHandle program = QPDFObjectHandle::newStream(&pdf, font_program());
    QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
        "<< /Type /FontDescriptor /FontName /BANWEN+Unseen /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>");
    descriptor.replaceKey("/FontFile2", pdf.makeIndirectObject(program));
    QPDFObjectHandle glyphs = QPDFObjectHandle::newStream(&pdf, glyph_map(codes_.size()));
    QPDFObjectHandle descendant = QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /BANWEN+Unseen /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    descendant.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor));
    descendant.replaceKey("/CIDToGIDMap", pdf.makeIndirectObject(glyphs));
    QPDFObjectHandle font = QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /Type0 /BaseFont /BANWEN+Unseen /Encoding /Identity-H >>");
    QPDFObjectHandle descendants = QPDFObjectHandle::newArray();
    descendants.appendItem(pdf.makeIndirectObject(descendant));
    font.replaceKey("/DescendantFonts", descendants);
    font.replaceKey("/ToUnicode",
                    pdf.makeIndirectObject(QPDFObjectHandle::newStream(&pdf, character_map(codes_))));
    return font;
}

}  // namespace banwen
