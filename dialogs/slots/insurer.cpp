#include <algorithm>
#include <string>

#include "dialogs/slots/choice.h"
#include "dialogs/slots/common_words.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/plan_name.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kPlanWordsMax = 6;
constexpr std::size_t kIdDigitsMin = 5;  // so many digits are a member's, not a plan's

/// No insurance, or the visitor pays.
const Phrases& says_none() {
  static const Phrases all(
      "no (insurance|insurence|insurnace|inshurance|ins|coverage|plan|health insurance|"
      "medical insurance|medical); uninsured; un insured; not (insured|covered|currently insured|"
      "currently covered); "
      "without (insurance|coverage|any|health insurance); [i|we] (dont|do not|didnt|dnt|don t|"
      "doesnt|cant get|aint|never) (have|got|had|hav|hve|carry|get) [any|it|one|none|an|"
      "a] [insurance|coverage|health insurance|medical insurance|ins|plan|it|right now|anymore]; "
      "[i|we] (dont|aint) have any; have none; got none; i have (no|nothing|none); have no; "
      "aint got [none|any|it|no insurance]; self [-] pay; selfpay; self [-] paying; self funded; "
      "(paying|pay|paid|pays) [in|with|by] (cash|myself|privately|on my own|for it myself|"
      "out of pocket|it myself|for it on my own); "
      "cash [pay|price|only|patient]; out of pocket; out - of - pocket; oop; private pay; "
      "pay on my own; i (pay|ll pay|will pay) [myself|for myself|it myself]; id pay [myself]; "
      "i would pay myself; ill (pay|be paying) [myself|cash]; "
      "(lost|lose|losing) (it|my|our|the) [health|medical] [insurance|coverage|benefits|"
      "job and coverage]; lost (insurance|coverage|it|mine); lost my job [and|so]; (got|been|was|"
      "were) (dropped|laid off|kicked off|cut off|canceled|cancelled|terminated|denied); "
      "between (jobs|insurances|plans|insurance|coverage); "
      "(it|insurance|coverage|mine|plan|policy) (lapsed|expired|ran out|ended|got canceled|"
      "got cancelled|was canceled|was cancelled|stopped); lapsed; expired; ran out; "
      "cant afford [insurance|any|it|one|coverage]; cannot afford [insurance|any]; aged out; "
      "turned 26; (nope|nah) none; not on any [insurance|plan]; "
      "no tengo [ningun|ninguna|nada de|ni] [seguro|aseguranza|cobertura|seguro medico|"
      "aseguranza medica|ninguno|ninguna|nada|plan]; no (tenemos|contamos|cuento|hay|tiene|"
      "alcanzo|califico|califique|traigo|uso) [con|a|para|de] [pagar] [ningun|ninguna] [seguro|"
      "aseguranza|cobertura|ninguno|ninguna|seguro medico]; "
      "sin (seguro|aseguranza|cobertura|seguro medico|nada|aseguranza medica); ningun seguro; "
      "ninguna aseguranza; no (seguro|aseguranza); ya no tengo [seguro|aseguranza|nada]; (perdi|"
      "perdimos) (mi|el|la|nuestro|nuestra|mi trabajo y) [seguro|aseguranza|cobertura|trabajo]; "
      "(pago|pagaria|pagare|pago todo|pagando|pagar|voy a pagar) (yo|en efectivo|efectivo|cash|"
      "particular|privado|de mi bolsa|de mi bolsillo|por mi cuenta|al contado|directo); yo (pago|"
      "pagaria|lo pago|voy a pagar); efectivo; en efectivo; al contado; "
      "de mi (bolsa|bolsillo); por mi (cuenta|propia cuenta); particular; me quede sin [seguro|"
      "aseguranza|nada|trabajo]; se me (acabo|vencio|termino|cancelo|expiro); (me|nos) (lo|"
      "la) (quitaron|cancelaron|negaron); (me|nos) (quitaron|cancelaron|negaron) [el|la|"
      "mi] [seguro|aseguranza|medi - cal]; "
      "esta vencido; no alcanza para [seguro|aseguranza]; no me alcanza; no estoy asegurado; "
      "no estoy asegurada; no asegurado; desempleado; desempleada; sin papeles");
  return all;
}

