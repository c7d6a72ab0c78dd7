# Makes a C++ file of the list: cmake -DSOURCE=common_passwords.txt -DOUTPUT=common_passwords.cpp -P embed.cmake
file(READ "${SOURCE}" words)
file(WRITE "${OUTPUT}" "#include \"bot/account/common_passwords.h\"\n\nnamespace bot {\n
const std::string_view kCommonPasswords = R\"words(${words})words\";\n\n}  // namespace bot\n")
