#include "dialogs/keyword.h"

#include <re2/re2.h>

#include "dialogs/form.h"
#include "dialogs/lead.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

const RE2& stop_words() {
  static const RE2 pattern(
      R"((stop|stop ?all|unsubscribe|end|quit|revoke|opt[ -]?out|cancel|remove( me)?|arret|td|)"
      R"(alto|parar?|basta|cancelar|baja|detener|salir|no mas)[.!?, ]*)");
  return pattern;
}

// "Stop texting me", in whatever polite or angry dress.
const RE2& stop_sentences() {
  static const RE2 pattern(
      R"((please |pls |plz |ok |just |hey |por favor |ya )*)"
      R"((stop (texting|messaging|sending|contacting|bothering|writing)( to)?( me)?)"
      R"(|stop (the |these |your |all )?(texts?|messages?|messaging|msgs?))"
      R"(|(do not|don'?t|never) (text|message|contact|write)( to)? me( again| anymore| any more)?)"
      R"(|(quit|leave off) (texting|messaging) me|no more (texts?|messages?|msgs?))"
      R"(|(take|get) me off( of)? (your|this|the) (list|texts?)|remove me from (your|this)"
      R"(|the) list)"
      R"(|unsubscribe me|opt me out|lose my number)"
      R"(|no mas (mensajes|textos)|no quiero (recibir )?mas (mensajes|textos))"
      R"(|(dejen?|deje) de (escribirme|mandarme (mensajes|textos)|textearme|mensajearme))"
      R"(|no me (escriban?|manden?( mas)? (mensajes|textos)|texteen|mensajeen)( mas)?)"
      R"(|ya no me (escriban?|manden? (mensajes|textos)|texteen|mensajeen)|quitenme de la lista))"
      R"(( please| pls| now| anymore| any more| again| thanks?( you)?| por favor)"
      R"(| gracias)*[.!?, ]*)");
  return pattern;
}

const RE2& start_words() {
  static const RE2 pattern(R"((start|unstop|opt[ -]?in|subscribe|empezar|iniciar)[.!?, ]*)");
  return pattern;
}

const RE2& help_words() {
  static const RE2 pattern(R"((help|info|ayuda)[.!?, ]*)");
  return pattern;
}

bool is_yes(std::string_view normalized) {
  static const RE2 pattern(R"((yes|si)[.!?, ]*)");
  return RE2::FullMatch(re2::StringPiece(normalized.data(), normalized.size()), pattern);
}

void stop(Move& move) {
  const bool already = move.session().opted_out;
  move.session().opted_out = true;
  move.session().offered.clear();
  if (already) return;  // one confirmation, nothing more
  move.turn.effects.push_back(Effect::opt_out);
  withdraw_texting(move);
  say(move, ReplyKind::info, move.script.texts.sms_stopped);
}

void start(Move& move) {
  if (move.session().opted_out) move.turn.effects.push_back(Effect::opt_in);
  move.session().opted_out = false;
  say(move, ReplyKind::info, move.script.texts.sms_started);
  ask_again(move);
}

}  // namespace

Keyword keyword(std::string_view normalized) {
  const re2::StringPiece text(normalized.data(), normalized.size());
  if (RE2::FullMatch(text, stop_words()) || RE2::FullMatch(text, stop_sentences()))
    return Keyword::stop;
  if (RE2::FullMatch(text, start_words())) return Keyword::start;
  if (RE2::FullMatch(text, help_words())) return Keyword::help;
  return Keyword::none;
}

bool handle_keyword(Move& move) {
  const std::string normalized = knowledge::normalize(move.input.text);
  Keyword word = keyword(normalized);
  // "Yes" starts texts again only for those who stopped them; else it is an answer.
  if (move.session().opted_out && is_yes(normalized)) word = Keyword::start;
  switch (word) {
    case Keyword::stop: stop(move); return true;
    case Keyword::start: start(move); return true;
    case Keyword::help:
      if (move.session().opted_out) return true;
      say(move, ReplyKind::info, move.script.texts.sms_help);
      ask_again(move);
      return true;
    case Keyword::none: return move.session().opted_out;
  }
  return false;
}

}  // namespace dialogs
