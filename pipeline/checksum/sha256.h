// The checksum room: SHA-256 of scans, models and results, by which they are known again.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace banwen {

// Of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    // Of all that was added, lower-case hex; nothing can be added afterwards.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Lower-case hex.
std::string sha256_of(std::string_view bytes);

// Of a file's bytes, read piece by piece; nothing when the file cannot be read.
std::optional<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace banwen
