#include "recognize/lstm/byte_reader.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "core/error.h"

namespace banwen::lstm {

void damaged(std::string_view what) {
    throw Error(ExitCode::model, fmt::format("the model is damaged: {}", what));
}

Bytes ByteReader::take(std::size_t size) {
    if (size > left()) damaged(fmt::format("{} ends too early", what_));
    const Bytes taken = bytes_.subspan(at_, size);
    at_ += size;
    return taken;
}

std::uint64_t ByteReader::little_endian(std::size_t size) {
    std::uint64_t value = 0;
    const Bytes taken = take(size);
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(taken[i]) << (8 * i);
    return value;
}

double ByteReader::f64() {
    return std::bit_cast<double>(u64());
}

std::size_t ByteReader::count(std::size_t least_bytes) {
    const std::size_t counted = u32();
    if (counted > left() / std::max<std::size_t>(1, least_bytes))
        damaged(fmt::format("{} counts more than it holds", what_));
    return counted;
}

std::string ByteReader::string() {
    const Bytes text = take(count(1));
    return {text.begin(), text.end()};
}

std::string_view ByteReader::line() {
    const Bytes rest = bytes_.subspan(at_);
    const auto end = std::find(rest.begin(), rest.end(), static_cast<std::uint8_t>('\n'));
    const auto length = static_cast<std::size_t>(end - rest.begin());
    at_ += std::min(rest.size(), length + 1);
    return {reinterpret_cast<const char*>(rest.data()), length};
}

}  // namespace banwen::lstm
