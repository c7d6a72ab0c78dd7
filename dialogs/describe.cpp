#include "dialogs/describe.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

#include "dialogs/ascii_lower.h"
#include "dialogs/window_words.h"
#include "knowledge/gsm7.h"

namespace dialogs {
namespace {

WindowWords window_words(const Move& move) {
  return WindowWords(move.script.texts, move.language(), move.now.visitor_zone,
                     move.script.clinic.zone, move.now.utc_ms);
}

std::string phone(const std::string& e164) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const auto* util = PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (util->Parse(e164, "US", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return e164;
  std::string text;
  util->Format(
      number,
      number.country_code() == 1 ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL,
      &text);
  return text;
}

std::string describe_text(const Move& move, const std::string& text) {
  const Texts& texts = move.script.texts;
  if (text == "yes") return texts.yes.in(move.language());
  if (text == "no") return texts.no.in(move.language());
  if (text == "none") return texts.no_insurance.in(move.language());
  if (text == "unknown") return texts.unknown_insurance.in(move.language());
  const bool is_phone =
      text.size() > 5 && text[0] == '+' &&
      std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_phone ? phone(text) : text;
}

/// A plan that is known, as it writes itself: "cigna ppo" is Cigna PPO.
std::string plan(const Move& move, std::string text) {
  const auto& catalog = move.script.knowledge->entities();
  for (const knowledge::Entity& named : catalog.find(text)) {
    const auto* entry = catalog.entry(named.kind, named.id);
    if (named.kind != "insurer" || !entry) continue;
    const std::string& name = entry->name.in(move.language());
    const auto at = ascii_lower(text).find(ascii_lower(name));
    if (at != std::string::npos) text.replace(at, name.size(), name);
    else if (named.begin == 0 && named.end == text.size()) text = name;
    break;
  }
  for (const char* kind : {"ppo", "hmo", "epo", "bcbs"})
    if (const auto at = (" " + ascii_lower(text) + " ").find(" " + std::string(kind) + " ");
        at != std::string::npos)
      for (std::size_t i = at; i < at + std::string_view(kind).size(); ++i)
        if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
  return text;
}

std::string describe_for_whom(const Move& move, const ForWhom& for_whom) {
  const Texts& texts = move.script.texts;
  if (for_whom.self) return texts.for_self.in(move.language());
  const auto relation = texts.relations.find(for_whom.relation);
  return relation == texts.relations.end() ? texts.for_other.in(move.language())
                                           : relation->second.in(move.language());
}

const Flow* current_flow(const Move& move) {
  const auto flow = move.script.flows.find(move.session().flow);
  if (flow != move.script.flows.end()) return &flow->second;
  return move.script.flows.empty() ? nullptr : &move.script.flows.begin()->second;
}

}  // namespace

std::string describe(const Move& move, const SlotValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return describe_text(move, *text);
  if (const auto* who = std::get_if<ForWhom>(&value)) return describe_for_whom(move, *who);
  return window_words(move).window(std::get<CallbackTime>(value));
}

std::string details(const Move& move, const std::vector<std::string>& slots) {
  const Flow* flow = current_flow(move);
  std::string text;
  for (const std::string& name : slots) {
    const auto value = move.session().slots.find(name);
    if (!flow || value == move.session().slots.end()) continue;
    const auto slot = flow->slots.find(name);
    if (slot == flow->slots.end()) continue;
    if (!text.empty()) text += "; ";
    const auto* plan_name = std::get_if<std::string>(&value->second);
    const bool is_plan = slot->second.kind == SlotKind::insurer && plan_name &&
                         *plan_name != "none" && *plan_name != "unknown";
    text += slot->second.label.in(move.language()) + ": " +
            (is_plan ? plan(move, *plan_name) : describe(move, value->second));
  }
  return text;
}

std::string summary(const Move& move) {
  const Flow* flow = current_flow(move);
  if (!flow) return {};
  std::vector<std::string> shown;
  for (const std::string& name : flow->slot_order)
    if (!move.by_sms() || flow->slots.at(name).brief) shown.push_back(name);
  return details(move, shown);
}

std::string window(const Move& move) {
  const auto time = move.session().slots.find("callback_time");
  return time == move.session().slots.end() ? move.script.texts.unknown_time.in(move.language())
                                            : describe(move, time->second);
}

std::string moment(const Move& move, std::int64_t utc_ms) {
  return window_words(move).moment(utc_ms);
}

}  // namespace dialogs
