#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/common_words.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

constexpr std::size_t kPlanWordsMax = 8;
constexpr std::size_t kIdDigitsMin = 5;  // so many digits are a member's, not a plan's

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool has_any(const std::string& words, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_phrase(words, phrase); });
}

/// Names of US plans, by the words they begin with.
const std::vector<std::vector<std::string_view>>& brands() {
  static const std::vector<std::vector<std::string_view>> all = {
      {"aetna"}, {"anthem"}, {"cigna"}, {"evernorth"}, {"humana"}, {"kaiser"}, {"medi", "-", "cal"}, {"medi", "cal"}, {"medical"}, {"medicaid"}, {"medicare"},
      {"tricare"}, {"triwest"}, {"champva"}, {"uhc"}, {"united", "healthcare"}, {"united", "health", "care"}, {"united", "health"}, {"unitedhealthcare"}, {"unitedhealth"}, {"united"}, {"optum"}, {"umr"}, {"bcbs"}, {"blue", "cross"}, {"blue", "shield"}, {"bluecross"}, {"blueshield"}, {"blue"},
      {"health", "net"}, {"healthnet"}, {"molina"}, {"l", ".", "a", ".", "care"}, {"la", "care"}, {"lacare"}, {"iehp"}, {"inland", "empire"}, {"caloptima"}, {"cal", "optima"}, {"calviva"}, {"covered", "california"}, {"covered", "ca"}, {"oscar"},
      {"sharp"}, {"scan"}, {"alignment"}, {"ambetter"}, {"centene"}, {"wellcare"}, {"wellpoint"}, {"magellan"}, {"beacon"}, {"carelon"}, {"mhn"}, {"multiplan"}, {"meritain"}, {"magnacare"}, {"geha"}, {"fep"}, {"va"}, {"ihss"}, {"first", "health"}, {"oxford"}, {"highmark"}, {"premera"}, {"regence"},
      {"moda"}, {"providence"}, {"providense"}, {"bright", "health"}, {"brighthealth"}, {"friday", "health"}, {"western", "health"}, {"santa", "clara"}, {"gold", "coast"}, {"cen", "cal"}, {"cencal"}, {"partnership"}, {"sutter"}, {"emblem"}, {"emblemhealth"}, {"fidelis"}, {"healthfirst"}, {"amerigroup"}, {"amerihealth"}, {"empire"}, {"carefirst"},
      {"horizon"}, {"independence"}, {"hmsa"}, {"uha"}, {"medica"}, {"healthpartners"}, {"priority", "health"}, {"tufts"}, {"harvard", "pilgrim"}, {"masshealth"}, {"mass", "health"}, {"brand", "new", "day"}, {"clever", "care"}, {"golden", "state"}, {"community", "health", "group"}, {"community", "health", "plan"},
      {"kaisser"}, {"kiaser"}, {"kayser"}, {"etna"}, {"atena"}, {"cygna"}, {"signa"}, {"blu", "cross"}, {"blu", "shield"}, {"medikal"}, {"tri", "care"}, {"hometown", "health"}, {"my", "health", "la"}, {"obamacare"}, {"assurant"}, {"gehas"}, {"hca"}, {"cobra"}, {"ibew"}, {"teamsters"}, {"sag", "aftra"}, {"sag"}, {"motion", "picture"}, {"kp"}, {"bsc"}, {"uhss"}, {"surest"}, {"golden", "rule"}};
  return all;
}

/// Words that go on a plan's name.
bool is_plan_word(std::string_view form) {
  return is_any(form, {"ppo", "hmo", "epo", "pos", "hdhp", "hsa", "gold", "silver", "bronze", "platinum", "prime", "select", "plus", "choice", "advantage", "senior", "health", "healthcare", "care", "plan", "of", "california", "permanente", "cross", "shield", "blue", "net", "community", "promise", "premier", "standard", "basic", "open", "access", "network", "group", "federal", "employee", "life", "medi", "cal", "cali", "county", "los", "angeles", "orange", "san", "diego", "ca", "for", "families", "dual", "complete", "value", "star", "&", "and", "-", "texas", "michigan", "arizona", "illinois", "ny", "new", "york", "behavioral", "benefits", "mutual", "america", "american", "national", "states", "united", "optimum", "insurance", "hp", "empire", "inland"});
}

