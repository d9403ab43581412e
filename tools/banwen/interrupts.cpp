#include "interrupts.h"

#include <atomic>
#include <csignal>

namespace banwen {
namespace {

std::atomic<int> caught_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void catch_signal(int signal) {
    caught_signal = signal;
}

}  // namespace

std::function<bool()> listen_for_interrupts() {
    struct sigaction action {};
    action.sa_handler = catch_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    return [] { return caught_signal != 0; };
}

void pass_interrupt_on() {
    if (caught_signal == 0) return;
    std::signal(caught_signal, SIG_DFL);
    std::raise(caught_signal);
}

}  // namespace banwen
