#pragma once

#include <string_view>
#include <vector>

namespace knowledge {

/// The sentences of a text, parted at . ! ? and line breaks.
std::vector<std::string_view> sentences(std::string_view text);

}  // namespace knowledge
