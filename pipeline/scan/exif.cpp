#include "scan/exif.h"

#include "scan/byte_order.h"

namespace banwen {
namespace {

constexpr std::uint16_t kOrientationTag = 0x0112;
constexpr std::uint16_t kXResolutionTag = 0x011A;
constexpr std::uint16_t kResolutionUnitTag = 0x0128;
constexpr std::uint16_t kCentimetre = 3;
constexpr std::size_t kEntryBytes = 12;

}  // namespace

ExifTags read_exif(std::span<const std::uint8_t> block) {
    ExifTags tags;
    if (block.size() < 8 || block[0] != block[1] || (block[0] != 'I' && block[0] != 'M')) return tags;
    const ByteReader reader{block, block[0] == 'I' ? ByteOrder::little : ByteOrder::big};
    const std::size_t directory = reader.u32(4);
    const std::size_t entries = reader.u16(directory);
    double resolution = 0;
    bool centimetres = false;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * kEntryBytes;
        if (entry + kEntryBytes > block.size()) break;
        const std::uint16_t tag = reader.u16(entry);
        const std::uint16_t value = reader.u16(entry + 8);
        if (tag == kOrientationTag && value >= 1 && value <= 8) tags.orientation = value;
        if (tag == kResolutionUnitTag) centimetres = value == kCentimetre;
        if (tag == kXResolutionTag) {
            const std::size_t place = reader.u32(entry + 8);
            const double divisor = reader.u32(place + 4);
            if (divisor > 0) resolution = reader.u32(place) / divisor;
        }
    }
    tags.dpi = centimetres ? resolution * 2.54 : resolution;
    return tags;
}

}  // namespace banwen
