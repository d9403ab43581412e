#include "scan/decode_jpeg2000.h"

#include <cmath>
#include <optional>

#include "scan/byte_order.h"
#include "scan/decode_opencv.h"

namespace banwen {
namespace {

struct Codestream {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int depth = 8;       // bits a sample
    std::size_t at = 0;  // where it stands, [at, end) in bytes
    std::size_t end = 0;
};

// By the SIZ segment that opens every codestream; nothing where `at` is none.
std::optional<Codestream> codestream_at(const ByteReader& reader, std::size_t at, std::size_t end) {
    constexpr std::uint32_t kStartAndSize = 0xff4fff51;
    if (reader.u32(at) != kStartAndSize) return std::nullopt;
    return Codestream{.width = std::int64_t{reader.u32(at + 8)} - reader.u32(at + 16),
                      .height = std::int64_t{reader.u32(at + 12)} - reader.u32(at + 20),
                      .depth = (reader.byte(at + 42) & 0x7f) + 1,
                      .at = at,
                      .end = end};
}

// Whether all tile parts are there to their ends, by the lengths that they tell. Asked before decoding, since
// the decoder prints complaints of its own.
bool is_complete(const ByteReader& reader, const Codestream& stream) {
    constexpr std::uint16_t kTilePart = 0xff90;
    constexpr std::uint16_t kEnd = 0xffd9;
    std::size_t at = stream.at + 2;
    while (at < stream.end) {
        const std::uint16_t marker = reader.u16(at);
        if (marker == kEnd) return true;
        const std::size_t length =
            marker == kTilePart ? reader.u32(at + 6) : reader.u16(at + 2) + std::size_t{2};
        // Of length 0 is a last tile part that goes on to the end.
        if (marker == kTilePart && length == 0) return reader.u16(stream.end - 2) == kEnd;
        if (length < 4) return false;
        at += length;
    }
    return at == stream.end;
}

// A resolution box holds vertical, then horizontal: numerator, denominator; then both powers of ten.
double resolution(const ByteReader& reader, std::size_t at) {
    const double divisor = reader.u16(at + 6);
    if (divisor == 0) return 0;
    const int byte = reader.byte(at + 9);
    const int power = byte < 128 ? byte : byte - 256;
    return reader.u16(at + 4) / divisor * std::pow(10.0, power) * 0.0254;  // samples a metre → dpi
}

struct BoxAt {
    std::uint32_t name = 0;
    std::size_t content = 0;
    std::size_t end = 0;
};

std::optional<BoxAt> box_at(const ByteReader& reader, std::size_t at, std::size_t limit) {
    if (at + 8 > limit) return std::nullopt;
    BoxAt box{reader.u32(at + 4), at + 8, 0};
    std::uint64_t length = reader.u32(at);
    if (length == 1) {
        length = reader.u64(at + 8);
        box.content = at + 16;
    }
    if (length == 0) length = limit - at;  // to the end of the file
    if (length < box.content - at) return std::nullopt;
    box.end = length > limit - at ? limit : at + length;
    return box;
}

// What the boxes of a file tell.
struct Boxes {
    double dpi = 0;  // 0 = not told
    std::optional<Codestream> stream;
};

Boxes read_boxes(const ByteReader& reader, std::size_t at, std::size_t limit) {
    constexpr std::uint32_t kHeaderBox = 0x6a703268;      // jp2h
    constexpr std::uint32_t kResolutionBox = 0x72657320;  // "res "
    constexpr std::uint32_t kCaptureBox = 0x72657363;     // resc
    constexpr std::uint32_t kDisplayBox = 0x72657364;     // resd
    constexpr std::uint32_t kCodestreamBox = 0x6a703263;  // jp2c
    Boxes boxes;
    while (const std::optional<BoxAt> box = box_at(reader, at, limit)) {
        if (box->name == kHeaderBox || box->name == kResolutionBox)
            if (const double told = read_boxes(reader, box->content, box->end).dpi; told != 0)
                boxes.dpi = told;
        if (box->name == kCaptureBox) boxes.dpi = resolution(reader, box->content);
        if (box->name == kDisplayBox && boxes.dpi == 0) boxes.dpi = resolution(reader, box->content);
        if (box->name == kCodestreamBox) {
            boxes.stream = codestream_at(reader, box->content, box->end);
            break;
        }
        at = box->end;
    }
    return boxes;
}

}  // namespace

Raster decode_jpeg2000(const PageInput& page) {
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    const ByteReader reader{bytes, ByteOrder::big};
    Boxes boxes{0, codestream_at(reader, 0, bytes.size())};
    if (!boxes.stream) boxes = read_boxes(reader, 0, bytes.size());
    const Codestream stream = boxes.stream.value_or(Codestream{});
    page.check_size(stream.width, stream.height);
    if (!is_complete(reader, stream)) throw page.damaged("is a JPEG 2000 that was cut short");
    if (stream.depth > 16)
        throw page.refusal("has more than 16 bits a sample", "convert it to 8 bits a sample");
    // OpenCV gives up to 8 bits as they are, and deeper samples unscaled in 16.
    return {.pixels = decode_opencv(page, bytes, {.name = "JPEG 2000", .depth = stream.depth}),
            .dpi = boxes.dpi};
}

std::optional<StoredImage> stored_jpeg2000(const PageInput& page) {
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    const ByteReader reader{bytes, ByteOrder::big};
    if (codestream_at(reader, 0, bytes.size())) return std::nullopt;
    const Codestream stream = read_boxes(reader, 0, bytes.size()).stream.value_or(Codestream{});
    page.check_size(stream.width, stream.height);
    if (!is_complete(reader, stream)) throw page.damaged("is a JPEG 2000 that was cut short");
    return StoredImage{.coding = ImageCoding::jpeg2000,
                       .width = static_cast<int>(stream.width),
                       .height = static_cast<int>(stream.height),
                       .channels = reader.u16(stream.at + 40),
                       .strips = {{{bytes.begin(), bytes.end()}, static_cast<int>(stream.height)}}};
}

}  // namespace banwen
