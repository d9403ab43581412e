#include <algorithm>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "core/error.h"
#include "recognize/lstm/kernel_table.h"

#if defined(BANWEN_X86_KERNELS)
#include <cpuid.h>
#elif defined(BANWEN_NEON_KERNELS)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace banwen::lstm {
namespace {

#if defined(BANWEN_X86_KERNELS)
// CPUID leaf 7, subleaf 1, EAX bit 4; the compiler's own question does not know it before version 13.
bool has_avx_vnni() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a >> 4 & 1) != 0;
}
#endif

std::vector<Kernels> find_usable_kernels() {
    std::vector<Kernels> usable;
#if defined(BANWEN_X86_KERNELS)
    __builtin_cpu_init();
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (avx2 && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl"))
        usable.push_back(avx512_vnni_kernels());
    if (avx2 && has_avx_vnni()) usable.push_back(avx_vnni_kernels());
    if (avx2) usable.push_back(avx2_kernels());
#elif defined(BANWEN_NEON_KERNELS)
    if ((getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0) usable.push_back(neon_dotprod_kernels());
    usable.push_back(neon_kernels());
#endif
    usable.push_back(portable_kernels());
    return usable;
}

const Kernels& kernels_named(const std::string& name) {
    if (name == exact_kernels().name) return exact_kernels();
    const std::vector<Kernels>& usable = usable_kernels();
    const auto found =
        std::find_if(usable.begin(), usable.end(), [&](const Kernels& each) { return each.name == name; });
    if (found != usable.end()) return *found;
    std::string names;
    for (const Kernels& each : usable)
        names += fmt::format(" {}", each.name);
    throw Error(ExitCode::usage, fmt::format("BANWEN_CPU is '{}'; this processor can run:{}", name, names));
}

}  // namespace

const std::vector<Kernels>& usable_kernels() {
    static const std::vector<Kernels> usable = find_usable_kernels();
    return usable;
}

const Kernels& chosen_kernels() {
    const char* named = std::getenv("BANWEN_CPU");
    return named != nullptr && *named != '\0' ? kernels_named(named) : usable_kernels().front();
}

}  // namespace banwen::lstm