/// Answers that are none only when nothing else is said.
const Phrases& plainly_none() {
  static const Phrases all(
      "[i|um|uh|well|pues|ay|la verdad] (none|no|nope|nothing|ninguno|ninguna|nada|cash|nel|zero|"
      "nah|0|nop|na|naw|non|nun|efectivo) [sorry|thanks|thank you|gracias|lo siento|right now|"
      "por ahora|ahorita|at the moment|. none|, none|, nothing|, ninguno|, ninguna|, nada|at all|"
      "yet|para nada|todavia]; "
      "(i|we) dont; [i|we] do not; i dont , no; no , (none|i dont|we dont|no tengo|ninguno|"
      "ninguna|nada); no i dont; no (ninguno|ninguna); no no tengo; not (right now|at the moment|"
      "currently|anymore|yet|at this time); ahorita no; por ahora no; ya no; nothing right now");
  return all;
}

const Phrases& says_unknown() {
  static const Phrases all(
      "unknown; idk; i dk; i dunno; dunno; dont (know|no|kno|remember|recall|have my card|have the "
      "card|"
      "have it with me|have the info|have that info|have that with me); do not (know|remember|"
      "recall); don t know; not (sure|certain|too sure|positive); no (idea|clue); (cant|cannot|"
      "can t) (remember|recall|find my card|say); couldnt (say|tell you); "
      "forgot; forget; i forgot; (look at|check|find|get|grab|dig out) (the|my|his|her) (card|"
      "wallet|papers|paperwork|policy); [i] (have|need|would have|gotta|got|d have) to (check|"
      "look|ask|see|find out|find my card|find the card|look it up|get back to you); "
      "need to (check|look|ask|see|find out); ill (check|look|ask|see|have to check|have to look|"
      "find out|have to ask|get back to you); "
      "(let|lemme) (me check|check|me look|me see|me ask|me find out|me get back to you|look|see|"
      "me grab my card); lemme; card (with|on) me; card at home; (rather|prefer) not [to] [say|"
      "share|answer]; id rather not; dont (want|wanna) [to] (say|share|answer|tell|give); "
      "none of your; not comfortable [sharing|saying]; "
      "no comment; wont say; (ask|asking) my (mom|dad|husband|wife|parents|job|hr|boss|mother|"
      "father|employer); gotta (ask|check|look); would have to (ask|check|look); unsure; "
      "figure it out; (husband|wife|mom|dad|mother|father|job|hr|spouse) (handles|deals|"
      "takes care|knows|has the); "
      "(some|one of those) (kind|insurance|plan|sort); some insurance; whatever (my|his|her|"
      "the) (work|job|company|wife|husband|dad|mom|parents|employer|school); i have (insurance|"
      "some|one|coverage); through my parents not; id have to (look|check|ask|see); secret; "
      "private; pass; skip; can i (skip|tell you later); tell you later; i can get it later; "
      "which one; changing insurance; "
      "no se [cual|que|como|bien|el nombre|todavia|exactamente]; no lo se; nose; no (estoy|"
      "ando) (seguro|segura|muy seguro|muy segura); no (me acuerdo|recuerdo|tengo idea|sabria|"
      "sabria decir|sabria decirle|sabemos|la tengo|lo tengo|tengo la tarjeta|traigo la tarjeta|"
      "traigo mi tarjeta|encuentro la tarjeta|tengo la tarjeta a la mano|me se|quisiera decir|"
      "quiero decir|quiero decirlo|deseo decir|digo); "
      "se me olvido; ni idea; quien sabe; (tengo|tendria|debo|necesito|voy|hay) [que|a] (ver|"
      "revisar|preguntar|preguntarle|buscar|checar|fijarme|averiguar|consultar); (dejeme|deja|"
      "dejame|permitame) (ver|veo|reviso|checar|checo|preguntar|buscar|revisar|pregunto|busco); "
      "(prefiero|preferiria) (no|no decir|no decirlo|que no); mejor no [digo|decir]; "
      "sin decir; preguntarle a; (tengo|tenemos) (seguro|aseguranza|uno|una); algun seguro; (mi|"
      "el) (esposo|esposa|marido|papa|mama|hijo|hija) (sabe|lo maneja|tiene la|se encarga|lo ve|"
      "es el que sabe); luego (le|les) digo; despues (le|les) digo; privado; paso; omitir; "
      "desconozco; lo ignoro; uno del trabajo; el de mi trabajo no se; el del trabajo");
  return all;
}

