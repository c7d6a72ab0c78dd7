#include <array>
#include <utility>

#include "dialogs/slots/slot.h"

namespace dialogs {
namespace {

constexpr std::array<std::pair<std::string_view, SlotKind>, 7> kNames = {{
    {"name", SlotKind::name},
    {"phone", SlotKind::phone},
    {"email", SlotKind::email},
    {"callback_time", SlotKind::callback_time},
    {"insurer", SlotKind::insurer},
    {"yes_no", SlotKind::yes_no},
    {"for_whom", SlotKind::for_whom},
}};

}  // namespace

std::optional<SlotKind> slot_kind(std::string_view name) {
  for (const auto& [known, kind] : kNames)
    if (known == name) return kind;
  return std::nullopt;
}

std::string_view name_of(SlotKind kind) {
  for (const auto& [name, known] : kNames)
    if (known == kind) return name;
  return {};
}

}  // namespace dialogs