/// Length in tokens of the plan's name that begins at `at`; 0 where none does.
std::size_t brand_length(const Tokens& tokens, std::size_t at) {
  std::size_t longest = 0;
  for (const auto& words : brands()) {
    if (at + words.size() > tokens.size() || words.size() <= longest) continue;
    bool fits = true;
    for (std::size_t i = 0; fits && i < words.size(); ++i) fits = tokens[at + i].form == words[i];
    if (fits) longest = words.size();
  }
  if (longest == 0) return 0;
  std::size_t end = at + longest;
  std::size_t kept = end;
  while (end < tokens.size() && end < at + kPlanWordsMax + 2 &&
         (is_plan_word(tokens[end].form) || (tokens[end].form == "/" && !tokens[end].after_space))) {
    const bool hangs = is_any(tokens[end].form, {"of", "for", "and", "&", "-", "new", "los", "san", "/", "insurance"});
    ++end;
    if (!hangs) kept = end;
  }
  // "Blue Cross Blue Shield", "Anthem Blue Cross": another name goes on this one.
  for (const auto& words : brands())
    if (kept + words.size() <= tokens.size()) {
      bool fits = true;
      for (std::size_t i = 0; fits && i < words.size(); ++i) fits = tokens[kept + i].form == words[i];
      if (fits && (tokens[kept].form == "blue" || tokens[kept].form == "anthem")) kept += words.size();
    }
  return kept - at;
}

std::string text_of(std::string_view text, const Tokens& tokens, std::size_t first, std::size_t end) {
  std::string plan;
  for (std::size_t at = first; at < end; ++at) {
    if (at > first && tokens[at].after_space) plan += ' ';
    plan += text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  }
  return plan;
}

bool says_none(const std::string& words) {
  return words == "none" || words == "no" || words == "nope" || words == "nothing" || words == "ninguno" || words == "ninguna" || words == "nada" || words == "cash" || words == "nel" || words == "zero" || words == "nah" || words == "0" ||
         has_any(words, {"no insurance", "no insurence", "no inshurance", "no ins", "no coverage", "uninsured", "not insured", "without insurance", "dont have insurance", "dont have any insurance", "dont have any", "dont have one", "dont have health insurance", "dont have coverage", "dont have it",
                         "do not have insurance", "do not have any", "i have none", "have none", "i have no", "self pay", "selfpay", "self - pay", "paying cash", "pay cash", "cash pay", "out of pocket", "pay myself", "paying myself", "pay on my own", "pay for it myself", "private pay", "lost it",
                         "lost my insurance", "lost my coverage", "lost insurance", "lost coverage", "between jobs", "got dropped", "was dropped", "expired", "ran out", "cant afford insurance", "not covered", "no plan", "no tengo seguro", "no tengo aseguranza", "no tengo ninguno", "no tengo ninguna", "no tengo", "sin seguro", "sin aseguranza", "ningun seguro",
                         "no cuento con seguro", "perdi mi seguro", "perdi el seguro", "perdi la aseguranza", "pago yo", "pagar yo", "en efectivo", "efectivo", "de mi bolsa", "de mi bolsillo", "por mi cuenta", "pago particular", "pago privado", "no aseguranza", "no seguro", "aint got", "aint got none", "got none", "dont got", "not currently insured", "i dont have", "no hay", "se me acabo", "me lo quitaron", "me quitaron"});
}

