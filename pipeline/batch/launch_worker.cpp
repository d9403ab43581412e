#include "batch/launch_worker.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/serve_pages.h"
#include "core/error.h"

namespace banwen {
namespace {

class SpawnSettings {
  public:
    explicit SpawnSettings(int socket) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files_, STDERR_FILENO, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&files_, socket, kCoordinatorSocket);
        // What the terminal sends to the run is none of the worker's business: it ends with the run.
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
    }
    ~SpawnSettings() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&files_);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    const posix_spawn_file_actions_t* files() const { return &files_; }
    const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t files_;
    posix_spawnattr_t attributes_;
};

Error cannot_start(const std::vector<std::string>& words, int why) {
    return failure(ExitCode::usage, words.empty() ? "" : words.front(),
                   "cannot be started as a worker (" + std::generic_category().message(why) + ")");
}

}  // namespace

LaunchedWorker launch_worker(const std::vector<std::string>& words) {
    if (words.empty()) throw cannot_start(words, ENOENT);
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw cannot_start(words, errno);
    const SpawnSettings settings(ends[1]);
    pid_t process = -1;
    const int failed = ::posix_spawnp(&process, arguments[0], settings.files(), settings.attributes(),
                                      arguments.data(), environ);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        throw cannot_start(words, failed);
    }
    return {process, ends[0]};
}

EndedWorker end_worker(pid_t process) {
    ::kill(-process, SIGKILL);
    EndedWorker ended;
    rusage used{};
    while (::wait4(process, &ended.state, 0, &used) < 0 && errno == EINTR) {
    }
    ended.peak_memory = used.ru_maxrss * 1024;
    return ended;
}

}  // namespace banwen
