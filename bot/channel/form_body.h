#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bot {

/// The fields of a form in the order they came, names and values decoded; a name may come twice.
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// Reads application/x-www-form-urlencoded. Total: what is no escape stands for itself.
FormFields parse_form(std::string_view body);

/// The first value of `name`; empty where there is none.
std::string field(const FormFields& fields, std::string_view name);

}  // namespace bot
