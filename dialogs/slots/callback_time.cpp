#include <algorithm>

#include "dialogs/slots/call_window.h"
#include "dialogs/slots/clock_time.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/time_phrase.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

SlotReading refused(Refusal why) {
  return {std::nullopt, why};
}

/// A text that asks something else: "are you open at 5?", "how long is the call".
bool asks_something_else(const Tokens& tokens) {
  static const Phrases openings(
      "[so|and|but|hi|ok] (what|whats|who|whos|why|which|where|how (long|much|many|do|does|often|"
      "is|are|come|old|soon|will|can|would)); [so|and|but] do you; are (you|u|y all|yall) (open|"
      "closed|a|the|there|guys|real|available|human|in|near); is (it|there|this|that) [a|my|the|"
      "confidential|free|private]; is someone; (are|is) [the|your|these] (groups|group|sessions|"
      "session|classes|class|meetings|therapy|program|programs|clinic); son (de|en|por|los|las); "
      "does (it|this|the|insurance|that|my); did; have you; when (are|do|does|will|did|is|can|"
      "would) [you|u|they|i|the|it]; can i (come|bring|visit|still|get|work|go|change|ask); "
      "will (you|this|they|it|i) (tell|share|cover|be|have|need|hurt|cost); que (es|son|pasa|"
      "horario|horarios|hora|horas|dias|tan|tipo|tienen|seguros|hacen|significa|necesito); quien; "
      "donde; por que; para que; tienen; trabajan; abren; atienden; llaman; hay; estan (abiertos|"
      "disponibles|ahi); cuando (van|me van|llaman|me llaman|empieza|abren|cierran|es|seria|"
      "me pueden); a que hora; cuanto (cuesta|dura|tiempo|es|cobran|tardan|falta|vale); cuantos; "
      "cuantas; cual; cuales; aceptan; cubre; cubren; es (confidencial|gratis|verdad|cierto|"
      "seguro|necesario|obligatorio); como (funciona|es|se|le|puedo|hago)");
  const std::size_t start = !tokens.empty() && tokens[0].kind == Token::Kind::mark ? 1 : 0;
  return openings.begin_at(tokens, start);
}

/// "I don't know yet", "don't call me": no time, whatever else it names.
bool declines(const Tokens& tokens) {
  static const Phrases firm(
      "ill call [you|u|back]; i will call [you]; i ll call; ill reach out; never; nunca; "
      "yo (llamo|les llamo|los llamo|le llamo|marco|les marco); (dont|do not|please dont|"
      "plz dont) (call|phone|contact|ring) [me] [please|at all|anymore|back]; no (me llamen|"
      "llamen|me llame|me marquen|quiero que me llamen|quiero llamadas|me hablen); no calls; "
      "stop calling");
  static const Phrases unsure(
      "no se; idk; dont know; not sure; let me check; let me see; tell you later; get back to you; "
      "luego (le|les) (digo|aviso); despues (le|les) (digo|aviso); todavia no; depends; depende; "
      "n / a; no estoy (seguro|segura)");
  static const Phrases but_not(
      "(dont|do not|no) (call|llamen|me llamen|me llame) [me] "
      "(before|after|until|till|antes|despues|in|on|during|en|por|el|los|at|early|late|too)");
  return (firm.stand_in(tokens) && !but_not.stand_in(tokens)) || unsure.stand_in(tokens);
}

/// The part after "no wait," or "sorry,": what was meant.
std::size_t after_correction(const Tokens& tokens) {
  static const Phrases cues(
      ", no ,; . no ,; no wait; wait; actually; scratch that; i mean; i meant; sorry i meant; "
      "make that; make it; correction; on second thought; oops; no perdon; mejor dicho; digo; "
      "mas bien; no mejor; perdon; mejor; espere; no espera; better yet; instead");
  std::size_t place = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::size_t next = cues.after(tokens, at)) place = next, at = next - 1;
  return place;
}

TimePhrase meant_time(const Tokens& tokens, date::local_days today) {
  TimePhrase whole = time_phrase_of(tokens, today);
  const std::size_t place = after_correction(tokens);
  if (place == 0 || place >= tokens.size()) return whole;
  const Tokens rest(tokens.begin() + static_cast<std::ptrdiff_t>(place), tokens.end());
  TimePhrase corrected = time_phrase_of(rest, today);
  if (corrected.is_empty()) return whole;
  if (!corrected.day && whole.day) corrected.day = whole.day;  // "tomorrow at 3, no wait, 4"
  corrected.first = whole.first;
  corrected.last += place;
  return corrected;
}

}  // namespace

SlotReading read_callback_time(std::string_view text, const SlotContext& context) {
  std::string rest = masked(std::string(text), find_emails(text, context));
  rest = masked(std::move(rest), find_phones(rest, context));
  const Tokens tokens = tokens_of(rest);
  if (asks_something_else(tokens)) return refused(Refusal::unclear);
  const TimePhrase phrase = meant_time(tokens, visitor_today(context));
  if (has_impossible_clock(tokens)) return refused(Refusal::not_possible);
  if (phrase.is_empty() || (declines(tokens) && !phrase.is_anytime && !phrase.from && !phrase.to))
    return refused(Refusal::unclear);
  return call_window(phrase, context);
}

std::vector<Found> find_callback_times(std::string_view text, const SlotContext& context) {
  const Tokens tokens = tokens_of(text);
  const TimePhrase phrase = meant_time(tokens, visitor_today(context));
  if (phrase.is_empty() || tokens.empty() || has_impossible_clock(tokens)) return {};
  const SlotReading reading = call_window(phrase, context);
  if (!reading.value) return {};
  return {{*reading.value, tokens[phrase.first].begin, tokens[phrase.last].end}};
}

}  // namespace dialogs
