// How much memory processes hold.
#pragma once

#include <cstdint>

#include <sys/types.h>

namespace banwen {

// Bytes that are resident now; 0 where that cannot be told.
std::int64_t memory_of(pid_t process);

// Bytes that were resident at most in this process.
std::int64_t peak_memory_of_self();

// Of the whole machine; 0 where it cannot be told.
std::int64_t memory_of_machine();

}  // namespace banwen
