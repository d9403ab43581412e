#include <cstdio>

int main() {
    std::puts("banwen");
    return 0;
}
