# What the engine is made of: lstm_sources, relative to the folder of the recognize room, and lstm_defines. Included by
# the floor plan, and by tests/neon, which builds the engine alone.
set(lstm_folder "${CMAKE_CURRENT_LIST_DIR}")
set(lstm_sources
    lstm/alternatives.cpp lstm/beam_search.cpp lstm/byte_reader.cpp lstm/character_set.cpp lstm/choose_kernels.cpp
    lstm/code_trie.cpp lstm/dictionary.cpp lstm/forward_pass.cpp lstm/layer_tree.cpp lstm/line_reader.cpp
    lstm/line_values.cpp lstm/model.cpp lstm/network.cpp lstm/node_heap.cpp lstm/packed_network.cpp lstm/step_codes.cpp
    lstm/traineddata.cpp lstm/kernels_exact.cpp lstm/kernels_portable.cpp)

# There are kernels for the processors that this build is for; one of them is chosen when the program starts, so that
# each file may use its own processor's instructions, and the rest may not.
set(lstm_defines)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  list(APPEND lstm_sources lstm/kernels_avx2.cpp lstm/kernels_avx512_vnni.cpp lstm/kernels_avx_vnni.cpp)
  set(lstm_defines BANWEN_X86_KERNELS)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
  list(APPEND lstm_sources lstm/kernels_neon.cpp lstm/kernels_neon_dotprod.cpp)
  set(lstm_defines BANWEN_NEON_KERNELS)
endif()

# Floats are not to be contracted as the compiler likes: all kernels shall do the same operations. Kernels are of no
# use unoptimized, so they are optimized in every build.
set(lstm_everywhere -O3 -ffp-contract=off)
# The compiler's own headers for AVX-512 read variables that they do not set.
set(lstm_avx512 -mavx512f -mavx512bw -mavx512vl -mavx512vnni -mavx2 -mfma)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND lstm_avx512 -Wno-uninitialized -Wno-maybe-uninitialized)
endif()

# lstm_compile(OPTIONS name…): compiler options of kernels_<name>.cpp.
function(lstm_compile options)
  foreach(name IN LISTS ARGN)
    set_source_files_properties("${lstm_folder}/kernels_${name}.cpp" PROPERTIES COMPILE_OPTIONS "${lstm_everywhere};${options}")
  endforeach()
endfunction()
lstm_compile("${lstm_avx512}" avx512_vnni)
lstm_compile("-mavx2;-mfma" avx2 avx_vnni)
lstm_compile("-march=armv8.2-a+dotprod" neon_dotprod)
lstm_compile("" exact neon portable)
