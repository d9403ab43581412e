# What `cmake --install` puts where: the command, the library with its public headers, what find_package(banwen) reads,
# models and documents. The Debian package takes the component `program` alone.
include(CMakePackageConfigHelpers)
set(banwen_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/banwen")

install(TARGETS banwen RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)

# Public is what stands here: the values, and of each room its verb and its options.
set(banwen_public_headers
    core/article.h core/characters.h core/error.h core/found.h core/geometry.h core/image.h core/issue.h core/layout.h
    core/ledger.h core/scan_image.h core/scan_map.h core/stored_image.h core/text_line.h core/version.h core/warning.h
    scan/find_issues.h scan/fingerprint.h scan/read_scan.h scan/read_stored_image.h
    clean/clean_page.h
    layout/find_layout.h
    recognize/effort.h recognize/engine.h recognize/make_recognizer.h recognize/recognize_lines.h recognize/recognizer.h
    recognize/single_thread.h
    order/order_articles.h
    issue/assemble_issue.h
    text/clean_text.h
    write/manifest.h write/page_source.h write/write_issue.h
    score/score_issue.h score/score_run.h score/tally.h
    draw/draw_overlay.h
    options.h read_page.h read_issue.h
    batch/convert_run.h batch/failure_policy.h batch/serve_pages.h)
foreach(header IN LISTS banwen_public_headers)
  cmake_path(GET header PARENT_PATH room)
  install(FILES "pipeline/${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/banwen/${room}")
endforeach()

get_property(banwen_rooms GLOBAL PROPERTY BANWEN_ROOMS)
list(TRANSFORM banwen_rooms PREPEND "banwen_")
install(TARGETS ${banwen_rooms} EXPORT banwenTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT banwenTargets NAMESPACE banwen:: DESTINATION ${banwen_cmake_dir})
configure_package_config_file(cmake/banwenConfig.cmake.in "${PROJECT_BINARY_DIR}/banwenConfig.cmake"
                              INSTALL_DESTINATION ${banwen_cmake_dir})
# Headers may change with every release before 1.0.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/banwenConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/banwenConfig.cmake" "${PROJECT_BINARY_DIR}/banwenConfigVersion.cmake"
              cmake/BanwenPackages.cmake cmake/FindOpenCV.cmake
        DESTINATION ${banwen_cmake_dir})

# The models that are there when it is installed; Debian's own are found where Debian put them.
install(FILES models/MANIFEST DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/models COMPONENT program)
install(DIRECTORY models/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/banwen/models COMPONENT models FILES_MATCHING PATTERN "*.traineddata")

foreach(document IN ITEMS README.md CHANGELOG.md LICENSE)
  install(FILES ${document} DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program OPTIONAL)
endforeach()
install(FILES models/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program RENAME MODELS.md)
