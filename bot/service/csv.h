#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bot {

/// One cell by RFC 4180, always quoted. What a spreadsheet would run as a formula gets an
/// apostrophe before it (OWASP, "CSV injection"): what begins with = + - @, their full-width and
/// small forms, a tab or a line break, behind blanks that cannot be seen as well. Total: any bytes.
std::string csv_cell(std::string_view text);

/// The cells of one line, its end included.
std::string csv_line(const std::vector<std::string>& cells);

/// An E.164 number as a cell may hold it: "tel:+13235550142" (RFC 3966). It begins with a letter,
/// so no sheet takes it for a formula or a large number, and any phone dials it.
std::string csv_phone(std::string_view e164);

}  // namespace bot
