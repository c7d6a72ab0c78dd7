#include "bot/desk/one_person.h"

#include <string_view>

namespace bot {
namespace {

const dialogs::SlotValue kNo = std::string("no");

bool is_permission(std::string_view field) { return field.starts_with("may_"); }

}  // namespace

dialogs::Slots merged_fields(const dialogs::Slots& card, const dialogs::Slots& later) {
  dialogs::Slots merged = card;
  for (const auto& [field, value] : later) {
    const bool refuses = is_permission(field) && value == kNo;
    if (refuses || field == "callback_time") merged[field] = value;
    else merged.emplace(field, value);
  }
  const bool is_later_time = later.contains("callback_time");
  if (const auto zone = later.find("zone"); is_later_time && zone != later.end())
    merged["zone"] = zone->second;
  return merged;
}

}  // namespace bot
