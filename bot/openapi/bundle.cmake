# Makes a C++ file of the document's parts: cmake -DSOURCE=bot/openapi -DOUTPUT=openapi_files.cpp -P bundle.cmake
cmake_minimum_required(VERSION 3.25)

set(cpp "#include \"bot/openapi/openapi_document.h\"\n\nnamespace bot {\n\n")
string(APPEND cpp "const std::vector<std::string_view>& openapi_files() {\n")
string(APPEND cpp "  static const std::vector<std::string_view> files = {\n")
file(GLOB files "${SOURCE}/*.yaml")
foreach(name IN LISTS files)
  file(READ "${name}" text)
  string(APPEND cpp "R\"openapi(${text})openapi\",\n")
endforeach()
string(APPEND cpp "  };\n  return files;\n}\n\n}  // namespace bot\n")
file(WRITE "${OUTPUT}" "${cpp}")
