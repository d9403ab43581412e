#include "recognize/single_thread.h"

#include <cstdlib>

#include <unistd.h>

namespace banwen {

void hold_openmp_to_one_thread(char** argv) {
    if (std::getenv("OMP_THREAD_LIMIT") != nullptr) return;
    setenv("OMP_THREAD_LIMIT", "1", 1);
    execv("/proc/self/exe", argv);
}

}  // namespace banwen
