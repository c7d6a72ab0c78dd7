#include "bot/service/card_change.h"

#include <algorithm>
#include <array>

#include "bot/channel/visitor_text.h"
#include "bot/desk/callback_state.h"

namespace bot {
namespace {

using dialogs::SlotKind;
using nlohmann::json;

struct Editable {
  std::string_view field;
  SlotKind kind;
};

constexpr std::array kEditable = {Editable{"name", SlotKind::name},
                                  Editable{"phone", SlotKind::phone},
                                  Editable{"email", SlotKind::email},
                                  Editable{"insurer", SlotKind::insurer},
                                  Editable{"callback_time", SlotKind::callback_time},
                                  Editable{"may_text", SlotKind::yes_no},
                                  Editable{"may_voicemail", SlotKind::yes_no},
                                  Editable{"may_say_clinic", SlotKind::yes_no}};

const Rejection kBadStatus{400, "status-invalid", "'status' is not a state.",
                           "Send one of the card's 'transitions'."};
const Rejection kBadFields{400, "field-invalid", "A field cannot be changed to that.",
                           "Send name, phone, email, insurer, callback_time, may_text, "
                           "may_voicemail or may_say_clinic, each as a text like a visitor's."};

std::optional<dialogs::SlotValue> value_of(const Editable& editable, const std::string& text,
                                           const Config& config, std::int64_t now_ms) {
  if (refuse_text(text, config.limits.text_characters_max)) return std::nullopt;
  // A coordinator heard the name: it is taken as written.
  if (editable.kind == SlotKind::name) return dialogs::SlotValue(text);
  const dialogs::SlotContext context{now_ms, config.clinic.zone, config.clinic.zone, "en"};
  return dialogs::read_slot(editable.kind, text, context).value;
}

}  // namespace

std::variant<CardChange, Rejection> read_card_change(const json& body, const Config& config,
                                                     std::int64_t now_ms) {
  CardChange change;
  if (const auto status = body.find("status"); status != body.end() && !status->is_null()) {
    if (!status->is_string() || !callback_state(status->get<std::string>())) return kBadStatus;
    change.status = status->get<std::string>();
  }
  const auto fields = body.find("fields");
  if (fields == body.end() || fields->is_null()) return change;
  if (!fields->is_object()) return kBadFields;
  for (const auto& [field, text] : fields->items()) {
    const auto* const editable =
        std::find_if(kEditable.begin(), kEditable.end(),
                     [&name = field](const Editable& known) { return known.field == name; });
    if (editable == kEditable.end() || !text.is_string()) return kBadFields;
    auto value = value_of(*editable, text.get<std::string>(), config, now_ms);
    if (!value) return kBadFields;
    change.fields[field] = *std::move(value);
  }
  return change;
}

}  // namespace bot
