#include "write/scratch_file.h"

#include <cerrno>
#include <system_error>

namespace banwen {
namespace {

void demand(const std::ios& file) {
    if (!file) throw std::system_error(errno != 0 ? errno : EIO, std::generic_category());
}

}  // namespace

ScratchFile::ScratchFile(const std::filesystem::path& path)
    : file_(path, std::ios::in | std::ios::out | std::ios::trunc | std::ios::binary) {
    demand(file_);
    std::filesystem::remove(path);
}

ScratchFile::Piece ScratchFile::put(std::string_view bytes) {
    file_.seekp(0, std::ios::end);
    const Piece piece{file_.tellp(), bytes.size()};
    file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
    demand(file_);
    return piece;
}

std::string ScratchFile::get(const Piece& piece) {
    std::string bytes(piece.size, '\0');
    file_.seekg(piece.at).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    demand(file_);
    return bytes;
}

}  // namespace banwen
