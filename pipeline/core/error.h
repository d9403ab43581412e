// The one exception of the library. Its code is the exit status of the command.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

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

// what() is one line. Thrown only by the rooms that touch the world, which the third law in
// pipeline/README.md names; the rooms between them are total functions.
class Error : public std::runtime_error {
  public:
    Error(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ExitCode code() const { return code_; }

  private:
    ExitCode code_;
};

// The one shape of a message: "SUBJECT: what; advice", the advice only where there is one. Names of files
// come in any bytes: all three are made printable, so that the message stays one line.
Error failure(ExitCode code, std::string_view subject, std::string_view what, std::string_view advice = "");

// The same as Error(unreadable_input).
Error unreadable(std::string_view subject, std::string_view what, std::string_view advice);

// What memory did not suffice for, whichever room asked for it: input that this machine cannot read.
Error out_of_memory(std::string_view subject);

}  // namespace banwen
