// The kernels there may be: one function for each file that the build has for its processor.
#pragma once

#include "recognize/lstm/kernels.h"

namespace banwen::lstm {

Kernels avx512_vnni_kernels();
Kernels avx_vnni_kernels();
Kernels avx2_kernels();
Kernels neon_dotprod_kernels();
Kernels neon_kernels();
Kernels portable_kernels();

}  // namespace banwen::lstm
