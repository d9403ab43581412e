#include "batch/serve_pages.h"

#include <exception>
#include <new>
#include <thread>

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "batch/memory_of.h"
#include "batch/message_channel.h"
#include "batch/record.h"
#include "batch/worker_messages.h"
#include "core/printable.h"
#include "core/version.h"
#include "scan/fingerprint.h"

namespace banwen {
namespace {

// The sanitizers' own maps count as data, and would leave nothing under any limit.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kCanLimitData = false;
#else
constexpr bool kCanLimitData = true;
#endif

void hold_memory_to(std::int64_t bytes) {
    if (!kCanLimitData || bytes <= 0) return;
    const auto limit = static_cast<rlim_t>(bytes);
    const rlimit both{limit, limit};
    ::setrlimit(RLIMIT_DATA, &both);
}

// The coordinator may be killed while a page hangs here; programs that this one has started go too.
void end_with_the_coordinator() {
    std::thread([] {
        pollfd gone{kCoordinatorSocket, 0, 0};
        while ((gone.revents & (POLLHUP | POLLERR)) == 0)
            ::poll(&gone, 1, -1);
        if (::getpgrp() == ::getpid()) ::kill(0, SIGKILL);
        ::_exit(0);
    }).detach();
}

void expect_coordinator() {
    int kind = 0;
    socklen_t length = sizeof kind;
    if (::getsockopt(kCoordinatorSocket, SOL_SOCKET, SO_TYPE, &kind, &length) != 0)
        throw failure(ExitCode::usage, "banwen worker", "is started by banwen convert, and by nobody else");
}

// To be called while what the walk threw is being handled.
PageReply reply_to_failure(const PageOrder& page) {
    const std::string where = fmt::format("{}, page {}", page.file, page.index + 1);
    try {
        throw;
    } catch (const Error& error) {
        const bool unreadable = error.code() == ExitCode::unreadable_input;
        return {.end = unreadable ? PageEnd::unreadable : PageEnd::broke,
                .code = error.code(),
                .error = printable(error.what())};
    } catch (const std::bad_alloc&) {
        const Error error = out_of_memory(where);
        return {.end = PageEnd::broke, .code = error.code(), .error = error.what()};
    } catch (const std::exception& error) {
        return {.end = PageEnd::broke,
                .code = ExitCode::bug,
                .error = printable(fmt::format("{}: banwen broke on this page ({}); please report it", where,
                                               std::string(error.what()).substr(0, 300)))};
    } catch (...) {
        return {.end = PageEnd::broke,
                .code = ExitCode::bug,
                .error = printable(where + ": banwen broke on this page; please report it")};
    }
}

PageReply read_ordered(const PageOrder& page, Options walk, Recognizer& recognizer,
                       const PageService& service) {
    walk.recognize.threads = page.threads;
    try {
        const PageService::Read& read = page.gently ? service.read_gently : service.read;
        const PageText text = read({page.file, page.index}, page.number, recognizer, walk);
        return {.end = PageEnd::read, .page = to_bytes(text)};
    } catch (...) {
        return reply_to_failure(page);
    }
}

WorkerReady introduce_self() {
    return {.version = std::string(version()),
            .program = fingerprint_of("/proc/self/exe"),
            .shape = shape_of<PageText>()};
}

}  // namespace

ExitCode serve_pages(const PageService& service) {
    expect_coordinator();
    end_with_the_coordinator();
    MessageChannel channel(kCoordinatorSocket);
    const std::chrono::milliseconds endless{-1};
    Received received = channel.receive(endless);
    if (received.delivery != Delivery::message) return ExitCode::ok;
    const auto order = from_bytes<WorkerOrder>(received.bytes);
    hold_memory_to(order.max_memory);

    WorkerReady ready = introduce_self();
    ReadyRecognizer recognizer;
    try {
        recognizer = service.recognizers(order.walk.recognize);
        ready.models = recognizer.models;
        ready.notice = recognizer.notice;
    } catch (const Error& error) {
        ready.code = error.code();
        ready.error = error.what();
    } catch (const std::bad_alloc&) {
        ready.code = out_of_memory("the model").code();
        ready.error = out_of_memory("the model").what();
    }
    bool heard = channel.send(to_bytes(ready));
    while (heard && ready.code == ExitCode::ok) {
        received = channel.receive(endless);
        if (received.delivery != Delivery::message) break;
        PageReply reply =
            read_ordered(from_bytes<PageOrder>(received.bytes), order.walk, *recognizer.recognizer, service);
        reply.resting = memory_of(::getpid());
        reply.peak_memory = peak_memory_of_self();
        heard = channel.send(to_bytes(reply));
    }
    return ready.code;
}

}  // namespace banwen
