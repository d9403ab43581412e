// What a fuzz target demands of the code under test: a fault ends the program, so that the input is kept.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace banwen::fuzz {

inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

}  // namespace banwen::fuzz
