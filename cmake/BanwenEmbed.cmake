# banwen_embed_text(file inc): writes the text of `file` into the build folder as embedded/`inc`, a C++
# raw string literal, so that the library carries it; a change of the file builds it anew.
function(banwen_embed_text file inc)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" text)
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/embedded/${inc}" CONTENT "R\"text(@text@)text\"\n" @ONLY)
endfunction()
