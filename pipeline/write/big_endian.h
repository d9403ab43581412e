// Numbers as fonts and colour profiles have them: the highest byte first.
#pragma once

#include <cstdint>
#include <string>

namespace banwen {

// Appends the number's two lowest bytes.
inline void put16(std::string& bytes, std::uint32_t value) {
    bytes += static_cast<char>((value >> 8) & 0xff);
    bytes += static_cast<char>(value & 0xff);
}

inline void put32(std::string& bytes, std::uint32_t value) {
    put16(bytes, value >> 16);
    put16(bytes, value);
}

}  // namespace banwen
