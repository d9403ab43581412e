// newsprint: draws invented newspaper issues with their truth.
// Exit status: 0 done, 2 wrong usage, 5 something could not be read, drawn or written.
#include <cstdio>
#include <exception>
#include <stdexcept>

#include "press.h"

int main(int argc, char** argv) {
    using namespace banwen::newsprint;
    try {
        const ParsedOrder parsed = parse_order(argc, argv);
        if (parsed.exit_status) return *parsed.exit_status;
        print_issue(parsed.order);
        return 0;
    } catch (const std::invalid_argument& error) {
        std::fprintf(stderr, "newsprint: %s\n", error.what());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "newsprint: %s\n", error.what());
        return 5;
    }
}
