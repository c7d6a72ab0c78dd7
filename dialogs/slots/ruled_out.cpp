#include "dialogs/slots/ruled_out.h"

#include <algorithm>

#include "dialogs/slots/calendar_day.h"
#include "dialogs/slots/day_part.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kReach = 6;  // words between a "no" and what it means

/// Words with a "no" in them that rule out no time.
const Phrases& harmless() {
  static const Phrases all(
      "(dont|do not|doesnt|does not|wouldnt|wont) (mind|care|matter); (dont|do not) have [a|any] "
      "(preference|class|work|school|plans); (dont|do not) work; not working; not sure [but]; no "
      "(problem|problems|worries|rush|hurry|doubt|prob|biggie|preference); why not; if not; "
      "whether "
      "or not; not bad; not busy; "
      "(dont|do not) know [but]; not only; not just; can not wait; cant wait; never mind; "
      "nevermind; "
      "no (me|le|les|nos) (importa|molesta|afecta); no hay (problema|prisa|pena|duda|bronca); no "
      "tengo (prisa|preferencia|problema|clase|clases|trabajo|nada); no trabajo; no (se|lo "
      "se|estoy "
      "(seguro|segura)); si no; por que no; no estoy (ocupado|ocupada); sin (falta|problema|duda|"
      "prisa); no solo; no nomas; no es (urgente|urgencia); its not urgent; not urgent; no (es|"
      "tan) necesario");
  return all;
}

const Phrases& denials() {
  static const Phrases all(
      "no; not; dont; doesnt; didnt; cant; cannot; wont; isnt; arent; aint; wouldnt; couldnt; "
      "shouldnt; never; without; neither; nor; except; excluding; avoid; unavailable; unable; "
      "hate; nunca; jamas; tampoco; ni; sin; excepto; salvo; menos; evite; eviten; imposible");
  return all;
}

/// Where a new thought begins, which the "no" before it does not mean.
const Phrases& new_thoughts() {
  static const Phrases all(
      "but; so; because; cause; cuz; though; instead; rather; pero; porque; sino; asi que; mejor; "
      "entonces; mas bien; yes; si; i mean; i meant; digo; only; solo; just; please; por favor");
  return all;
}

}  // namespace

std::size_t after_denial_behind(const Tokens& tokens, std::size_t at) {
  static const Phrases plain(
      "[just|really|usually] (dont|doesnt|do not|does not|wont|will not|cant|never|didnt) [really|"
      "usually] (work|works|fit|do|suit|happen) [for me|for us|out|well|at all]; [just|really] (is|"
      "are|isnt|arent|is not|are not|not|aint|wont be) [really|so] (bad|terrible|worst|no good|out|"
      "impossible|tough|hard|difficult|off limits|good|great|ok|okay|possible|an option|ideal|"
      "available|busy|full|fine|convenient) [for me|for us]; [im|i am] (busy|unavailable|not "
      "available|not free|not home|working|at work); [i] (cant|cannot|can not) "
      "[do|talk|answer|make "
      "it]; i work; excluded; no (puedo|podemos|estoy|funciona|funcionan|sirve|sirven|hay "
      "nadie|quiero|se puede|por favor|gracias|es posible|es buena hora|esta bien); no (me|nos|le|"
      "les) (sirve|sirven|queda|quedan|conviene|convienen|funciona|funcionan|llamen|llame|marquen|"
      "hablen|es posible|viene bien|vienen bien|acomoda|acomodan|gusta|gustan); (me|nos) (queda|"
      "quedan) mal; (esta|estan|es|son) (mal|imposible|dificil|pesado|pesada); imposible; tampoco; "
      "trabajo; (estoy|ando) (ocupado|ocupada|trabajando|en el trabajo); nunca; jamas");
  static const Phrases affirms(
      "(is|are) [really|so] (good|great|ok|okay|possible|an option|ideal|available|fine|"
      "convenient) [for me|for us]");
  static const Phrases no("no; nope; nah");
  if (affirms.begin_at(tokens, at)) return 0;
  const std::size_t next = plain.after(tokens, at);
  if (next != 0) return next;
  const bool is_last = at + 1 >= tokens.size() || tokens[at + 1].kind == Token::Kind::mark ||
                       new_thoughts().begin_at(tokens, at + 1);
  return no.begin_at(tokens, at) && is_last ? at + 1 : 0;
}

bool is_denied_before(const Tokens& tokens, std::size_t from, std::size_t at) {
  const std::size_t farthest = std::max(from, at - std::min(at, kReach));
  std::size_t begin = at;
  while (begin > farthest && tokens[begin - 1].kind != Token::Kind::mark &&
         !new_thoughts().begin_at(tokens, begin - 1))
    --begin;
  for (std::size_t place = begin; place < at; ++place) {
    if (const std::size_t next = harmless().after(tokens, place)) place = next - 1;
    else if (denials().begin_at(tokens, place)) return true;
  }
  return false;
}

std::size_t after_days_or_part(const Tokens& tokens, std::size_t at, date::local_days today) {
  if (at >= tokens.size()) return 0;
  // "mañana" by itself is tomorrow.
  const auto part = tokens[at].form == "manana" ? std::nullopt : day_part_at(tokens, at);
  if (part) return part->next;
  const auto day = calendar_day_at(tokens, at, today);
  return day ? day->next : 0;
}

std::size_t after_denied(const Tokens& tokens, std::size_t at, date::local_days today) {
  static const Phrases joints("or; and; o; y; ,");
  std::size_t end = after_days_or_part(tokens, at, today);
  while (end != 0 && joints.begin_at(tokens, end)) {
    const std::size_t further = after_days_or_part(tokens, joints.after(tokens, end), today);
    if (further == 0) break;
    end = further;
  }
  return end != 0 && after_denial_behind(tokens, end) != 0 ? end : 0;
}

}  // namespace dialogs
