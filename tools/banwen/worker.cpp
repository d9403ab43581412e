#include "batch/serve_pages.h"
#include "commands.h"

namespace banwen {

// Started by convert alone, so that help does not name it.
Action define_worker(CLI::App& command) {
    command.group("");
    return [] { return serve_pages(); };
}

}  // namespace banwen