const Phrases& questions() {
  static const Phrases all(
      "why; what; whats; how; do; does; can; could; will; would; is (it|this|that|there); "
      "are (you|there|they); where; when; who; which; por que; que; como; cuanto; cuantos; "
      "cuantas; donde; quien; cual; cuales; para que; "
      "aceptan; toman; reciben; cubre; cubren; mi seguro (lo|me|los|cubre); hay; agarran; "
      "trabajan; se puede; puedo; pueden; acepta");
  return all;
}

bool asks(const Tokens& tokens) {
  const auto is_mark = [](const Token& token) {
    return token.form == "?" || token.form == "\xC2\xBF";
  };
  const std::size_t start = !tokens.empty() && tokens[0].kind == Token::Kind::mark ? 1 : 0;
  return questions().begin_at(tokens, start) || (!tokens.empty() && is_mark(tokens[0]));
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

const Phrases& announces() {
  static const Phrases all(
      "have; got; has; had; ive; is; its; with; through; thru; on; under; insurance; ins; my; our; "
      "by; carry; use; the; called; think; maybe; tengo; tenemos; es; con; seguro; aseguranza; mi; "
      "el; la; por; uso; tiene; de; creo; :; use; cover; plan; covered by; and; y; also; tambien; "
      "now; ahora");
  return all;
}

const Phrases& accepting() {
  static const Phrases all(
      "take; accept; takes; accepts; aceptan; toman; reciben; acepta; "
      "agarran; cover; accepting; tomar; trabajan con");
  return all;
}

/// Every known plan that the text names. `is_strict`: only where it can mean nothing else.
std::vector<Found> plans_in(std::string_view text, const Tokens& tokens, bool is_strict) {
  std::vector<Found> found;
  static const Phrases not_a_plan(
      "medical "
      "(insurance|plan|coverage|card|bills|help|emergency|condition|conditions|treatment|marijuana|"
      "assistance|issue|issues|history|records|leave)");
  static const Phrases has(
      "have; tengo; through; thru; insurance; seguro; aseguranza; got; with; "
      "con; my insurance is; its; es");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const PlanName plan = plan_name_at(tokens, at);
    if (plan.next == 0 || not_a_plan.begin_at(tokens, at)) continue;
    const bool is_alone =
        (at == 0 || tokens[at - 1].kind == Token::Kind::mark) &&
        (plan.next == tokens.size() || tokens[plan.next].kind == Token::Kind::mark);
    const bool is_announced = announces().end_before(tokens, at);
    const bool is_sure = is_strict
                             ? plan.is_everyday
                                   ? has.end_before(tokens, at)
                                   : is_alone || is_announced || accepting().end_before(tokens, at)
                             : !plan.is_everyday || is_alone || is_announced || tokens.size() <= 4;
    if (is_sure)
      found.push_back(
          {typed(text, tokens, at, plan.next), tokens[at].begin, tokens[plan.next - 1].end});
    at = plan.next - 1;
  }
  return found;
}