bool says_unknown(const std::string& words) {
  return words == "pass" || words == "private" || words == "unknown" || words == "unsure" || words == "privado" || words == "paso" || words == "dunno" || words == "idk" || words == "?" ||
         has_any(words, {"idk", "i dk", "dont know", "dunno", "do not know", "not sure", "no idea", "no clue", "cant remember", "dont remember", "forgot", "forget", "look at the card", "look at my card", "check the card", "check my card", "have to check", "need to check", "have to look", "need to look", "dont have my card", "dont have the card", "card with me", "card on me", "ill check", "find my card",
                         "rather not", "prefer not", "dont want to say", "none of your", "not comfortable", "no comment", "wont say", "ask my", "have to ask", "would have to ask", "unsure", "not certain", "figure it out", "no se", "nose", "no estoy seguro", "no estoy segura", "no me acuerdo", "no recuerdo", "no tengo idea", "ni idea", "quien sabe", "tengo que ver", "tengo que revisar", "tendria que ver", "tendria que revisar", "dejeme ver", "deja veo", "prefiero no", "no quiero decir", "mejor no digo", "no tengo la tarjeta", "sin decir", "preguntarle a", "i think my wife handles", "some kind", "some insurance", "whatever my", "through my parents not", "i have insurance", "tengo seguro", "tengo aseguranza", "have some", "one of those", "algun seguro"});
}

/// Without lead-ins, ids and what trails: the words of a plan that no list knows.
std::string unknown_plan(std::string_view text, const Tokens& tokens) {
  static const std::vector<std::vector<std::string_view>> leads = {
      {"i", "have"}, {"ive", "got"}, {"i", "got"}, {"we", "have"}, {"i", "am", "with"}, {"im", "with"}, {"im", "on"}, {"i", "use"}, {"my", "insurance", "is"}, {"insurance", "is"}, {"its"}, {"it", "is"}, {"my", "plan", "is"}, {"the", "plan", "is"}, {"its", "called"}, {"i", "think", "its"}, {"i", "think"}, {"through", "my", "work"},
      {"tengo"}, {"es"}, {"mi", "seguro", "es"}, {"el", "seguro", "es"}, {"mi", "aseguranza", "es"}, {"se", "llama"}, {"creo", "que", "es"}, {"creo", "que", "tengo"}, {"con"}, {"estoy", "con"}, {"insurance", ":"}, {"seguro", ":"}, {"hi"}, {"yes"}, {"si"}, {"yeah"}, {"ok"}, {"sure"}, {"un"}, {"una"}, {"a"}, {"the"}, {"el", "de"}, {"la", "de"}, {","}, {"-"}, {":"}};
  std::size_t at = 0;
  for (bool moved = true; moved;) {
    moved = false;
    for (const auto& words : leads) {
      if (at + words.size() > tokens.size()) continue;
      bool fits = true;
      for (std::size_t i = 0; fits && i < words.size(); ++i) fits = tokens[at + i].form == words[i];
      if (!fits) continue;
      at += words.size();
      moved = true;
      break;
    }
  }
  std::size_t end = at;
  std::size_t names = 0;
  for (; end < tokens.size() && end < at + kPlanWordsMax; ++end) {
    const Token& token = tokens[end];
    if (token.kind == Token::Kind::number && token.form.size() >= kIdDigitsMin) break;
    if (token.kind == Token::Kind::mark && token.form != "-" && token.form != "&" && token.form != "." && token.form != "/") break;
    if (token.form == "." && token.after_space) break;
    if (is_any(token.form, {"through", "from", "by", "but", "because", "since", "right", "now", "por", "pero", "porque", "id", "member", "number", "numero", "with", "i", "my", "mi", "thru", "via", "is", "es"})) break;
    if (token.kind == Token::Kind::word && !is_common_word(token.form)) ++names;
  }
  const bool has_plan_word = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) {
    return is_any(token.form, {"ppo", "hmo", "epo", "plan", "health", "healthcare", "care", "seguros", "salud", "medi", "blue", "mutual", "union", "benefits"});
  });
  const std::size_t words = end - at;
  if (names == 0 && !(has_plan_word && words >= 2 && words <= 4)) return {};
  const bool is_talk = words > 5 || (words > 2 && names * 2 < words && !has_plan_word);
  return is_talk ? std::string() : text_of(text, tokens, at, end);
}

}  // namespace

