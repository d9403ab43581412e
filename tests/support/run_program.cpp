#include "support/run_program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp_folder.h"

extern char** environ;

namespace banwen::test {
namespace {

std::filesystem::path empty_file() {
    std::string name = (std::filesystem::temp_directory_path() / "banwen-said-XXXXXX").native();
    ::close(::mkstemp(name.data()));
    return name;
}

}  // namespace

Program::Program(const std::vector<std::string>& words) : out_(empty_file()), err_(empty_file()) {
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out_.c_str(), O_WRONLY | O_TRUNC, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_.c_str(), O_WRONLY | O_TRUNC, 0);
    if (::posix_spawnp(&process_, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        process_ = -1;
    ::posix_spawn_file_actions_destroy(&actions);
}

Program::~Program() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove(out_, ignored);
    std::filesystem::remove(err_, ignored);
}

void Program::send(int signal) {
    if (process_ > 0) ::kill(process_, signal);
}

ProgramResult Program::result() {
    ProgramResult result;
    int ended = 0;
    if (process_ > 0 && ::waitpid(process_, &ended, 0) == process_) {
        if (WIFEXITED(ended)) result.status = WEXITSTATUS(ended);
        if (WIFSIGNALED(ended)) result.signal = WTERMSIG(ended);
    }
    process_ = -1;
    result.out = bytes_of(out_);
    result.err = bytes_of(err_);
    return result;
}

ProgramResult run_program(const std::vector<std::string>& words) {
    return Program(words).result();
}

}  // namespace banwen::test
