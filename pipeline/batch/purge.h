// Removing what runs keep for themselves.
#pragma once

#include <cstdint>
#include <filesystem>

namespace banwen {

// Removes the pages already read, the summaries of chunks and the memory of a watch from an output; the
// results stay. The bytes that this freed. Throws Error(cannot_write) when a run is writing there.
std::uintmax_t purge(const std::filesystem::path& output);

}  // namespace banwen
