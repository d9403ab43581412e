// Pages are read side by side, one a thread. The loops of Tesseract and OpenCV would take every core for each
// of them, and are slower for it. The only switches that always work are variables that are read before
// main() runs.
#pragma once

namespace banwen {

// Runs the program again, in the same process, with one thread for OpenMP and for OpenCV; returns where the
// variables stand already or the program cannot be run again (it is then slower, not wrong). Call it first in
// main().
void hold_loops_to_one_thread(char** argv);

}  // namespace banwen