SlotReading read_insurer(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  const std::string words = joined(tokens);
  const bool asks = !tokens.empty() && tokens.back().form == "?";
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    // "my medical insurance", "the va": everyday words unless they stand as a plan.
    if (is_any(tokens[at].form, {"medical", "united", "va", "sharp", "scan", "oscar", "beacon", "alignment", "horizon", "independence", "providence", "empire", "partnership", "oxford", "la", "first", "blue", "signa", "empire", "sag", "regence"}) && tokens.size() > 4 &&
        brand_length(tokens, at) < 2 && !(at > 0 && is_any(tokens[at - 1].form, {"have", "tengo", "is", "es", "through", "got", "the", "by", "with", "con", "my", "mi"})))
      continue;
    if (tokens[at].form == "medical" && at + 1 < tokens.size() && is_any(tokens[at + 1].form, {"insurance", "plan", "coverage", "card", "bills"})) continue;
    if (const std::size_t length = brand_length(tokens, at); length > 0) {
      if (asks && is_any(tokens[0].form, {"do", "does", "is", "are", "can", "will", "what", "aceptan", "toman", "reciben", "que", "cubre"}))
        return {std::nullopt, Refusal::unclear};
      return {SlotValue(text_of(text, tokens, at, at + length)), Refusal::none};
    }
  }
  if (says_unknown(words) && !has_any(words, {"no insurance", "uninsured"}))
    return {SlotValue(std::string("unknown")), Refusal::none};
  if (says_none(words)) return {SlotValue(std::string("none")), Refusal::none};
  if (asks || tokens.empty()) return {std::nullopt, Refusal::unclear};
  if (is_any(tokens[0].form, {"why", "what", "how", "do", "does", "can", "por", "que", "como", "where", "when", "who", "im", "skip", "back"}) && tokens.size() > 1 && !(tokens[0].form == "im" && is_any(tokens[1].form, {"with", "on"})))
    return {std::nullopt, Refusal::unclear};
  auto plan = unknown_plan(text, tokens);
  if (plan.empty()) return {std::nullopt, Refusal::unclear};
  return {SlotValue(std::move(plan)), Refusal::none};
}

std::vector<Found> find_insurers(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  const std::string words = joined(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::size_t length = brand_length(tokens, at);
    if (length == 0) continue;
    const auto before = at > 0 ? std::string_view(tokens[at - 1].form) : std::string_view();
    const bool is_announced = is_any(before, {"have", "tengo", "is", "es", "got", "with", "con", "through", "on", "insurance", "seguro", "aseguranza", ":", "my", "mi", "tenemos"});
    const bool stands_apart = (at == 0 || tokens[at - 1].kind == Token::Kind::mark) && (at + length == tokens.size() || tokens[at + length].kind == Token::Kind::mark);
    const bool is_asked = is_any(before, {"take", "accept", "takes", "accepts", "aceptan", "toman", "reciben", "acepta", "agarran", "cover"});
    const bool is_everyday = is_any(tokens[at].form, {"medical", "united", "va", "sharp", "scan", "oscar", "beacon", "alignment", "horizon", "independence", "providence", "empire", "partnership", "oxford", "la", "first", "blue", "signa", "cobra"}) && length < 2;
    if (!(is_announced || (stands_apart && !is_everyday) || (is_asked && !is_everyday))) continue;
    if (is_everyday && !is_any(before, {"have", "tengo", "through", "insurance", "seguro", "aseguranza"})) continue;
    return {{text_of(text, tokens, at, at + length), tokens[at].begin, tokens[at + length - 1].end}};
  }
  if (has_any(words, {"no insurance", "uninsured", "dont have insurance", "dont have any insurance", "do not have insurance", "self pay", "no tengo seguro", "no tengo aseguranza", "sin seguro", "sin aseguranza", "paying cash", "pay cash"}) && words.find('?') == words.npos)
    return {{std::string("none"), 0, 0}};
  return {};
}

}  // namespace dialogs
