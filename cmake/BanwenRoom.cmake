# banwen_room(name [FOLDER folder] SOURCES … [USES rooms] [LINKS packages] [OPTIONAL packages] [DEFINES …])
#
# Declares the room pipeline/<name> (or pipeline/<folder>) as a library. Only what stands behind USES, LINKS and
# OPTIONAL may be included in it: USES names rooms above it in the plan, LINKS aliases of BanwenPackages, OPTIONAL
# those of them that are linked only where the build has them. The line is also written to rooms.txt in the build
# folder, where the check_rooms test reads what each room is allowed.
set(BANWEN_ROOMS_FILE "${CMAKE_BINARY_DIR}/rooms.txt")
file(WRITE "${BANWEN_ROOMS_FILE}" "")

function(banwen_room name)
  cmake_parse_arguments(ROOM "" "FOLDER" "SOURCES;USES;LINKS;OPTIONAL;DEFINES" ${ARGN})
  if(NOT ROOM_FOLDER)
    set(ROOM_FOLDER ${name})
  endif()
  list(TRANSFORM ROOM_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/")
  add_library(banwen_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(banwen_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/pipeline>"
                                                   "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/banwen>")
  set(allowed_links ${ROOM_LINKS} ${ROOM_OPTIONAL})
  foreach(package IN LISTS ROOM_OPTIONAL)
    if(TARGET banwen::${package})
      list(APPEND ROOM_LINKS ${package})
    endif()
  endforeach()
  list(TRANSFORM ROOM_USES PREPEND "banwen_" OUTPUT_VARIABLE room_targets)
  list(TRANSFORM ROOM_LINKS PREPEND "banwen::" OUTPUT_VARIABLE room_packages)
  target_link_libraries(banwen_${name} PUBLIC ${room_targets} PRIVATE ${room_packages} $<BUILD_INTERFACE:banwen_warnings>)
  target_compile_definitions(banwen_${name} PRIVATE ${ROOM_DEFINES})
  set_target_properties(banwen_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  set_property(GLOBAL APPEND PROPERTY BANWEN_ROOMS ${name})
  string(REPLACE ";" "," uses "${ROOM_USES}")
  string(REPLACE ";" "," links "${allowed_links}")
  file(APPEND "${BANWEN_ROOMS_FILE}" "${name} folder=${ROOM_FOLDER} uses=${uses} links=${links}\n")
endfunction()
