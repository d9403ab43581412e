# cmake -D BUILD=… -D SOURCE=… -D WORK=… -D CXX=… -D FLAGS=… -P run_package_test.cmake
# Installs the build into a folder of its own, builds the consumer against that, and runs it.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${output}\nended with ${status}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}/empty")
run(${CMAKE_COMMAND} --install "${BUILD}" --prefix "${WORK}/prefix")

# Every installed header must stand on its own and beside the others.
file(GLOB_RECURSE headers RELATIVE "${WORK}/prefix/include/banwen" "${WORK}/prefix/include/banwen/*.h")
list(LENGTH headers count)
if(count LESS 20)
  message(FATAL_ERROR "only ${count} headers were installed")
endif()
file(COPY "${SOURCE}/CMakeLists.txt" "${SOURCE}/consumer.cpp" DESTINATION "${WORK}/consumer")
# The program that docs/library.md shows.
file(READ "${SOURCE}/../../docs/library.md" page)
if(NOT page MATCHES "\n```cpp\n(.*)\n```\n")
  message(FATAL_ERROR "docs/library.md shows no program")
endif()
file(WRITE "${WORK}/consumer/example.cpp" "${CMAKE_MATCH_1}\n")
list(TRANSFORM headers REPLACE "(.+)" "#include <\\1>\n")
string(JOIN "" includes ${headers})
file(WRITE "${WORK}/consumer/public_headers.cpp" "${includes}")

run(${CMAKE_COMMAND} -S "${WORK}/consumer" -B "${WORK}/build" -G Ninja "-DCMAKE_PREFIX_PATH=${WORK}/prefix"
    "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build "${WORK}/build" -j 2)

# A folder without images: the library must have come as far as looking into it.
foreach(program consumer example)
  execute_process(COMMAND "${WORK}/build/${program}" "${WORK}/empty" "${WORK}/out" RESULT_VARIABLE status ERROR_QUIET)
  if(NOT status EQUAL 3)
    message(FATAL_ERROR "the ${program} ended with ${status} where 3 (unreadable input) was expected")
  endif()
endforeach()
