# Debian's libphonenumber-dev ships neither a CMake config nor a pkg-config file.
find_path(Libphonenumber_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(Libphonenumber_LIBRARY phonenumber)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libphonenumber
  REQUIRED_VARS Libphonenumber_LIBRARY Libphonenumber_INCLUDE_DIR)
if(Libphonenumber_FOUND AND NOT TARGET Libphonenumber::Libphonenumber)
  add_library(Libphonenumber::Libphonenumber UNKNOWN IMPORTED)
  set_target_properties(Libphonenumber::Libphonenumber PROPERTIES
    IMPORTED_LOCATION "${Libphonenumber_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Libphonenumber_INCLUDE_DIR}")
endif()
