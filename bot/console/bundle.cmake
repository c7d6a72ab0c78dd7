# Bundles the console with npm's esbuild and makes one C++ file of it:
#   cmake -DSOURCE=bot/console -DWORK=... -DOUTPUT=console_files.cpp [-DNPM=npm -DNODE=node] -P bundle.cmake
# Without NPM the file says that the program has no console.

cmake_minimum_required(VERSION 3.25)

set(cpp "#include \"bot/console/console_files.h\"\n\nnamespace bot {\n\n")
string(APPEND cpp "const std::vector<ConsoleFile>& console_files() {\n")
string(APPEND cpp "  static const std::vector<ConsoleFile> files = {\n")

if(NPM)
  function(run)
    execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed
      OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
      message(FATAL_ERROR "${said}\nThe console could not be built. Is npm's registry reachable? "
        "-D ADMISSIONS_CONSOLE=OFF builds the program without it.")
    endif()
  endfunction()

  # What was installed is kept for as long as the lock file stands.
  file(SHA256 "${SOURCE}/package-lock.json" pinned)
  set(installed "")
  if(EXISTS "${WORK}/installed")
    file(READ "${WORK}/installed" installed)
  endif()
  file(COPY "${SOURCE}/" DESTINATION "${WORK}" PATTERN node_modules EXCLUDE)
  if(NOT installed STREQUAL pinned)
    run("${NPM}" ci --no-audit --no-fund --ignore-scripts)
    file(WRITE "${WORK}/installed" "${pinned}")
  endif()
  file(REMOVE_RECURSE "${WORK}/made")
  run("${NODE}" build.mjs made)

  set(kind_html "text/html; charset=utf-8")
  set(kind_css "text/css; charset=utf-8")
  set(kind_js "text/javascript; charset=utf-8")
  file(GLOB made RELATIVE "${WORK}/made" "${WORK}/made/*")
  foreach(name IN LISTS made)
    cmake_path(GET name EXTENSION LAST_ONLY ending)
    string(SUBSTRING "${ending}" 1 -1 ending)
    file(READ "${WORK}/made/${name}" text)
    string(APPEND cpp "{\"${name}\", \"${kind_${ending}}\", R\"console(${text})console\"},\n")
  endforeach()
endif()

string(APPEND cpp "  };\n  return files;\n}\n\n}  // namespace bot\n")
file(WRITE "${OUTPUT}" "${cpp}")
