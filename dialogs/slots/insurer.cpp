#include <algorithm>
#include <string>

#include "dialogs/slots/choice.h"
#include "dialogs/slots/common_words.h"
#include "dialogs/slots/insurer_words.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/plan_name.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kPlanWordsMax = 6;
constexpr std::size_t kIdDigitsMin = 5;  // so many digits are a member's, not a plan's

bool asks(const Tokens& tokens) {
  const auto is_mark = [](const Token& token) {
    return token.form == "?" || token.form == "\xC2\xBF";
  };
  const std::size_t start = !tokens.empty() && tokens[0].kind == Token::Kind::mark ? 1 : 0;
  return words_that_ask_about_insurance().begin_at(tokens, start) ||
         (!tokens.empty() && is_mark(tokens[0]));
}

/// Without emoji and full stops; a comma is kept ("no, none").
Tokens without_signs(const Tokens& tokens) {
  Tokens kept;
  for (const Token& token : tokens)
    if (token.kind != Token::Kind::mark || token.form == ",") kept.push_back(token);
  return kept;
}

/// "dont hv insurance", "never had any coverage": a denial close before the word for it.
bool denies_insurance(const Tokens& tokens) {
  static const Phrases denials(
      "no; dont; not; without; zero; never; lost; lack; didnt; cant; sin; perdi; ningun; ninguna; "
      "not anymore; doesnt");
  static const Phrases insurance(
      "insurance; insurence; insurace; insurnace; coverage; insured; covered; seguro; aseguranza; "
      "cobertura; asegurado; asegurada; seguros");
  static const Phrases doubts(
      "estoy seguro; estoy segura; know; kno; sure; remember; recall; idea; clue; se; seguro de; "
      "segura; cual; which; card; say; share; tell; decir; acuerdo; recuerdo; tarjeta; my mom; "
      "name");
  constexpr std::size_t kReach = 4;
  if (doubts.stand_in(tokens)) return false;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    for (std::size_t next = at + 1; denials.begin_at(tokens, at) && next <= at + kReach; ++next)
      if (insurance.begin_at(tokens, next)) return true;
  static const Phrases ended("not anymore; no longer; ya no");
  return ended.stand_in(tokens);
}

std::string typed(std::string_view text, const Tokens& tokens, std::size_t first,
                  std::size_t next) {
  std::string plan;
  for (std::size_t at = first; at < next; ++at) {
    if (at > first && tokens[at].after_space) plan += ' ';
    plan += text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  }
  return plan;
}

/// Every known plan that the text names. `is_strict`: only where it can mean nothing else.
std::vector<Found> plans_in(std::string_view text, const Tokens& tokens, bool is_strict) {
  std::vector<Found> found;
  static const Phrases not_a_plan(
      "medical "
      "(insurance|plan|coverage|card|bills|help|emergency|condition|conditions|treatment|marijuana|"
      "assistance|issue|issues|history|records|leave)");
  static const Phrases has(
      "have; tengo; through; thru; insurance; seguro; aseguranza; got; with; con; my insurance is; "
      "its; es");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const PlanName plan = plan_name_at(tokens, at);
    if (plan.next == 0 || not_a_plan.begin_at(tokens, at)) continue;
    const bool is_alone =
        (at == 0 || tokens[at - 1].kind == Token::Kind::mark) &&
        (plan.next == tokens.size() || tokens[plan.next].kind == Token::Kind::mark);
    static const Phrases sources("por; through; thru; from; by; via; with; but; creo; i think; de");
    const bool is_opening = at == 0 && sources.begin_at(tokens, plan.next);
    const bool is_announced = is_opening || words_before_a_plan().end_before(tokens, at);
    const bool is_sure =
        is_strict ? plan.is_everyday ? has.end_before(tokens, at)
                                     : is_alone || is_announced ||
                                           words_for_taking_a_plan().end_before(tokens, at)
                  : !plan.is_everyday || is_alone || is_announced || tokens.size() <= 4;
    if (is_sure)
      found.push_back(
          {typed(text, tokens, at, plan.next), tokens[at].begin, tokens[plan.next - 1].end});
    at = plan.next - 1;
  }
  return found;
}

/// The words of a plan that no list knows: no lead-ins, ids or talk after it.
std::string unlisted_plan(std::string_view text, const Tokens& tokens) {
  static const Phrases stops(
      "through; from; by; but; because; since; right; now; por; pero; porque; id; member; number; "
      "numero; with; i; my; mi; thru; via; is; es; if; si; please; thanks; thank; gracias; just; "
      "me; im; it; and i; so; y; group #; policy");
  std::size_t at = 0;
  for (std::size_t next; (next = lead_ins_of_a_plan().after(tokens, at)) != 0;) at = next;
  std::size_t end = at, names = 0;
  bool has_plan_word = false;
  for (; end < tokens.size() && end <= at + kPlanWordsMax; ++end) {
    const Token& token = tokens[end];
    const bool is_id = token.kind == Token::Kind::number &&
                       (token.form.size() >= kIdDigitsMin || (end > 0 && !token.after_space));
    if (is_id && end == at + 1 && !token.after_space) return {};  // "W123456789"
    const bool is_inner_mark =
        (token.form == "-" || token.form == "&" || token.form == "/" || token.form == ".") &&
        !token.after_space;
    if (is_id || stops.begin_at(tokens, end) ||
        (token.kind == Token::Kind::mark && !is_inner_mark && token.form != "&"))
      break;
    if (token.kind == Token::Kind::word && !is_common_word(token.form)) ++names;
    has_plan_word = has_plan_word || is_plan_word(token);
  }
  while (end > at && tokens[end - 1].kind == Token::Kind::mark) --end;
  const std::size_t words = end - at;
  if (words == 0 || words > kPlanWordsMax) return {};
  const bool is_named =
      names > 0 ? names * 2 >= words || has_plan_word : has_plan_word && words >= 2 && words <= 4;
  // Unlisted words and much talk after them are a story, not a plan.
  const bool is_talk = !has_plan_word && tokens.size() > end + 4;
  return is_named && !is_talk ? typed(text, tokens, at, end) : std::string();
}

}  // namespace