const Phrases& lead_ins() {
  static const Phrases all(
      "[and] [i|we] [still|currently|do] (have|got|use|use the|carry) [the|an|a]; ive got; "
      "weve got; [i|we] am (with|on); im (with|on|under|covered by|insured (by|with)); were with; "
      "my (insurance|ins|plan|carrier|provider|coverage|insurer) is [called|through|with|from]; "
      "[the] (insurance|plan) is [called]; [its|it is] [called|through|with|from|a|the]; "
      "i think [its|it is]; i believe [its|it is]; pretty sure its; "
      "through my work; through work; through; thru; [yo] tengo [el|la|el seguro de|seguro de|"
      "aseguranza de|seguro con]; es [el|la|de]; (mi|el|la) (seguro|aseguranza|plan) (es|se llama|"
      "es de); se llama; creo que (es|tengo) [el|la]; con; estoy (con|en); estamos (con|en); "
      "(insurance|ins|insurer|plan|seguro|aseguranza) :; "
      "(insurance|seguro|aseguranza); hi; yes; si; yeah; ok; okay; sure; um; uh; pues; este; well; "
      "un; una; a; an; the; el; la; (el|la) (de|del); de; por (mi|el) trabajo; ,; -; :; .; thats; "
      "like; maybe; just; only; solo; nomas; hola; hello; [uno|una] (que se llama|llamado|"
      "llamada); something called; mine is; el mio es; la mia es");
  return all;
}

/// The words of a plan that no list knows: no lead-ins, ids or talk after it.
std::string unlisted_plan(std::string_view text, const Tokens& tokens) {
  static const Phrases stops(
      "through; from; by; but; because; since; right; now; por; pero; porque; id; member; number; "
      "numero; with; i; my; mi; thru; via; is; es; if; si; please; thanks; thank; gracias; just; "
      "me; im; it; and i; so; y; group #; policy");
  std::size_t at = 0;
  for (std::size_t next; (next = lead_ins().after(tokens, at)) != 0;) at = next;
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
      "i have; have it; tengo; its what; is what; es (el|la|lo) que tengo; "
      "mine; my insurance; thats (mine|what|the)");
  const bool is_question = asks(tokens);
  const auto plans = plans_in(rest, tokens, false);
  if (!plans.empty() && (!is_question || has_it.stand_in(tokens)))
    return {plans[chosen(tokens, plans)].value, Refusal::none};
  if (is_question && !says_unknown().begin_at(tokens, 0)) return unclear;
  const auto is = [](const char* value) {
    return SlotReading{SlotValue(std::string(value)), Refusal::none};
  };
  static const Phrases doubts(
      "not sure; no se cual; dont know; no idea; no se si; rather not; "
      "prefer not; prefiero no; card; tarjeta");
  if (plainly_none().are_all_of(tokens)) return is("none");
  if (says_none().stand_in(tokens) && !(says_unknown().stand_in(tokens) && doubts.stand_in(tokens)))
    return is("none");
  if (says_unknown().stand_in(tokens)) return is("unknown");
  static const Phrases not_answers(
      "im; i am; soy; estoy; back; help; ayuda; stop; thanks; thank; "
      "gracias; hi; hello; hola; ok; yes; si; later; luego; tomorrow; "
      "manana; call; i need; necesito; quiero; i want; me quiero; "
      "me siento; mi numero; member; id");
  static const Phrases insured(
      "im (with|on|under|covered|insured); i am (with|on|covered|"
      "insured); estoy (con|en)");
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
      "aseguranza|seguro medico); (pago|pagaria|pagando) en efectivo; out of pocket");
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::size_t next = surely_none.after(tokens, at);
        next > 0 && text.find('?') == text.npos)
      return {{std::string("none"), tokens[at].begin, tokens[next - 1].end}};
  return {};
}

}  // namespace dialogs
