#include "program/program_output.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace banwen {
namespace {

struct Spawned {
    int problem = 0;  // an errno; 0 = it runs
    pid_t child = 0;
};

Spawned spawn(const std::vector<std::string>& command, int output) {
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
    Spawned spawned;
    spawned.problem =
        ::posix_spawnp(&spawned.child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return spawned;
}

struct Collected {
    std::vector<std::uint8_t> bytes;
    bool all = false;  // false: there was more than `most`, or reading failed
};

Collected collect(int input, std::int64_t most) {
    Collected collected;
    std::array<std::uint8_t, 1 << 16> piece{};
    for (;;) {
        const ssize_t got = ::read(input, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        collected.all = got == 0;
        if (got <= 0 || static_cast<std::int64_t>(collected.bytes.size()) + got > most) return collected;
        collected.bytes.insert(collected.bytes.end(), piece.begin(), piece.begin() + got);
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
    const Spawned spawned = spawn(command, ends[1]);
    ::close(ends[1]);
    if (spawned.problem != 0) {
        ::close(ends[0]);
        output.ending = spawned.problem == ENOENT ? ProgramEnding::not_found : ProgramEnding::badly;
        return output;
    }
    Collected collected = collect(ends[0], most_bytes);
    // A program that still writes ends at the closed pipe.
    ::close(ends[0]);
    output.bytes = std::move(collected.bytes);
    output.ending = ended_well(spawned.child) && collected.all ? ProgramEnding::well : ProgramEnding::badly;
    return output;
}

}  // namespace banwen
