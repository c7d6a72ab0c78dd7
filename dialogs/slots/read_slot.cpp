#include <cassert>

#include "dialogs/slots/readers.h"

namespace dialogs {

SlotReading read_slot(SlotKind kind, std::string_view text, const SlotContext& context) {
  switch (kind) {
    case SlotKind::name: return read_name(text, context);
    case SlotKind::phone: return read_phone(text, context);
    case SlotKind::email: return read_email(text, context);
    case SlotKind::callback_time: return read_callback_time(text, context);
    case SlotKind::insurer: return read_insurer(text, context);
    case SlotKind::yes_no: return read_yes_no(text, context);
    case SlotKind::for_whom: return read_for_whom(text, context);
  }
  assert(false);
  return {std::nullopt, Refusal::unclear};
}

}  // namespace dialogs
