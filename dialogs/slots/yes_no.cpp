#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

using Phrases = std::span<const std::string_view>;

// Whole phrases first: they turn what their first word says ("no problem", "of course not").
constexpr std::string_view kUnclear[] = {
    "maybe", "idk", "not sure", "dont know", "do not know", "later", "depends", "it depends", "unsure", "perhaps",
    "yes and no", "yes or no", "no se", "nose", "tal vez", "talvez", "quizas", "quiza", "luego", "despues", "depende",
    "a lo mejor", "mas tarde", "mas o menos", "si y no", "puede ser", "no estoy seguro", "no estoy segura", "let me think",
    "ill think", "i guess not sure", "todavia no se", "what do you mean", "ask me later", "not yet sure", "ya vere", "lo pensare",
    "why", "what", "how", "por que", "que", "como", "can you", "do you", "what if", "who"};
constexpr std::string_view kNo[] = {
    "no", "n", "nope", "nah", "naw", "nop", "noo", "no thanks", "no thank you", "no gracias", "never", "not really", "not now", "not at all",
    "of course not", "absolutely not", "definitely not", "certainly not", "rather not", "id rather not", "i would rather not", "prefer not",
    "dont", "do not", "please dont", "better not", "negative", "no way", "nel", "para nada", "nunca", "jamas", "claro que no", "por supuesto que no",
    "mejor no", "prefiero que no", "prefiero no", "de ninguna manera", "nones", "ni modo", "negativo", "yes but no", "uh uh", "nuh uh", "hard no", "dont think so",
    "i dont think so", "i do not think so", "no creo", "creo que no", "not this time", "not today", "hoy no", "ahora no", "ahorita no",
    "todavia no", "aun no", "not yet", "no quiero", "dont want", "i dont want", "incorrect", "wrong", "thats wrong", "incorrecto", "no es correcto", "not correct",
    "\xF0\x9F\x91\x8E", "\xE2\x9D\x8C", "\xF0\x9F\x9A\xAB", "\xF0\x9F\x99\x85"};
constexpr std::string_view kYes[] = {
    "yes", "y", "ye", "yea", "yeah", "yeh", "yep", "yup", "yas", "yess", "yuh", "ya", "yah", "yes please", "sure", "sure thing", "ok", "okay", "okey", "k", "kk", "okie", "oki", "fine",
    "fine by me", "thats fine", "its fine", "that is fine", "its ok", "thats ok", "its okay", "thats okay", "of course", "ofc", "absolutely", "definitely", "def", "certainly", "totally", "for sure",
    "correct", "right", "thats right", "thats correct", "exactly", "affirmative", "you can", "you may", "u can", "go ahead", "go for it", "please do", "please",
    "i agree", "agreed", "i do", "i am", "i would", "id like that", "i would like that", "sounds good", "sounds great", "works", "works for me", "that works", "no problem", "no prob", "np",
    "not a problem", "no worries", "i dont mind", "dont mind", "why not", "mm hmm", "mmhmm", "mhm", "mm", "uh huh", "uhuh", "yes sir", "yes maam", "you bet", "bet", "alright", "all right", "cool", "great", "perfect",
    "good", "all good", "looks good", "looks right", "true", "do it", "yessir", "i guess", "i guess so", "i suppose", "i think so",
    "si", "sii", "sip", "sipi", "simon", "sep", "claro", "claro que si", "por supuesto", "dale", "andale", "orale", "va", "sale", "vale", "bueno", "esta bien", "ta bien", "de acuerdo", "correcto",
    "asi es", "exacto", "okei", "si por favor", "si claro", "por favor", "adelante", "pueden", "puede", "si pueden", "si puede", "como no", "seguro", "desde luego", "afirmativo", "cierto", "eso es",
    "no hay problema", "sin problema", "no importa", "no me importa", "me parece bien", "perfecto", "ya", "obvio", "creo que si", "eso", "listo", "conforme", "acepto", "i accept", "accept", "i consent",
    "\xF0\x9F\x91\x8D", "\xE2\x9C\x85", "\xF0\x9F\x91\x8C", "\xF0\x9F\x92\xAF", "\xE2\x9C\x94", "\xE2\x9C\x93", "\xF0\x9F\x99\x8F", "\xF0\x9F\x99\x8C"};

constexpr std::size_t kWordsMax = 14;  // a longer text says more than yes or no

/// Length of the longest of `phrases` that `words` begins with.
std::size_t longest_at_start(std::string_view words, Phrases phrases) {
  std::size_t longest = 0;
  for (const auto phrase : phrases)
    if (words.substr(0, phrase.size()) == phrase &&
        (words.size() == phrase.size() || words[phrase.size()] == ' '))
      longest = std::max(longest, phrase.size());
  return longest;
}

std::size_t longest_at_start(std::string_view words,
                             std::initializer_list<std::string_view> phrases) {
  return longest_at_start(words, Phrases(phrases.begin(), phrases.size()));
}

/// Without the words that may come before any answer.
std::string_view without_opening(std::string_view words) {
  static constexpr std::string_view kOpenings[] = {"um", "uh", "uhm", "hmm", "well", "oh", "so", "hey", "hi", "hola", "pues", "este", "ah", "eh", "lol", "honestly", "ay"};
  for (std::size_t length; (length = longest_at_start(words, kOpenings)) > 0 && length < words.size();)
    words.remove_prefix(length + 1);
  return words;
}

}  // namespace

SlotReading read_yes_no(std::string_view text, const SlotContext&) {
  const SlotReading unclear{std::nullopt, Refusal::unclear};
  const auto tokens = tokens_of(text);
  std::string all;
  std::size_t count = 0;
  for (const auto& token : tokens) {
    if (token.form == "?") return unclear;
    const bool is_ascii_mark = token.kind == Token::Kind::mark && token.form.size() == 1;
    if (is_ascii_mark) continue;
    all += (all.empty() ? "" : " ") + token.form;
    ++count;
  }
  const auto words = without_opening(all);
  const std::size_t unsure = longest_at_start(words, kUnclear);
  const std::size_t no = longest_at_start(words, kNo), yes = longest_at_start(words, kYes);
  if (count > kWordsMax || std::max(no, yes) == 0 || unsure >= std::max(no, yes)) return unclear;
  const std::string_view rest = words.substr(std::min(std::max(no, yes) + 1, words.size()));
  if (has_phrase(rest, "not sure") || has_phrase(rest, "maybe") || has_phrase(rest, "no se") || has_phrase(rest, "idk"))
    return unclear;
  if (yes > no) {
    // "yes no", "sure no thanks": taken back; "ok not now" too.
    const std::size_t taken_back = longest_at_start(rest, {"no", "nope", "not", "actually no", "but no", "pero no", "mejor no", "wait no"});
    if (taken_back > 0 && longest_at_start(rest, {"no problem", "not a problem", "no worries", "no hay problema", "no importa"}) == 0) {
      if (words.substr(0, yes) == "ok" || words.substr(0, yes) == "ok but") return {SlotValue(std::string("no")), Refusal::none};
      return unclear;
    }
    return {SlotValue(std::string("yes")), Refusal::none};
  }
  if (longest_at_start(rest, {"yes", "wait yes", "si", "actually yes", "i mean yes", "digo si"}) > 0) {
    const bool is_meant = longest_at_start(rest, {"wait yes", "actually yes", "i mean yes", "digo si"}) > 0;
    if (!is_meant) return unclear;
    return {SlotValue(std::string("yes")), Refusal::none};
  }
  return {SlotValue(std::string("no")), Refusal::none};
}

}  // namespace dialogs
