// Ctrl-C and its like, as wishes for an orderly end.
#pragma once

#include <functional>

namespace banwen {

// True from the first SIGINT or SIGTERM on, which then ask for an orderly end. The second is not caught and
// ends at once, which harms nothing either.
std::function<bool()> listen_for_interrupts();

// Ends as the caught signal would have ended the program, so that a calling shell stops too. Returns where
// there was none.
void pass_interrupt_on();

}  // namespace banwen
