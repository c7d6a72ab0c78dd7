#include "dialogs/permission.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "dialogs/detail.h"
#include "dialogs/lead.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

constexpr const char* kPermissions[] = {"may_text", "may_voicemail", "may_say_clinic"};

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// The slots of the permissions that follow a no in `clause`.
std::vector<std::string> refused_in(std::string_view clause) {
  static const RE2 no(
      R"(\b(?:no|not|never|don'?t|stop|without|sin|nunca|tampoco|ni)\b(.*))");
  static const RE2 no_objection(
      R"(no problem|don'?t mind|not a problem|no hay problema|no importa)");
  static const RE2 text(R"(\b(?:text|texts|texting|sms|textos?|texteen|textee|mensajes?)\b)");
  static const RE2 voicemail(
      R"(\b(?:voice ?mails?|vms?|leav\w+ (?:me )?(?:a |any )?(?:messages?|msgs?))"
      R"(|recados?|buzon|mensajes? de voz|(?:dej\w+) (?:un )?mensajes?)\b)");
  static const RE2 clinic(
      R"(\b(?:say|mention|use|give|tell|di\w+|mencion\w+|nombr\w+)\b.*)"
      R"(\b(?:clinic|clinic's|clinica)\b)");
  std::string rest;
  if (RE2::PartialMatch(piece(clause), no_objection)) return {};
  if (!RE2::PartialMatch(piece(clause), no, &rest)) return {};
  std::vector<std::string> slots;
  const bool speaks = RE2::PartialMatch(rest, voicemail);
  static const RE2 spoken(R"(mensajes? de voz|dej\w+ (?:un )?mensajes?)");
  std::string written = rest;
  RE2::GlobalReplace(&written, spoken, "");
  if (RE2::PartialMatch(written, text)) slots.push_back("may_text");
  if (speaks) slots.push_back("may_voicemail");
  if (RE2::PartialMatch(rest, clinic)) slots.push_back("may_say_clinic");
  return slots;
}

bool grants(const Slots& slots) {
  return std::any_of(std::begin(kPermissions), std::end(kPermissions), [&](const char* slot) {
    const auto given = slots.find(slot);
    return given != slots.end() && given->second == SlotValue("yes");
  });
}

bool has_granted_permission(const Session& session) {
  return grants(session.slots) || (has_open_lead(session) && grants(session.lead->fields));
}

}  // namespace

std::vector<std::string> taken_back(std::string_view normalized) {
  if (normalized.find('?') != std::string_view::npos) return {};
  static const RE2 border(R"([.,;!]+|\b(?:but|pero|however|only|solo)\b)");
  std::string clauses(normalized);
  RE2::GlobalReplace(&clauses, border, "\n");
  std::vector<std::string> slots;
  for (std::string_view rest = clauses; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    for (std::string& slot : refused_in(rest.substr(0, end)))
      if (std::find(slots.begin(), slots.end(), slot) == slots.end())
        slots.push_back(std::move(slot));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return slots;
}

bool take_back_permissions(Move& move) {
  if (!has_granted_permission(move.session())) return false;
  std::vector<std::string> changed;
  for (const std::string& slot : taken_back(knowledge::normalize(move.input.text)))
    if (withdraw_permission(move, slot)) changed.push_back(slot);
  if (changed.empty()) return false;
  say_changed(move, changed);
  return true;
}

bool limits_the_call(std::string_view normalized) {
  static const RE2 where(
      R"(\b(?:call|llam\w+|marqu\w+|habl\w+)\b.*\b(?:my|at|mi|al|a la|en el|en la|del)\b.*)"
      R"(\b(?:work|job|office|house|home|number|cell|landline)"
      R"(|trabajo|oficina|casa|numero|celular)\b)");
  return RE2::PartialMatch(piece(normalized), where);
}

}  // namespace dialogs
