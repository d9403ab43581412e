#include "core/error.h"

#include "core/printable.h"

namespace banwen {

Error failure(ExitCode code, std::string_view subject, std::string_view what, std::string_view advice) {
    std::string line = printable(subject) + ": " + printable(what);
    if (!advice.empty()) line += "; " + printable(advice);
    return {code, line};
}

Error unreadable(std::string_view subject, std::string_view what, std::string_view advice) {
    return failure(ExitCode::unreadable_input, subject, what, advice);
}

Error out_of_memory(std::string_view subject) {
    return unreadable(subject, "needs more memory than there is",
                      "scale it down, free memory, or work with fewer --jobs");
}

}  // namespace banwen
