#include "recognize/single_thread.h"

#include <array>
#include <cstdlib>
#include <utility>

#include <unistd.h>

namespace banwen {
namespace {

// Tesseract's loops run on OpenMP's threads, OpenCV's on a pool of its own.
constexpr std::array<std::pair<const char*, const char*>, 2> kLimits{
    {{"OMP_THREAD_LIMIT", "1"}, {"OPENCV_FOR_THREADS_NUM", "1"}}};

}  // namespace

void hold_loops_to_one_thread(char** argv) {
    bool all_stand = true;
    for (const auto& [name, value] : kLimits) {
        all_stand = all_stand && std::getenv(name) != nullptr;
        setenv(name, value, 0);
    }
    if (!all_stand) execv("/proc/self/exe", argv);
}

}  // namespace banwen
