#include "dialogs/permission.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace dialogs {
namespace {

constexpr const char* kMayText = "may_text";
constexpr const char* kMayVoicemail = "may_voicemail";
constexpr const char* kMaySayClinic = "may_say_clinic";

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

void add(std::vector<std::string>& slots, const char* slot) {
  if (std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.emplace_back(slot);
}

/// A part of a message between marks and the words of `border`; a question mark stays its last
/// letter.
std::vector<std::string> clauses_of(std::string_view normalized, const RE2& border) {
  static const RE2 question(R"(\?+)");
  std::string text(normalized);
  RE2::GlobalReplace(&text, question, "?\n");
  RE2::GlobalReplace(&text, border, "\n");
  std::vector<std::string> clauses;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto first = text.find_first_not_of(' ', begin);
    if (first < end) {
      const auto last = text.find_last_not_of(' ', end - 1);
      clauses.push_back(text.substr(first, last + 1 - first));
    }
    begin = end + 1;
  }
  return clauses;
}

/// "Why don't you text me?", "if I don't want texts": nothing is refused. "Could you not leave a
/// voicemail?" only asks politely.
bool only_asks(const std::string& clause) {
  static const RE2 polite(
      R"((?:can|could|would|will) (?:you|u|they|yall)(?: please)? (?:not|never)\b.*)");
  static const RE2 question(
      R"((?:and |y )?(?:why|what|how|who|when|if|do|does|did|can|could|will|would|are|is|may)"
      R"(|have|has|que|por que|como|quien|cuando|si (?:no|yo)|puedo|pueden|puede|hay)\b.*|.*\?)");
  return !RE2::FullMatch(clause, polite) && RE2::FullMatch(clause, question);
}

/// "I got no text", "no me dejaron recado": what happened, not what may happen.
bool tells_what_was(const std::string& clause) {
  static const RE2 past(
      R"(\b(?:got|gotten|getting|received?|came|left|sent|showed up|recibi|llego)"
      R"(|llegaron|dejaron|mandaron|dejo|mando)\b)");
  static const RE2 wish(R"(\b(?:want|please|quiero|por favor)\b)");
  return RE2::PartialMatch(clause, past) && !RE2::PartialMatch(clause, wish);
}

/// "Text only", "solo recado" leave no room for the other one; "calls only" for neither.
void refuse_by_only(std::string_view normalized, std::vector<std::string>& slots) {
  static const RE2 text(
      R"(\b(?:(?:text|texts|texting|text messages?|sms) only)"
      R"(|only (?:text|texts|by text|text messages?))"
      R"(|(?:solo|solamente|nomas|nada mas) (?:por )?(?:textos?|mensajes? de texto)|)"
      R"(textos? (?:nomas|nada mas|solamente))(?: me| please| por favor|[.,;!]|$))");
  static const RE2 voicemail(
      R"(\b(?:voice ?mails? only|only (?:a )?voice ?mails?)"
      R"(|(?:solo|nomas) (?:recados?|buzon)))");
  static const RE2 calls(
      R"(\b(?:(?:phone )?calls only|only (?:phone )?calls|(?:solo|solamente|nomas) llamadas))");
  const bool only_calls = RE2::PartialMatch(piece(normalized), calls);
  if (only_calls || RE2::PartialMatch(piece(normalized), voicemail)) add(slots, kMayText);
  if (only_calls || RE2::PartialMatch(piece(normalized), text)) add(slots, kMayVoicemail);
}

/// The permissions that follow a no in `clause`, or that a no follows.
void refuse_in(const std::string& clause, std::vector<std::string>& slots) {
  static const RE2 no(R"(\b(?:no|not|never|don'?t|stop|without|sin|nunca|tampoco|ni)\b(.*))");
  static const RE2 no_after(
      R"((?:yes |si )?(.*\b(?:texts?|texting|voice ?mails?|messages?|textos?|recados?|mensajes?))"
      R"((?: to)? no(?: please| por favor)?))");
  static const RE2 no_objection(
      R"(no problem|don'?t (?:really )?(?:mind|care)|not a problem|no hay problema|no importa)");
  static const RE2 text(
      R"(\b(?:text|texts|texting|sms|no messages|textos?|texteen|textee|mensajes?)\b)");
  static const RE2 voicemail(
      R"(\b(?:voice ?mails?|vms?|messages|leav\w+ (?:me )?(?:a |any )?(?:messages?|msgs?))"
      R"(|recados?|buzon|mensajes? de voz|(?:dej\w+) (?:un |ningun )?mensajes?)\b)");
  static const RE2 text_message(R"(text messages?)");
  static const RE2 clinic(
      R"(\b(?:say|mention|use|give|tell|di\w+|mencion\w+|nombr\w+)\b.*)"
      R"(\b(?:clinic|clinic's|clinica)\b)");
  static const RE2 spoken(R"(mensajes? de voz|dej\w+ (?:un |ningun )?mensajes?)");
  std::string rest;
  if (RE2::PartialMatch(clause, no_objection)) return;
  if (!RE2::PartialMatch(clause, no, &rest) && !RE2::FullMatch(clause, no_after, &rest)) return;
  RE2::FullMatch(clause, no_after, &rest);
  RE2::GlobalReplace(&rest, text_message, "text");
  std::string written = rest;
  RE2::GlobalReplace(&written, spoken, "");
  static const RE2 any_message(R"(\A(?: (?:any|more|want|send|me))* (?:messages|msgs)\b)");
  if (RE2::PartialMatch(written, text) || RE2::PartialMatch(written, any_message))
    add(slots, kMayText);
  if (RE2::PartialMatch(rest, voicemail)) add(slots, kMayVoicemail);
  if (RE2::PartialMatch(rest, clinic)) add(slots, kMaySayClinic);
}

/// A clause that is nothing but a yes to one of the two: "voicemail is ok", "pueden dejar recado".
const char* granted_in(const std::string& clause) {
  static const RE2 yes(
      R"((?:(?:yes|yeah|yep|sure|ok|okay|si|claro|pero|but|just|only|solo|nomas|mejor|please|to)"
      R"(|por|prefiero|i prefer|i'?d prefer|i'?d rather have|you can|you may|u can|they can|pueden)"
      R"(|puede|leave|send|dejar|dejen|mandar|manden|me|a|un|una|the|el|los|de)\b )*)"
      R"((text|texts|texting|text me|sms|text messages?|textos?|mensajes? de texto)"
      R"(|voice ?mails?|vms?|recados?|buzon|buzon de voz|mensajes? de voz))"
      R"((?: (?:me|message|messages|only|is|are|would be|will be|esta|estan|sale|seria|it|they)"
      R"(|ok|okay|fine|good|great|best|better|works?|alright|all right|cool|safe|bien|mejor|yes|si)"
      R"(|please|instead|por favor|nomas|solo|gracias|thanks))*)");
  static const RE2 written(R"(te?xt.*|sms|mensajes? de texto)");
  std::string noun;
  if (!RE2::FullMatch(clause, yes, &noun)) return nullptr;
  return RE2::FullMatch(noun, written) ? kMayText : kMayVoicemail;
}

}  // namespace

