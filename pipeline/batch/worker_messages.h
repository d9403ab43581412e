// What coordinator and worker say to each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/members.h"
#include "core/error.h"

namespace banwen {

// First to the worker: how all pages are to be read.
struct WorkerOrder {
    Options walk;
    std::int64_t max_memory = 0;  // bytes of data that the worker may hold; 0 = any
};

// The worker's answer. With a code that is not ok it has no recognizer, and ends.
struct WorkerReady {
    std::string version;
    std::string program;  // SHA-256 of the file that runs
    std::string shape;    // of a PageText, see shape_of
    std::vector<ModelUsed> models;
    std::string notice;  // one line for the operator, or ""
    ExitCode code = ExitCode::ok;
    std::string error;
};

// A page to read.
struct PageOrder {
    std::string file;
    int index = 0;  // 0-based page in it
    int number = 0;
    int threads = 1;
    bool gently = false;  // at half the scan's size
};

enum class PageEnd {
    read,
    unreadable,  // the file is to blame: no second try helps
    broke,       // the walk or the engine is, or memory: the worker had better be replaced
};

struct PageReply {
    PageEnd end = PageEnd::read;
    std::string page;  // the PageText's bytes, of a page that was read
    ExitCode code = ExitCode::ok;
    std::string error;             // one line, of one that was not
    std::int64_t resting = 0;      // bytes of memory that the worker has now
    std::int64_t peak_memory = 0;  // and had at most
};

template <Of<WorkerOrder> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [walk, max_memory] = value;
    visit("walk", walk), visit("max_memory", max_memory);
}

template <Of<WorkerReady> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [version, program, shape, models, notice, code, error] = value;
    visit("version", version), visit("program", program), visit("shape", shape), visit("models", models);
    visit("notice", notice), visit("code", code), visit("error", error);
}

template <Of<PageOrder> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [file, index, number, threads, gently] = value;
    visit("file", file), visit("index", index), visit("number", number), visit("threads", threads);
    visit("gently", gently);
}

template <Of<PageReply> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [end, page, code, error, resting, peak_memory] = value;
    visit("end", end), visit("page", page), visit("code", code), visit("error", error);
    visit("resting", resting), visit("peak_memory", peak_memory);
}

}  // namespace banwen
