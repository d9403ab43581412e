# One interface target carries the warnings and the sanitizers, so that third-party headers stay free of both.
add_library(banwen_warnings INTERFACE)
target_compile_options(banwen_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                                                 -Woverloaded-virtual -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(BANWEN_WARNINGS_AS_ERRORS)
  target_compile_options(banwen_warnings INTERFACE -Werror)
endif()
if(BANWEN_SANITIZE)
  add_compile_options(-fsanitize=${BANWEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BANWEN_SANITIZE})
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
