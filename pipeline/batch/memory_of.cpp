#include "batch/memory_of.h"

#include <fstream>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace banwen {

std::int64_t memory_of(pid_t process) {
    std::ifstream statm(fmt::format("/proc/{}/statm", process));
    std::int64_t mapped = 0;
    std::int64_t resident = 0;
    if (!(statm >> mapped >> resident)) return 0;
    return resident * ::sysconf(_SC_PAGESIZE);
}

std::int64_t peak_memory_of_self() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<std::int64_t>(used.ru_maxrss) * 1024;
}

std::int64_t memory_of_machine() {
    const auto pages = static_cast<std::int64_t>(::sysconf(_SC_PHYS_PAGES));
    return pages > 0 ? pages * ::sysconf(_SC_PAGESIZE) : 0;
}

}  // namespace banwen
