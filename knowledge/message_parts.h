#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knowledge {

inline constexpr std::size_t kPartsMax = 6;

/// The parts of a normalised message that may each be a question: its sentences from the first with
/// a question mark on (all, where none has one), parted at commas and `joiners`. Empty where there
/// is only one: it has one topic, that of the whole. The first kPartsMax of more. Total;
/// thread-safe.
std::vector<std::string_view> message_parts(std::string_view normalized,
                                            const std::vector<std::string>& joiners);

}  // namespace knowledge
