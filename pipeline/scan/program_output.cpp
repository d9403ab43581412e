#include "scan/program_output.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace banwen {
namespace {

int spawn(const std::vector<std::string>& command, int output, pid_t& child) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int problem = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

// False when there is more than `most`.
bool collect(int input, std::int64_t most, std::vector<std::uint8_t>& bytes) {
    std::array<std::uint8_t, 1 << 16> piece{};
    for (;;) {
        const ssize_t got = ::read(input, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        if (static_cast<std::int64_t>(bytes.size()) + got > most) return false;
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + got);
    }
}

bool ended_well(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

ProgramOutput run_program(const std::vector<std::string>& command, std::int64_t most_bytes) {
    ProgramOutput output;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return output;
    pid_t child = 0;
    const int problem = spawn(command, ends[1], child);
    ::close(ends[1]);
    if (problem != 0) {
        ::close(ends[0]);
        output.ending = problem == ENOENT ? ProgramEnding::not_found : ProgramEnding::badly;
        return output;
    }
    const bool all = collect(ends[0], most_bytes, output.bytes);
    // A program that still writes ends at the closed pipe.
    ::close(ends[0]);
    output.ending = ended_well(child) && all ? ProgramEnding::well : ProgramEnding::badly;
    return output;
}

}  // namespace banwen
