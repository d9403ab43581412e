// Bytes put aside on disk until the file that needs them is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace banwen {

class ScratchFile {
  public:
    // Makes a file of that name, which has none from then on: it is gone when this object is. Here and below
    // std::system_error says that it cannot be written or read.
    explicit ScratchFile(const std::filesystem::path& path);

    struct Piece {
        std::int64_t at = 0;
        std::size_t size = 0;
    };
    Piece put(std::string_view bytes);
    std::string get(const Piece& piece);

  private:
    std::fstream file_;
};

}  // namespace banwen
