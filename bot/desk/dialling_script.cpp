#include "bot/desk/dialling_script.h"

namespace bot {

std::string text_field(const dialogs::Slots& fields, std::string_view name) {
  const auto found = fields.find(name);
  if (found == fields.end()) return {};
  const auto* text = std::get_if<std::string>(&found->second);
  return text == nullptr ? std::string() : *text;
}

std::vector<std::string> dialling_script(const dialogs::Slots& fields, bool is_suppressed) {
  std::vector<std::string> lines;
  if (is_suppressed)
    lines.emplace_back("This number asked not to be contacted. Ask an admin first.");
  const auto name = text_field(fields, "name");
  const bool names_clinic = text_field(fields, "may_say_clinic") == "yes";
  lines.push_back("Call " + text_field(fields, "phone") +
                  (name.empty() ? "." : " and ask for " + name + "."));
  lines.emplace_back(names_clinic
                         ? "You may say the clinic's name to whoever answers."
                         : "To anyone else, do not say the clinic's name or why you call.");
  if (is_suppressed || text_field(fields, "may_voicemail") != "yes")
    lines.emplace_back("If nobody answers, leave no voicemail.");
  else
    lines.emplace_back(names_clinic
                           ? "If nobody answers, you may leave a voicemail with the clinic's name."
                           : "If nobody answers, you may leave a voicemail without the clinic's "
                             "name.");
  const bool may_text = !is_suppressed && text_field(fields, "may_text") == "yes";
  lines.emplace_back(may_text ? "You may send a text." : "Send no text.");
  return lines;
}

}  // namespace bot
