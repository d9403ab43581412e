# What `cmake --install` puts where: the command, the library's rooms with their public headers, the package files.
install(TARGETS banwen RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