std::vector<std::string> refused_permissions(std::string_view normalized) {
  static const RE2 border(
      R"([.,;!]+|\b(?:but|pero|however|only|just|solo|solamente|nomas|because|porque|and then)\b)");
  std::vector<std::string> slots;
  for (const std::string& clause : clauses_of(normalized, border))
    if (!only_asks(clause) && !tells_what_was(clause)) refuse_in(clause, slots);
  if (normalized.find('?') == std::string_view::npos) refuse_by_only(normalized, slots);
  return slots;
}

std::map<std::string, std::string> answered_permissions(std::string_view normalized) {
  static const RE2 border(R"([.,;!]+|\b(?:but|pero|and|y|so|asi que|or|o|because|porque)\b)");
  static const RE2 agrees(R"((?:yes|yeah|yep|sure|si|claro)\b.*)");
  std::map<std::string, std::string> said;
  for (const std::string& slot : refused_permissions(normalized)) said[slot] = "no";
  if (normalized.find('?') != std::string_view::npos) return said;
  for (const std::string& clause : clauses_of(normalized, border))
    if (const char* slot = granted_in(clause); slot && !said.contains(slot)) said[slot] = "yes";
  // "Yes, but no voicemail" says yes to the other one.
  const auto is = [&](const char* slot, const char* value) {
    const auto found = said.find(slot);
    return found != said.end() && found->second == value;
  };
  const bool refuses_one = is(kMayText, "no") != is(kMayVoicemail, "no");
  if (refuses_one && RE2::FullMatch(piece(normalized), agrees)) {
    said.try_emplace(kMayText, "yes");
    said.try_emplace(kMayVoicemail, "yes");
  }
  return said;
}

bool limits_the_call(std::string_view normalized) {
  static const RE2 where(
      R"(\b(?:call|llam\w+|marqu\w+|habl\w+)\b.*\b(?:my|at|mi|al|a la|en el|en la|del)\b.*)"
      R"(\b(?:work|job|office|house|home|number|cell|landline)"
      R"(|trabajo|oficina|casa|numero|celular)\b)");
  return RE2::PartialMatch(piece(normalized), where);
}

bool asks_how_to_cancel(std::string_view normalized) {
  static const RE2 question(
      R"((?:\b(?:how|where) (?:do|can|could|would|to|does)\b)"
      R"(|\bwhat if\b|\bis it possible to cancel|\bable to cancel)"
      R"(|\b(?:can|could|may) i\b.*\b(?:later|any ?time|after|afterwards|whenever|if)\b)"
      R"(|\b(?:como|donde)\b.*\bcancel|\bsi (?:quiero cancelar|cambio de|me arrepiento))"
      R"(|\b(?:puedo|se puede|podria)\b.*\b(?:despues|luego|mas tarde|mas adelante|si)\b))");
  return RE2::PartialMatch(piece(normalized), question);
}

}  // namespace dialogs
