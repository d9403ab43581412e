// Tesseract's loops take every core for one line and are slower for it. The only switch is a variable that
// the OpenMP runtime reads before main() runs.
#pragma once

namespace banwen {

// Runs the program again, in the same process, with OMP_THREAD_LIMIT=1; returns where that variable stands
// already or the program cannot be run again (it is then slower, not wrong). Call it first in main().
void hold_openmp_to_one_thread(char** argv);

}  // namespace banwen
