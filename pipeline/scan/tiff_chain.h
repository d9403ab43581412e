// The chain of directories in a TIFF file, walked without decoding anything.
#pragma once

#include <cstdint>
#include <vector>

#include "scan/byte_source.h"

namespace banwen {

// Offsets in bytes of the directories that describe pages, in file order. Where the chain leads out of the
// file or back into itself, the offset it leads to stands last: that page exists, but cannot be read.
std::vector<std::uint64_t> tiff_pages(const ByteSource& bytes);

}  // namespace banwen
