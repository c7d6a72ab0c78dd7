#include "bot/desk/one_person.h"

#include <string_view>

namespace bot {
namespace {

const dialogs::SlotValue kNo = std::string("no");

bool is_permission(std::string_view field) { return field.starts_with("may_"); }

}  // namespace

dialogs::Slots merged_fields(const dialogs::Slots& card, const dialogs::Slots& other,
                             bool is_later) {
  dialogs::Slots merged = card;
  const bool takes_time =
      other.contains("callback_time") && (is_later || !card.contains("callback_time"));
  for (const auto& [field, value] : other) {
    const bool refuses = is_permission(field) && value == kNo;
    const bool is_of_time = field == "callback_time" || field == "zone";
    if (refuses || (is_of_time && takes_time)) merged[field] = value;
    else merged.emplace(field, value);
  }
  return merged;
}

}  // namespace bot
