// The worker's side of a run: a process that reads the pages which its coordinator names.
#pragma once

#include <functional>

#include "core/error.h"
#include "read_page.h"
#include "recognize/make_recognizer.h"

namespace banwen {

// What a worker works with.
struct PageService {
    using Read = std::function<PageText(const PageRef&, int, Recognizer&, const Options&)>;

    std::function<ReadyRecognizer(const RecognizeOptions&)> recognizers = make_recognizer;
    Read read = read_page;
    Read read_gently = read_page_gently;
};

// The socket on which a worker finds its coordinator.
inline constexpr int kCoordinatorSocket = 3;

// Reads pages until the coordinator is gone, and ends at once with it, in the middle of a page too. For a
// program that a WorkerProcess has started: it stands in a process group of its own. Throws Error(usage)
// where there is no coordinator.
ExitCode serve_pages(const PageService& service = {});

}  // namespace banwen
