// ByteReader: takes little-endian values from a model file's bytes, and never reads past their end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banwen::lstm {

using Bytes = std::span<const std::uint8_t>;

// Throws Error(model) that says the model is damaged, and in what.
[[noreturn]] void damaged(std::string_view what);

// Every member throws Error(model) when fewer bytes are left than it takes.
class ByteReader {
  public:
    // `what` names the bytes in messages: "the network", "the dictionary".
    ByteReader(Bytes bytes, std::string_view what) : bytes_(bytes), what_(what) {}

    std::uint8_t u8() { return take(1)[0]; }
    std::int8_t i8() { return static_cast<std::int8_t>(u8()); }
    std::int16_t i16() { return static_cast<std::int16_t>(little_endian(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(little_endian(4)); }
    std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
    std::uint64_t u64() { return little_endian(8); }
    std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
    double f64();

    // An i32 or u32 that counts things of which each takes at least `least_bytes` of what is left.
    std::size_t count(std::size_t least_bytes);

    // A length, then that many bytes.
    std::string string();

    // A line of text without its end.
    std::string_view line();

    Bytes take(std::size_t size);
    void skip(std::size_t size) { take(size); }
    std::size_t left() const { return bytes_.size() - at_; }

  private:
    std::uint64_t little_endian(std::size_t size);

    Bytes bytes_;
    std::string_view what_;
    std::size_t at_ = 0;
};

}  // namespace banwen::lstm
