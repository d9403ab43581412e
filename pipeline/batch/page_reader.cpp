#include "batch/page_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "batch/record.h"

namespace banwen {
namespace {

// A worker is replaced before what pages leave behind in it can add up.
constexpr int kPagesAWorker = 100;

// Somebody who kills workers at random kills few of them thrice on one page; a machine that has no memory for
// it goes on doing so.
constexpr int kTriesWhereKilled = 3;

struct Failure {
    ExitCode code = ExitCode::bug;
    std::string what;
    std::string advice;
};

// Why a page could not be read.
Failure describe(const WorkerAnswer& answer, const WorkerLimits& limits) {
    switch (answer.end) {
        case WorkerEnd::answered:
            return {answer.reply.code, "banwen broke on it", ""};
        case WorkerEnd::timed_out:
            return {ExitCode::unreadable_input,
                    fmt::format("takes longer than {} s", limits.page_timeout.count() / 1000.0),
                    "scale it down, or allow more by --page-timeout"};
        case WorkerEnd::too_large:
            return {ExitCode::unreadable_input,
                    fmt::format("needs more than {} MB of memory", limits.max_memory >> 20),
                    "scale it down, or allow more by --max-memory"};
        case WorkerEnd::killed:
            return {ExitCode::unreadable_input,
                    fmt::format("its worker was killed {} times by {}", kTriesWhereKilled, answer.how),
                    "see whether the machine has the memory for this many --jobs"};
        case WorkerEnd::given_up:
            return {ExitCode::some_failed, "given up, as the run ends", ""};
        case WorkerEnd::crashed:
            break;
    }
    return {ExitCode::bug, "banwen crashed on it by " + answer.how, "please report it"};
}

// What the worker itself said names the page already.
std::string message_of(const WorkerAnswer& answer, const Failure& failure, const PageInfo& page) {
    if (answer.end == WorkerEnd::answered) return answer.reply.error;
    const std::string where = fmt::format("{}, page {}", page.file, page.index_in_file + 1);
    return banwen::failure(failure.code, where, failure.what, failure.advice).what();
}

bool read_well(const WorkerAnswer& answer) {
    return answer.end == WorkerEnd::answered && answer.reply.end == PageEnd::read;
}

bool may_be_read_gently(const WorkerAnswer& answer) {
    const bool answered = answer.end == WorkerEnd::answered;
    return answered ? answer.reply.end == PageEnd::broke : answer.end != WorkerEnd::given_up;
}

// The record of a page knows neither where its file lies today nor what that holds.
PageText page_from(const std::string& bytes, const PageInfo& page) {
    auto text = from_bytes<PageText>(bytes);
    text.info.file = page.file;
    text.info.sha256 = page.sha256;
    return text;
}

}  // namespace

PageReader::PageReader(const ReadingRoom& room, const std::atomic<bool>& closing)
    : room_(room), limits_(room.limits) {
    limits_.give_up = [&closing] { return closing.load(); };
}

PageReader::~PageReader() {
    if (worker_) room_.workers.put_back(std::move(worker_));
}

PageOutcome PageReader::read(const PageTask& task) {
    PageInfo page = task.plan->pages[task.page];
    page.sha256 = room_.fingerprints.of(page.file);
    // What cannot be hashed cannot be read: the worker will say why.
    if (page.sha256.empty()) return read_anew(task, page, "");
    const std::string key = page_key(room_.worker, room_.reading, page);
    if (room_.reread.is_read(key))
        if (const std::optional<KeptPage> kept = room_.journal.find(key))
            return {
                .issue = task.issue, .text = page_from(kept->page, page), .note = kept->note, .known = true};
    return read_anew(task, page, key);
}

PageOutcome PageReader::read_anew(const PageTask& task, const PageInfo& page, const std::string& key) {
    PageOrder order{page.file, page.index_in_file, page.number, task.plan->walk.recognize.threads, false};
    WorkerAnswer answer = ask(order);
    PageOutcome outcome{.issue = task.issue, .text = {.info = page, .articles = {}, .ledger = {}}};
    if (!read_well(answer)) {
        const Failure failure = describe(answer, limits_);
        const std::string message = message_of(answer, failure, page);
        outcome.peak_memory = answer.peak_memory;
        order.gently = true;
        if (may_be_read_gently(answer)) answer = ask(order);
        if (!read_well(answer)) {
            outcome.code = failure.code;
            outcome.text.info.status = PageStatus::failed;
            outcome.text.info.error = message;
            return outcome;
        }
        outcome.note = failure.what;
    }
    outcome.peak_memory = std::max(outcome.peak_memory, answer.peak_memory);
    outcome.text = page_from(answer.reply.page, page);
    if (!key.empty()) {
        room_.journal.keep(key, {std::move(answer.reply.page), outcome.note});
        room_.reread.add(key);
    }
    return outcome;
}

WorkerAnswer PageReader::ask(const PageOrder& order) {
    WorkerAnswer answer;
    for (int tries = 0; tries < kTriesWhereKilled; ++tries) {
        if (!worker_) worker_ = room_.workers.take();
        answer = worker_->read(order, limits_);
        const bool broke = answer.end != WorkerEnd::answered || answer.reply.end == PageEnd::broke;
        const bool full = limits_.max_memory > 0 && answer.reply.resting > limits_.max_memory / 2;
        if (broke || full || worker_->pages_read() >= kPagesAWorker) worker_.reset();
        if (answer.end != WorkerEnd::killed) break;
    }
    return answer;
}

}  // namespace banwen