SlotReading read_insurer(std::string_view text, const SlotContext& context) {
  const SlotReading unclear{std::nullopt, Refusal::unclear};
  std::string rest = masked(std::string(text), find_emails(text, context));
  rest = masked(std::move(rest), find_phones(rest, context));
  const Tokens tokens = tokens_of(rest);
  if (tokens.empty()) return unclear;
  static const Phrases has_it(
      "i have; have it; tengo; its what; is what; es (el|la|lo) que tengo; mine; my insurance; "
      "thats (mine|what|the)");
  const bool is_question = asks(tokens);
  const auto plans = plans_in(rest, tokens, false);
  if (!plans.empty() && (!is_question || has_it.stand_in(tokens)))
    return {plans[chosen(tokens, plans)].value, Refusal::none};
  if (is_question && !words_for_unknown_insurance().begin_at(tokens, 0)) return unclear;
  const auto is = [](const char* value) {
    return SlotReading{SlotValue(std::string(value)), Refusal::none};
  };
  static const Phrases doubts(
      "not sure; no clue; no se cual; dont know; no idea; no se si; rather not; prefer not; "
      "prefiero no; card; tarjeta");
  if (plain_words_for_no_insurance().are_all_of(without_signs(tokens)) || denies_insurance(tokens))
    return is("none");
  if (words_for_no_insurance().stand_in(tokens) &&
      !(words_for_unknown_insurance().stand_in(tokens) && doubts.stand_in(tokens)))
    return is("none");
  if (words_for_unknown_insurance().stand_in(tokens)) return is("unknown");
  static const Phrases not_answers(
      "im; i am; soy; estoy; back; espere; espera; esperame; espereme; wait; hold; help; ayuda; "
      "stop; thanks; thank; gracias; hi; hello; hola; ok; yes; si; later; luego; tomorrow; manana; "
      "call; i need; necesito; quiero; i want; me quiero; me siento; mi numero; member; id");
  static const Phrases insured(
      "im (with|on|under|covered|insured); i am (with|on|covered|insured); estoy (con|en)");
  static const Phrases opener("yes; si; ok; hi; hello; hola");
  if (not_answers.begin_at(tokens, 0) && !insured.begin_at(tokens, 0) &&
      !(opener.begin_at(tokens, 0) && tokens.size() > 2))
    return unclear;
  auto plan = unlisted_plan(rest, tokens);
  if (plan.empty()) return unclear;
  return {SlotValue(std::move(plan)), Refusal::none};
}

std::vector<Found> find_insurers(std::string_view text, const SlotContext&) {
  const Tokens tokens = tokens_of(text);
  auto plans = plans_in(text, tokens, true);
  if (!plans.empty()) {
    std::swap(plans.front(), plans[chosen(tokens, plans)]);
    plans.resize(1);
    return plans;
  }
  static const Phrases surely_none(
      "(no|without) (insurance|coverage|health insurance|insurence); uninsured; not insured; "
      "(dont|do not|dnt) have [any|health] insurance; self [-] pay; (paying|pay|pays) [in|"
      "with] cash; (no tengo|sin|no tenemos|ya no tengo|no cuento con) [ningun|ninguna] (seguro|"
      "aseguranza|seguro medico); (pago|pagaria|pagando) en efectivo; out of pocket; "
      "(insurance|coverage|seguro|aseguranza) [:|-|=|is|es] (none|ninguno|ninguna|n / a|zero)");
  static const Phrases surely_unknown(
      "(dont|do not|dnt) know my insurance; (dont|do not|dnt) know (what|which) (insurance|plan) "
      "(i|we) (have|got); "
      "(not|im not) sure (what|which) (insurance|plan) (i|we) (have|got); "
      "no se (que|cual) (seguro|aseguranza|plan) (tengo|tenemos); no se cual es mi (seguro|"
      "aseguranza|plan)");
  if (text.find('?') != text.npos) return {};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::size_t none = surely_none.after(tokens, at);
    const std::size_t next = std::max(none, surely_unknown.after(tokens, at));
    if (next > 0)
      return {{std::string(none > 0 ? "none" : "unknown"), tokens[at].begin,
               tokens[next - 1].end}};
  }
  return {};
}

}  // namespace dialogs
