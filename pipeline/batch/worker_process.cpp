#include "batch/worker_process.h"

#include <cstring>
#include <exception>

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>

#include "batch/memory_of.h"
#include "batch/record.h"
#include "core/version.h"

namespace banwen {
namespace {

// How long a hang, too much memory or a wish to stop may go unnoticed.
constexpr std::chrono::milliseconds kBetweenLooks{100};

// Whoever kills a worker that only loads its model will not do so for ever.
constexpr int kStarts = 4;

Error no_worker(const std::vector<std::string>& words, const std::string& what) {
    return failure(ExitCode::bug, words.front(), what, "what it printed says why, or it is no worker");
}

// Nobody sends these to a program that went wrong by itself.
bool is_sent_by_others(int signal) {
    return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP;
}

std::string describe(int state) {
    if (!WIFSIGNALED(state)) return fmt::format("exit status {}", WEXITSTATUS(state));
    return fmt::format("signal {} ({})", WTERMSIG(state), ::strsignal(WTERMSIG(state)));
}

}  // namespace

std::unique_ptr<WorkerProcess> WorkerProcess::start(const std::vector<std::string>& words,
                                                    const WorkerOrder& order) {
    for (int left = kStarts; true; --left) {
        std::unique_ptr<WorkerProcess> worker(new WorkerProcess(launch_worker(words), order));
        const Received received = worker->channel_.receive(std::chrono::milliseconds{-1});
        if (received.delivery == Delivery::message) {
            worker->introduce(words, received.bytes);
            return worker;
        }
        const WorkerAnswer answer = worker->find_end();
        if (answer.end != WorkerEnd::killed || left <= 1)
            throw no_worker(words, "ended as a worker with " + answer.how);
    }
}

WorkerProcess::WorkerProcess(const LaunchedWorker& launched, const WorkerOrder& order)
    : process_(launched.process), channel_(launched.socket) {
    // Where the worker is gone already, the wait for its answer tells.
    static_cast<void>(channel_.send(to_bytes(order)));
}

WorkerProcess::~WorkerProcess() {
    if (process_ > 0) end_worker(process_);
}

void WorkerProcess::introduce(const std::vector<std::string>& words, const std::string& bytes) {
    try {
        ready_ = from_bytes<WorkerReady>(bytes);
    } catch (const std::exception&) {
        throw no_worker(words, "is no worker of version " + std::string(version()));
    }
    if (ready_.code != ExitCode::ok) throw Error(ready_.code, ready_.error);
    if (ready_.version != version() || ready_.shape != shape_of<PageText>())
        throw no_worker(words,
                        fmt::format("is a worker of version {}, not of {}", ready_.version, version()));
}

WorkerAnswer WorkerProcess::read(const PageOrder& page, const WorkerLimits& limits) {
    if (!channel_.send(to_bytes(page))) return find_end();
    WorkerAnswer answer = wait_for_reply(limits);
    if (answer.end == WorkerEnd::answered) ++pages_read_;
    return answer;
}

WorkerAnswer WorkerProcess::wait_for_reply(const WorkerLimits& limits) {
    const auto begun = std::chrono::steady_clock::now();
    while (true) {
        const Received received = channel_.receive(kBetweenLooks);
        if (received.delivery == Delivery::closed) return find_end();
        if (received.delivery == Delivery::message) {
            try {
                const auto reply = from_bytes<PageReply>(received.bytes);
                return {WorkerEnd::answered, reply, "", reply.peak_memory};
            } catch (const std::exception&) {
                return end_by(WorkerEnd::crashed);
            }
        }
        const auto passed = std::chrono::steady_clock::now() - begun;
        if (limits.page_timeout.count() > 0 && passed > limits.page_timeout)
            return end_by(WorkerEnd::timed_out);
        if (limits.max_memory > 0 && memory_of(process_) > limits.max_memory)
            return end_by(WorkerEnd::too_large);
        if (limits.give_up()) return end_by(WorkerEnd::given_up);
    }
}

WorkerAnswer WorkerProcess::end_by(WorkerEnd end) {
    WorkerAnswer answer = find_end();
    answer.end = end;
    return answer;
}

// A process that has ended by itself keeps the state that it ended in.
WorkerAnswer WorkerProcess::find_end() {
    const EndedWorker ended = end_worker(process_);
    process_ = -1;
    const bool by_others = WIFSIGNALED(ended.state) && is_sent_by_others(WTERMSIG(ended.state));
    return {by_others ? WorkerEnd::killed : WorkerEnd::crashed, {}, describe(ended.state), ended.peak_memory};
}

}  // namespace banwen
