#include <cstdio>

#include <batch/convert_run.h>

int main(int, char** argv) {
    try {
        banwen::RunOptions options{.inputs = {argv[1]}, .output = argv[2]};
        return static_cast<int>(banwen::convert_run(options, [](const banwen::Progress&) {}).status);
    } catch (const banwen::Error& error) {
        return std::puts(error.what()), static_cast<int>(error.code());
    }
}
