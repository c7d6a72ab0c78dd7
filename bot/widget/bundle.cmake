# Makes one C++ file of the widget: cmake -DSOURCE=bot/widget -DOUTPUT=widget_files.cpp -P bundle.cmake
#
# The panel's modules become one module, in the order in which they need each other: import lines and
# the word "export" go out. Whole-line comments and indentation go out too; nothing else is changed,
# so a line in a browser's debugger is a line of the source.

cmake_minimum_required(VERSION 3.25)

set(modules element words memory service outbox transcript composer header sheet away panel)

function(slim text result)
  string(REGEX REPLACE "\n[ \t]+" "\n" text "\n${text}")
  string(REGEX REPLACE "\n//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "\n\n+" "\n" text "${text}")
  string(REGEX REPLACE "^\n" "" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# The styles as the text of a JavaScript string.
function(read_styles file quote result)
  file(READ "${SOURCE}/${file}" styles)
  string(REGEX REPLACE "\n[ \t]*" "" styles "${styles}")
  string(FIND "${styles}" "${quote}" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${file}: ${quote} ends the string that it is put into; use the other quote")
  endif()
  set(${result} "${styles}" PARENT_SCOPE)
endfunction()

read_styles(panel/panel.css "`" panel_styles)
set(panel "const kStyles = `${panel_styles}`;\n")
foreach(module IN LISTS modules)
  file(READ "${SOURCE}/panel/${module}.js" text)
  string(REGEX REPLACE "(^|\n)import [^\n]*" "\\1" text "${text}")
  if(NOT module STREQUAL "panel")
    string(REGEX REPLACE "(^|\n)export " "\\1" text "${text}")
  endif()
  slim("${text}" text)
  string(APPEND panel "${text}")
endforeach()
string(SHA256 version "${panel}")
string(SUBSTRING "${version}" 0 12 version)

file(READ "${SOURCE}/loader.js" loader)
slim("${loader}" loader)
read_styles(launcher.css "'" launcher_styles)
string(REPLACE "@launcher_styles@" "${launcher_styles}" loader "${loader}")
string(REPLACE "@version@" "${version}" loader "${loader}")

set(cpp "#include \"bot/widget/widget_files.h\"\n\nnamespace bot {\n\n")
string(APPEND cpp "const std::string_view kWidgetVersion = \"${version}\";\n")
string(APPEND cpp "const std::string_view kWidgetLoader = R\"file(${loader})file\";\n")
string(APPEND cpp "const std::string_view kWidgetPanel = R\"file(${panel})file\";\n")
file(READ "${SOURCE}/pages/demo.html" demo)
file(READ "${SOURCE}/pages/site.css" styles)
file(READ "${SOURCE}/pages/favicon.svg" icon)
string(APPEND cpp "const std::string_view kDemoPage = R\"file(${demo})file\";\n")
string(APPEND cpp "const std::string_view kSiteStyles = R\"file(${styles})file\";\n")
string(APPEND cpp "const std::string_view kSiteIcon = R\"file(${icon})file\";\n")
string(APPEND cpp "\n}  // namespace bot\n")
file(WRITE "${OUTPUT}" "${cpp}")
