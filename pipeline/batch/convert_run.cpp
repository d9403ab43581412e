#include "batch/convert_run.h"

namespace banwen {

RunSummary convert_run(const RunOptions&, const std::function<void(const Progress&)>&) {
    return {};
}

}  // namespace banwen
