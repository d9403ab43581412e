// Running another program and taking what it writes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace banwen {

enum class ProgramEnding { well, badly, not_found };

struct ProgramOutput {
    ProgramEnding ending = ProgramEnding::badly;
    std::vector<std::uint8_t> bytes;  // its standard output
};

// Runs `command` (looked up in PATH, no shell in between, standard error dropped) to its end. A program that
// writes more than `most_bytes` is cut off and has ended badly.
ProgramOutput run_program(const std::vector<std::string>& command, std::int64_t most_bytes);

}  // namespace banwen
