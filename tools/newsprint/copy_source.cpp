#include "copy_source.h"

#include <filesystem>

namespace banwen::newsprint {

std::vector<Story> gather_copy(const std::string& bank, std::uint64_t seed) {
    const std::filesystem::path folder = bank;
    const auto half = folder / (seed < kFirstJudgingSeed ? "tuning" : "judging");
    return read_prose((std::filesystem::is_directory(half) ? half : folder).string());
}

}  // namespace banwen::newsprint
