# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
#
# How a folder becomes a target. One folder of src/, platform/ or qml/ is one target, and it links only the folders that it names. Their
# headers reach further, through the headers that they include themselves; which folder may include which is held by tests/house/arrows.py.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml)
set(QML_IMPORT_PATH ${QT_QML_OUTPUT_DIRECTORY} CACHE STRING "For editors" FORCE)

option(HANDRAIL_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(HANDRAIL_FUZZ "Build tests/fuzz for libFuzzer (clang)" OFF)
option(HANDRAIL_WERROR "Treat warnings in our own code as errors" ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # With precompiled headers it must not care about macros that they do not look at. It keeps in mind what it hashed: going through those
  # 140 MB again for each file takes a second of the processor.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_INODECACHE=1 ${CCACHE_PROGRAM})
endif()

# Some 270 programs are linked, nearly all of them tests: the compiler's own linker takes four times as long.
find_program(HANDRAIL_LLD ld.lld)
if(HANDRAIL_LLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  # What seldom runs stands apart, so that it is not read in with what does.
  add_link_options(-fuse-ld=lld -Wl,-z,keep-text-section-prefix)
endif()

option(HANDRAIL_PRECOMPILE "Read the headers that nearly all of our code includes once; OFF shows a file that forgot an #include" ON)

macro(handrail_qt_policies)
  # qt_policy does not exist on Qt 6.4; each policy is set where it is known.
  if(QT_KNOWN_POLICY_QTP0001)
    qt_policy(SET QTP0001 NEW)
  endif()
  if(QT_KNOWN_POLICY_QTP0004)
    qt_policy(SET QTP0004 NEW)
  endif()
endmacro()

add_library(handrail_flags INTERFACE)
target_compile_definitions(handrail_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
  # What Qt deprecated after the floor has no replacement on the floor.
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_WARN_DEPRECATED_UP_TO=0x060400
  HANDRAIL_VERSION="${PROJECT_VERSION}")
target_compile_options(handrail_flags INTERFACE
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual>
  $<$<AND:$<BOOL:${HANDRAIL_WERROR}>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-Werror>)
add_library(handrail_generated_code INTERFACE)
target_compile_options(handrail_generated_code INTERFACE
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wno-shadow;-Wno-unused-variable;-Wno-unused-parameter>)
if(HANDRAIL_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
  if(NOT HANDRAIL_FUZZ)
    # The many unit tests would fill the disk: 370 MB each became 110. The fuzzers watch both, and ASan sees null where it is read.
    add_compile_options(-fno-sanitize=null,alignment)
    add_link_options(-no-pie)
  endif()
endif()
if(HANDRAIL_FUZZ)
  # Without `function`: what it puts before each function, clang 14 cannot assemble before the parts of a coroutine.
  add_compile_options(-fsanitize=fuzzer-no-link -fno-sanitize=function)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
    # Clang 14 knows the coroutines of C++20 and does not say so; the standard library and Boost ask.
    add_compile_definitions(__cpp_impl_coroutine=201902L BOOST_ASIO_HAS_CO_AWAIT=1)
  endif()
endif()

# handrail_precompile_headers(handrail_headers LINK Qt6::Core [HEADERS <QTest> ...])
# The headers that most of what we compile includes, and those named, read once for all that use them.
function(handrail_precompile_headers name)
  cmake_parse_arguments(ARG "" "" "LINK;HEADERS" ${ARGN})
  if(HANDRAIL_PRECOMPILE)
    file(CONFIGURE OUTPUT ${name}.cpp CONTENT "// Holds the precompiled headers.\n")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE Qt6::Core QCoro6::Core handrail_flags ${ARG_LINK})
    target_precompile_headers(${name} PRIVATE
      <algorithm> <array> <chrono> <functional> <memory> <optional> <utility> <vector>
      <QByteArray> <QCoroTask> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject>
      <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant> ${ARG_HEADERS})
  endif()
endfunction()

# A test's own code needs no watching for undefined behaviour, which doubles the time that it takes to compile.
function(handrail_watch_less target)
  if(HANDRAIL_SANITIZE AND TARGET ${target})
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
endfunction()

# handrail_use_precompiled_headers(TARGET [FROM])
function(handrail_use_precompiled_headers target)
  set(from handrail_headers)
  if(ARGC GREATER 1)
    set(from ${ARGV1})
  endif()
  if(TARGET ${from})
    target_precompile_headers(${target} REUSE_FROM ${from})
    # A program of its own would be -fPIE, and what is precompiled for libraries does not fit that.
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE")
      target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU,Clang>:-fPIC>)
    endif()
  endif()
endfunction()

# Makes the headers of DIR visible as <NAME/Header.h> to those that link TARGET, and to nobody else.
function(handrail_publish_headers target scope name dir)
  set(root ${CMAKE_BINARY_DIR}/include/${target})
  get_filename_component(parent ${root}/${name} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  if(NOT EXISTS ${root}/${name})
    file(CREATE_LINK ${dir} ${root}/${name} SYMBOLIC)
  endif()
  target_include_directories(${target} ${scope} ${root})
endfunction()

# handrail_library(core SOURCES a.cpp a.h PUBLIC Qt6::Core PRIVATE handrail_x)
# The folder that calls it becomes the static library handrail_<name>; the room of a large one, "clinic/http", handrail_clinic_http.
function(handrail_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  string(REPLACE "/" "_" target handrail_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  handrail_publish_headers(${target} PUBLIC ${name} ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE handrail_flags ${ARG_PRIVATE})
  handrail_use_precompiled_headers(${target})
endfunction()

# handrail_header_library(ports PUBLIC ...): a folder of headers only.
function(handrail_header_library name)
  cmake_parse_arguments(ARG "" "" "PUBLIC" ${ARGN})
  set(target handrail_${name})
  add_library(${target} INTERFACE)
  handrail_publish_headers(${target} INTERFACE ${name} ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} INTERFACE ${ARG_PUBLIC})
endfunction()

# The types of a QML module in a static library register themselves, if anything refers to them: this does, in whatever links the library.
# What Qt makes for that is a plugin each, and Qt 6.4 reads what all plugins say of themselves again for each class that a screen reader
# could meet: 13 million instructions on the way to Today.
function(handrail_keep_types target uri)
  string(REPLACE "." "_" module ${uri})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_types.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "void qml_register_types_@module@();
extern void (*const handrail_types_@module@)();
void (*const handrail_types_@module@)() = qml_register_types_@module@;
" @ONLY)
  add_library(${target}_types OBJECT ${source})
  target_link_libraries(${target} INTERFACE $<TARGET_OBJECTS:${target}_types>)
endfunction()

# handrail_qml_module(today URI Handrail.Today QML_FILES ... [SINGLETONS ...] [RESOURCES ...])
# A flat folder of QML is one module, compiled ahead of time, linked through handrail_qml.
function(handrail_qml_module name)
  cmake_parse_arguments(ARG "" "URI" "QML_FILES;SINGLETONS;SOURCES;RESOURCES;LINK" ${ARGN})
  set(target handrail_qml_${name})
  set_source_files_properties(${ARG_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  qt_add_library(${target} STATIC)
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  qt_add_qml_module(${target}
    URI ${ARG_URI} VERSION 1.0 RESOURCE_PREFIX /qt/qml DEPENDENCIES QtQuick NO_PLUGIN
    QML_FILES ${ARG_QML_FILES} ${ARG_SINGLETONS} SOURCES ${ARG_SOURCES} RESOURCES ${ARG_RESOURCES})
  # The QML compiler writes a C++ file for each QML file, and nearly all of their cost is in the headers, which are the same.
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  set_source_files_properties(${ARG_SOURCES} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  # Last, so that it wins: the code that the QML compiler writes shadows its own arguments.
  target_link_libraries(${target} PRIVATE handrail_flags Qt6::Quick ${ARG_LINK} handrail_generated_code)
  handrail_keep_types(${target} ${ARG_URI})
  target_link_libraries(handrail_qml INTERFACE ${target})
endfunction()

# All unit tests, without the app: what the sanitizer build makes.
add_custom_target(unit_tests)

# handrail_test_program(tst_core_clock SOURCES tst_clock.cpp LINK handrail_core [HEADERS handrail_flow_headers])
# A test that ends with #include "tst_clock.moc". moc is called for that file alone: AUTOMOC would look through each program and compile
# a file without content for it, and there are some 280.
function(handrail_test_program target)
  cmake_parse_arguments(ARG "" "HEADERS" "SOURCES;LINK" ${ARGN})
  add_executable(${target} ${ARG_SOURCES})
  foreach(source ${ARG_SOURCES})
    if(source MATCHES "^(tst_[a-z0-9_]+)\\.cpp$")
      set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${CMAKE_MATCH_1}.moc)
      qt_generate_moc(${source} ${moc} TARGET ${target})
      target_sources(${target} PRIVATE ${moc})
    endif()
  endforeach()
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${target} PRIVATE handrail_flags Qt6::Test ${ARG_LINK})
  handrail_watch_less(${target})
  if(NOT ARG_HEADERS AND TARGET handrail_test_headers)
    set(ARG_HEADERS handrail_test_headers)
  endif()
  handrail_use_precompiled_headers(${target} ${ARG_HEADERS})
endfunction()

# handrail_test(core_clock SOURCES tst_clock.cpp LINK handrail_core [LABELS unit] [COMMAND ...])
function(handrail_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS;WRAPPER" ${ARGN})
  set(target tst_${name})
  handrail_test_program(${target} SOURCES ${ARG_SOURCES} LINK ${ARG_LINK})
  add_test(NAME ${name} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${target}>)
  if("unit" IN_LIST ARG_LABELS)
    add_dependencies(unit_tests ${target})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;TZ=America/New_York")
endfunction()
