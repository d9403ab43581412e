#include "scan/decode_png.h"

#include <array>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "scan/byte_order.h"
#include "scan/decode_opencv.h"
#include "scan/exif.h"
#include "scan/orientation.h"

namespace banwen {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kChunkFrame = 12;  // length, name, check sum
constexpr std::string_view kLastChunk = "IEND";
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

struct Header {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int bits = 0;         // a sample
    int colour_type = 0;  // 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA
    bool interlaced = false;
};

// Of a size that may be decoded.
Header read_header(const PageInput& page) {
    constexpr std::size_t kHeaderEnd = 33;
    const std::vector<std::uint8_t> head = page.bytes.read(0, kHeaderEnd);
    const ByteReader reader{head, ByteOrder::big};
    if (head.size() < kHeaderEnd || reader.u32(12) != 0x49484452)  // "IHDR"
        throw page.damaged("is a damaged PNG (no header)");
    page.check_size(reader.u32(16), reader.u32(20));
    return {reader.u32(16), reader.u32(20), head[24], head[25], head[28] != 0};
}

struct Chunk {
    std::size_t at = 0;  // in the file
    std::string_view name;
    std::span<const std::uint8_t> data;
};

// Up to the file's last chunk, or to where it is cut short.
std::vector<Chunk> chunks_of(std::span<const std::uint8_t> bytes) {
    std::vector<Chunk> chunks;
    const ByteReader reader{bytes, ByteOrder::big};
    std::size_t at = kSignatureBytes;
    while (at + kChunkFrame <= bytes.size() && (chunks.empty() || chunks.back().name != kLastChunk)) {
        const std::size_t length = reader.u32(at);
        if (length > bytes.size() - at - kChunkFrame) break;
        const std::string_view name(reinterpret_cast<const char*>(bytes.data()) + at + 4, 4);
        chunks.push_back({at, name, bytes.subspan(at + 8, length)});
        at += kChunkFrame + length;
    }
    return chunks;
}

void check_sum(const PageInput& page, std::span<const std::uint8_t> bytes, const Chunk& chunk) {
    const std::size_t length = chunk.data.size();
    const ByteReader reader{bytes, ByteOrder::big};
    if (crc_of(bytes.subspan(chunk.at + 4, length + 4)) != reader.u32(chunk.at + 8 + length))
        throw page.damaged(fmt::format("is a damaged PNG (check sum of {} at byte {})",
                                       chunk.name == "IDAT" ? "its pixels" : "a header", chunk.at));
}

// The chunks are walked to their end before anything is decoded: the decoder would print its own complaints.
// Gives dpi and orientation; no pixels yet.
Raster check_chunks(const PageInput& page, std::span<const std::uint8_t> bytes) {
    Raster told;
    const std::vector<Chunk> chunks = chunks_of(bytes);
    for (const Chunk& chunk : chunks) {
        check_sum(page, bytes, chunk);
        const ByteReader data{chunk.data, ByteOrder::big};
        if (chunk.name == "pHYs" && chunk.data.size() >= 9 && chunk.data[8] == 1)
            told.dpi = data.u32(0) * kMetresPerInch;
        if (chunk.name == "eXIf") {
            const ExifTags exif = read_exif(chunk.data);
            told.orientation = exif.orientation;
            if (told.dpi == 0) told.dpi = exif.dpi;
        }
    }
    if (chunks.empty() || chunks.back().name != kLastChunk) throw page.damaged("is a PNG that was cut short");
    return told;
}

}  // namespace

Raster decode_png(const PageInput& page) {
    read_header(page);
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    Raster raster = check_chunks(page, bytes);
    raster.pixels = decode_opencv(page, bytes, {.name = "PNG"});
    return raster;
}

std::optional<StoredImage> stored_png(const PageInput& page) {
    const Header header = read_header(page);
    const bool plain = header.colour_type == 0 || header.colour_type == 2;
    if (!plain || header.bits > 8 || header.interlaced) return std::nullopt;
    const int height = static_cast<int>(header.height);
    StoredImage image{.coding = ImageCoding::png_rows,
                      .width = static_cast<int>(header.width),
                      .height = height,
                      .channels = header.colour_type == 2 ? 3 : 1,
                      .bits = header.bits,
                      .strips = {{{}, height}}};
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    for (const Chunk& chunk : chunks_of(bytes)) {
        if (chunk.name == "tRNS") return std::nullopt;  // has transparent pixels
        if (chunk.name == "IDAT") image.strips[0].bytes.append(chunk.data.begin(), chunk.data.end());
        if (chunk.name == "eXIf")
            std::tie(image.right, image.down) = steps_of(read_exif(chunk.data).orientation);
    }
    return image;
}

}  // namespace banwen
