// Starting the program that reads pages, as a process of its own.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace banwen {

struct LaunchedWorker {
    pid_t process = -1;  // leads a process group of its own
    int socket = -1;     // our end; the worker has the other as kCoordinatorSocket
};

// `words` begins with the program's path, or its name to be found by PATH. What it prints goes to our
// standard error. May be called from several threads at once. Throws Error(usage) where it cannot be started.
LaunchedWorker launch_worker(const std::vector<std::string>& words);

// Kills the process and those that it has started, and waits for its end. The state is that of wait(2): how
// it had ended before, if it had; `peak_memory` in bytes.
struct EndedWorker {
    int state = 0;
    long peak_memory = 0;
};
EndedWorker end_worker(pid_t process);

}  // namespace banwen
