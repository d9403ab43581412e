# What `cmake --install` puts where: the command, the library's rooms with their public headers, the package files.
install(TARGETS banwen RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The models that are there when it is installed; Debian's own are found where Debian put them.
install(FILES models/MANIFEST DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/models)
install(DIRECTORY models/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/models FILES_MATCHING PATTERN "*.traineddata")
