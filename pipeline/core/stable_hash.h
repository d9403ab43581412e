// FNV-1a, 64 bits: the same on every machine and in every version, which is all that ids and marks need of
// it.
#pragma once

#include <cstdint>
#include <string_view>

namespace banwen {

constexpr std::uint64_t stable_hash(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

}  // namespace banwen
