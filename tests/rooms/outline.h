// Which functions a C++ source has, as far as its layout tells: enough to count lines and parameters. Macros
// are not expanded.
#pragma once

#include <string>
#include <vector>

namespace banwen::test {

// At namespace or class level; what stands inside of a function is a part of it.
struct Function {
    std::string name;  // with its class, where it is defined outside of it; of a macro with what it is given
    int line = 0;      // 1-based, where it begins
    int lines = 0;     // from there to its closing brace; 0 of a declaration
    std::vector<std::string> parameters;
};

std::vector<Function> functions_of(const std::string& source);

}  // namespace banwen::test
