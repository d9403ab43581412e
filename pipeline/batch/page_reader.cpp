#include "batch/page_reader.h"

#include <exception>
#include <new>

#include <fmt/format.h>

#include "core/printable.h"

namespace banwen {
namespace {

struct Failure {
    ExitCode code = ExitCode::bug;
    std::string message;
    bool read_the_scan = true;  // it may have come from the engine
};

// What was thrown, in one line. To be called while it is being handled.
Failure describe_failure(const PageInfo& page) {
    const std::string where = fmt::format("{}, page {}", page.file, page.index_in_file + 1);
    try {
        throw;
    } catch (const Error& error) {
        return {error.code(), printable(error.what()), error.code() != ExitCode::unreadable_input};
    } catch (const std::bad_alloc&) {
        const Error error = out_of_memory(where);
        return {error.code(), error.what()};
    } catch (const std::exception& error) {
        return {ExitCode::bug, printable(fmt::format("{}: banwen broke on this page ({}); please report it",
                                                     where, std::string(error.what()).substr(0, 300)))};
    } catch (...) {
        return {ExitCode::bug, printable(where + ": banwen broke on this page; please report it")};
    }
}

}  // namespace

PageOutcome PageReader::read(const PageTask& task) {
    const PageInfo& page = task.plan->pages[task.page];
    if (!recognizer_) recognizer_ = make_();
    PageOutcome outcome{.issue = task.issue, .text = {.info = page, .articles = {}, .ledger = {}}};
    try {
        outcome.text = run_.read({page.file, page.index_in_file}, page.number, *recognizer_, task.plan->walk);
    } catch (...) {
        const Failure failure = describe_failure(page);
        outcome.code = failure.code;
        outcome.text.info.status = PageStatus::failed;
        outcome.text.info.error = failure.message;
        // An engine that broke may stay broken; a scan that could not be decoded never reached it.
        if (failure.read_the_scan) recognizer_.reset();
    }
    outcome.text.info.sha256 = fingerprints_.of(page.file);
    return outcome;
}

}  // namespace banwen
