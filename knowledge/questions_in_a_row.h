#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knowledge {

/// The topic of a few words that are all of a question; nullopt where they are none.
using TopicOf = std::function<std::optional<std::string>(std::string_view words)>;

inline constexpr std::size_t kRowWordsMax = 16;

/// The topics of a normalised message that is nothing but short questions one after the other, in
/// the order asked, each once. Marks or joiners part them ("hours and price and do you take
/// kaiser"); nothing has to after one of a word or two ("horario precio y seguro"). Empty where any
/// word belongs to no question, where there are fewer than two topics, and beyond kRowWordsMax.
std::vector<std::string> questions_in_a_row(std::string_view normalized,
                                            const std::vector<std::string>& joiners,
                                            const TopicOf& topic_of);

}  // namespace knowledge
