// Runs a program and collects what it says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace banwen::test {

struct ProgramResult {
    int status = -1;  // exit status; -1 when a signal ended it
    int signal = 0;   // that signal
    std::string out;
    std::string err;
};

// A program that has been started; `words` begins with its path (or a name found by PATH).
class Program {
  public:
    explicit Program(const std::vector<std::string>& words);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    void send(int signal);
    pid_t process() const { return process_; }

    // Waits for its end. To be called once.
    ProgramResult result();

  private:
    std::filesystem::path out_;
    std::filesystem::path err_;
    pid_t process_ = -1;
};

ProgramResult run_program(const std::vector<std::string>& words);

}  // namespace banwen::test
