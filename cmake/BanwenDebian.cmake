# The Debian package: the program with its man pages, shell completion, unit files and the command that obtains models.
# Only with BANWEN_PACKAGE; see the preset `package`.
find_program(BANWEN_HELP2MAN help2man REQUIRED)

set(banwen_man "${PROJECT_BINARY_DIR}/man")
add_custom_command(
  OUTPUT "${banwen_man}/banwen.1.gz"
  COMMAND "${PROJECT_SOURCE_DIR}/packaging/debian/write_man_pages" "$<TARGET_FILE:banwen>" "${banwen_man}"
  DEPENDS banwen "${PROJECT_SOURCE_DIR}/packaging/debian/write_man_pages" "${PROJECT_SOURCE_DIR}/tools/models"
  VERBATIM)
add_custom_target(man_pages ALL DEPENDS "${banwen_man}/banwen.1.gz")

install(DIRECTORY "${banwen_man}/" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES packaging/debian/banwen.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME banwen
        COMPONENT program)
install(PROGRAMS packaging/debian/banwen-models DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(PROGRAMS tools/models DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/tools COMPONENT program)
install(FILES tools/packages.sh DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/tools COMPONENT program)
install(FILES docs/formats.md docs/indexing.md docs/articles.schema.json DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)
file(GLOB banwen_units packaging/systemd/*.service packaging/systemd/*.path packaging/systemd/*.timer)
if(banwen_units)
  install(FILES ${banwen_units} DESTINATION lib/systemd/system COMPONENT program)
endif()
foreach(folder IN ITEMS slurm parallel)
  if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/packaging/${folder}")
    install(DIRECTORY packaging/${folder} DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples USE_SOURCE_PERMISSIONS COMPONENT program)
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "banwen maintainers <maintainers@banwen.invalid>")
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded or started by name, so that no linker sees it.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "poppler-utils, tesseract-ocr-chi-sim")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "tesseract-ocr-eng, libime-data-language-model")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "npm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/packaging/debian/postrm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Finds articles, headlines and reading order on scanned newspaper pages, reads\n\
them, and writes records for search engines, ALTO, PAGE, hOCR, METS, PDF and\n\
pages for people. The command banwen-models obtains the most accurate model.")
include(CPack)
