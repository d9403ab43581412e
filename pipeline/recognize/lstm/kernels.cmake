# Each kernel file for its own processor. Floats are not to be contracted as the compiler likes: all kernels shall do the
# same operations. Kernels are of no use unoptimized, so they are optimized in every build.
set(lstm_folder "${CMAKE_CURRENT_SOURCE_DIR}/recognize/lstm")
set(lstm_everywhere -O3 -ffp-contract=off)

# The compiler's own headers for AVX-512 read variables that they do not set.
set(lstm_avx512 -mavx512f -mavx512bw -mavx512vl -mavx512vnni -mavx2 -mfma)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND lstm_avx512 -Wno-uninitialized -Wno-maybe-uninitialized)
endif()
set_source_files_properties(${lstm_folder}/kernels_avx512_vnni.cpp PROPERTIES COMPILE_OPTIONS "${lstm_everywhere};${lstm_avx512}")
set_source_files_properties(${lstm_folder}/kernels_avx2.cpp ${lstm_folder}/kernels_avx_vnni.cpp
                            PROPERTIES COMPILE_OPTIONS "${lstm_everywhere};-mavx2;-mfma")
set_source_files_properties(${lstm_folder}/kernels_portable.cpp ${lstm_folder}/kernels_exact.cpp
                            PROPERTIES COMPILE_OPTIONS "${lstm_everywhere}")
