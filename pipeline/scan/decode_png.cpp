#include "scan/decode_png.h"

#include <array>

#include <fmt/format.h>

#include "scan/byte_order.h"
#include "scan/decode_opencv.h"
#include "scan/exif.h"

namespace banwen {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kChunkFrame = 12;  // length, name, check sum
constexpr double kMetresPerInch = 0.0254;

std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

std::uint32_t crc_of(std::span<const std::uint8_t> bytes) {
    static const std::array<std::uint32_t, 256> table = make_crc_table();
    std::uint32_t crc = 0xffffffffU;
    for (const std::uint8_t byte : bytes)
        crc = table[(crc ^ byte) & 0xff] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

struct Chunks {
    Raster told;  // dpi and orientation; no pixels yet
    bool complete = false;
};

// Walks the chunks to their end before anything is decoded: the decoder would print its own complaints.
Chunks read_chunks(const PageInput& page, std::span<const std::uint8_t> bytes) {
    Chunks chunks;
    const ByteReader reader{bytes, ByteOrder::big};
    std::size_t at = kSignatureBytes;
    while (!chunks.complete && at + kChunkFrame <= bytes.size()) {
        const std::size_t length = reader.u32(at);
        if (length > bytes.size() - at - kChunkFrame) break;
        const std::string_view name(reinterpret_cast<const char*>(bytes.data()) + at + 4, 4);
        const std::span data = bytes.subspan(at + 8, length);
        if (crc_of(bytes.subspan(at + 4, length + 4)) != reader.u32(at + 8 + length))
            throw page.damaged(fmt::format("is a damaged PNG (check sum of {} at byte {})",
                                           name == "IDAT" ? "its pixels" : "a header", at));
        if (name == "pHYs" && length >= 9 && data[8] == 1)
            chunks.told.dpi = reader.u32(at + 8) * kMetresPerInch;
        if (name == "eXIf") {
            const ExifTags exif = read_exif(data);
            chunks.told.orientation = exif.orientation;
            if (chunks.told.dpi == 0) chunks.told.dpi = exif.dpi;
        }
        chunks.complete = name == "IEND";
        at += kChunkFrame + length;
    }
    return chunks;
}

}  // namespace

Raster decode_png(const PageInput& page) {
    constexpr std::size_t kHeaderEnd = 33;
    const std::vector<std::uint8_t> head = page.bytes.read(0, kHeaderEnd);
    const ByteReader reader{head, ByteOrder::big};
    if (head.size() < kHeaderEnd || reader.u32(12) != 0x49484452)  // "IHDR"
        throw page.damaged("is a damaged PNG (no header)");
    page.check_size(reader.u32(16), reader.u32(20));

    const std::vector<std::uint8_t> bytes = page.bytes.all();
    Chunks chunks = read_chunks(page, bytes);
    if (!chunks.complete) throw page.damaged("is a PNG that was cut short");
    chunks.told.pixels = decode_opencv(page, bytes, {.name = "PNG"});
    return chunks.told;
}

}  // namespace banwen
