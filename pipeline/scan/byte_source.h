// The bytes of one input: a file that is read piecewise, or bytes that another file held inside.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace banwen {

// Not copied, since it may own an open file. Offsets and sizes are bytes.
class ByteSource {
  public:
    // Throws Error(unreadable_input) when the file is missing, not a regular file, or may not be read.
    explicit ByteSource(const std::string& file);

    // The bytes are not copied: they must outlive the source.
    explicit ByteSource(std::span<const std::uint8_t> bytes) : bytes_(bytes), size_(bytes.size()) {}

    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    std::uint64_t size() const { return size_; }

    // Fills `target` from `offset` on and returns how many bytes there were.
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> target) const;

    // Up to `count` bytes from `offset` on; fewer at the end.
    std::vector<std::uint8_t> read(std::uint64_t offset, std::size_t count) const;

    std::vector<std::uint8_t> all() const { return read(0, size_); }

  private:
    std::span<const std::uint8_t> bytes_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace banwen
