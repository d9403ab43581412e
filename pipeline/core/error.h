// The one exception of the library. Its code is the exit status of the command.
#pragma once

#include <stdexcept>
#include <string>

namespace banwen {

// The values are part of the command's interface: see README.md, "Exit status".
enum class ExitCode {
    ok = 0,
    some_failed = 1,
    usage = 2,
    unreadable_input = 3,
    model = 4,
    cannot_write = 5,
    bug = 70,
};

// what() is one line: what happened, which file, what to do. Thrown only by the rooms that touch the world
// (scan, recognize, write, batch); the rooms between them are total functions.
class Error : public std::runtime_error {
  public:
    Error(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ExitCode code() const { return code_; }

  private:
    ExitCode code_;
};

}  // namespace banwen
