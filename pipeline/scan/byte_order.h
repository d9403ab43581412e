// Whole numbers out of file headers, in either byte order. Past the end every byte reads as 0, so that a
// header that was cut short needs no check at each field.
#pragma once

#include <cstdint>
#include <span>

namespace banwen {

enum class ByteOrder { little, big };

struct ByteReader {
    std::span<const std::uint8_t> bytes;
    ByteOrder order = ByteOrder::big;

    std::uint64_t number(std::size_t at, std::size_t count) const {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t step = order == ByteOrder::big ? i : count - 1 - i;
            value = value << 8 | byte(at + step);
        }
        return value;
    }
    std::uint8_t byte(std::size_t at) const { return at < bytes.size() ? bytes[at] : std::uint8_t{0}; }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::size_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t u64(std::size_t at) const { return number(at, 8); }
};

}  // namespace banwen
