#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

/// Words for people, in both languages, and the relation they name.
const std::map<std::string_view, std::string_view>& relations() {
  static const std::map<std::string_view, std::string_view> all = {
      {"son", "son"}, {"sons", "son"}, {"stepson", "son"}, {"hijo", "son"}, {"hijito", "son"}, {"mijo", "son"}, {"hijastro", "son"}, {"muchacho", "son"},
      {"daughter", "daughter"}, {"daughters", "daughter"}, {"stepdaughter", "daughter"}, {"dauther", "daughter"}, {"daugther", "daughter"}, {"duaghter", "daughter"}, {"daugter", "daughter"},
      {"hija", "daughter"}, {"hijita", "daughter"}, {"mija", "daughter"}, {"hijastra", "daughter"}, {"hjia", "daughter"},
      {"child", "child"}, {"kid", "child"}, {"kids", "child"}, {"children", "child"}, {"teen", "child"}, {"teenager", "child"}, {"stepchild", "child"}, {"nino", "child"}, {"nina", "child"}, {"hijos", "child"}, {"hijxs", "child"}, {"chamaco", "child"},
      {"husband", "husband"}, {"hubby", "husband"}, {"husbend", "husband"}, {"esposo", "husband"}, {"marido", "husband"}, {"viejo", "husband"},
      {"wife", "wife"}, {"wifey", "wife"}, {"esposa", "wife"}, {"mujer", "wife"}, {"senora", "wife"},
      {"partner", "partner"}, {"spouse", "partner"}, {"boyfriend", "partner"}, {"girlfriend", "partner"}, {"bf", "partner"}, {"gf", "partner"}, {"fiance", "partner"}, {"fiancee", "partner"}, {"pareja", "partner"}, {"novio", "partner"}, {"novia", "partner"}, {"prometido", "partner"}, {"prometida", "partner"}, {"so", "partner"}, {"companero", "partner"}, {"companera", "partner"}, {"conyuge", "partner"},
      {"mother", "mother"}, {"mom", "mother"}, {"moms", "mother"}, {"mum", "mother"}, {"mama", "mother"}, {"mami", "mother"}, {"mommy", "mother"}, {"stepmom", "mother"}, {"stepmother", "mother"}, {"madre", "mother"}, {"jefita", "mother"}, {"amá", "mother"},
      {"father", "father"}, {"dad", "father"}, {"dads", "father"}, {"papa", "father"}, {"papi", "father"}, {"daddy", "father"}, {"pops", "father"}, {"stepdad", "father"}, {"stepfather", "father"}, {"padre", "father"}, {"jefito", "father"}, {"apá", "father"},
      {"parent", "parent"}, {"parents", "parent"}, {"padres", "parent"}, {"papas", "parent"},
      {"brother", "brother"}, {"bro", "brother"}, {"brothers", "brother"}, {"stepbrother", "brother"}, {"hermano", "brother"}, {"hermanito", "brother"}, {"carnal", "brother"}, {"borther", "brother"},
      {"sister", "sister"}, {"sis", "sister"}, {"sisters", "sister"}, {"stepsister", "sister"}, {"hermana", "sister"}, {"hermanita", "sister"}, {"sitser", "sister"},
      {"friend", "friend"}, {"friends", "friend"}, {"bestie", "friend"}, {"buddy", "friend"}, {"freind", "friend"}, {"frend", "friend"}, {"homie", "friend"}, {"amigo", "friend"}, {"amiga", "friend"}, {"compa", "friend"}, {"cuate", "friend"}, {"comadre", "friend"}, {"compadre", "friend"},
      {"grandson", "grandson"}, {"nieto", "grandson"}, {"nephew", "nephew"}, {"sobrino", "nephew"}, {"niece", "niece"}, {"neice", "niece"}, {"sobrina", "niece"},
      {"cousin", "cousin"}, {"cuz", "cousin"}, {"primo", "cousin"}, {"prima", "cousin"}, {"client", "client"}, {"clients", "client"}, {"cliente", "client"}, {"clienta", "client"}, {"patient", "patient"}, {"patients", "patient"}, {"pt", "patient"}, {"paciente", "patient"},
      {"roommate", "roommate"}, {"roomie", "roommate"}, {"housemate", "roommate"}, {"flatmate", "roommate"}, {"coworker", "coworker"}, {"colleague", "coworker"}, {"employee", "coworker"}, {"colega", "coworker"}};
  return all;
}

/// People who are somebody else, though the closed set has no word for them.
bool is_somebody(std::string_view form) {
  return is_any(form, {"relative", "granddaughter", "grandma", "grandmother", "grandpa", "grandfather", "grandchild", "grandkid", "aunt", "uncle", "neighbor", "student", "ex", "exhusband", "exwife", "inlaw", "godson", "familiar", "pariente", "nieta", "abuela", "abuelo", "tia", "tio", "vecino", "vecina", "cunado", "cunada", "suegra", "suegro", "yerno", "nuera", "ahijado", "ahijada", "alumno", "alumna", "him", "her", "them", "someone", "somebody", "alguien", "el", "ella", "ellos", "family", "familia"});
}

/// The relation that the text names first in the place of the one it is for.
std::optional<std::string> relation_in(const Tokens& tokens) {
  std::optional<std::string> found;
  bool is_for = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto known = relations().find(tokens[at].form);
    if (known == relations().end()) continue;
    // "my mom's friend", "the son of my friend": the first named is the one.
    const auto before = at > 0 ? std::string_view(tokens[at - 1].form) : std::string_view();
    if (tokens[at].form == "so" && before != "my") continue;
    if (is_any(tokens[at].form, {"viejo", "papas", "padre", "muchacho", "mujer", "senora", "prima", "nina", "nino", "companero", "companera"}) &&
        !is_any(before, {"mi", "my", "mis", "un", "una", "a", "al", "el", "la"}) && tokens.size() > 1)
      continue;
    bool for_it = false;
    for (std::size_t back = 1; back <= 5 && back <= at; ++back)
      for_it = for_it || is_any(tokens[at - back].form, {"for", "para", "pa", "behalf"});
    // "my mother in law", "ex husband": nobody of the closed set.
    if (at + 1 < tokens.size() && tokens[at + 1].form == "in" && at + 2 < tokens.size() && tokens[at + 2].form == "law")
      continue;
    if (!found || (for_it && !is_for)) {
      found = known->second;
      is_for = for_it;
    }
  }
  return found;
}

bool has_any(const std::string& words, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_phrase(words, phrase); });
}

bool is_not_for_self(const std::string& words) {
  return has_any(words, {"not for me", "not me", "isnt for me", "not myself", "not mine", "no es para mi", "no para mi", "no soy yo", "para otra persona", "para otro",
                         "para otra", "someone else", "somebody else", "other person", "another person", "loved one", "a loved one", "ser querido", "alguien mas", "otra persona",
                         "family member", "a relative", "un familiar", "una familiar", "un pariente", "someone i know", "someone i love", "someone close", "someone in my family", "alguien de mi familia",
                         "for someone", "for somebody", "para alguien", "on behalf", "for him", "for her", "for them", "para el", "para ella", "para ellos", "alguien cercano", "un conocido", "una conocida", "other", "otro", "otra", "alguien", "someone", "somebody"});
}

/// "for me", "para mí" with nobody named after it.
bool is_for_self(const Tokens& tokens, const std::string& words) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const bool is_for = is_any(tokens[at].form, {"for", "para", "pa", "fr", "4"});
    const auto who = tokens[at + 1].form;
    if (!is_for || !is_any(who, {"me", "mi", "myself", "mismo", "yo", "mí"})) continue;
    const auto after = at + 2 < tokens.size() ? std::string_view(tokens[at + 2].form) : std::string_view();
    const bool names_other = who == "mi" && at + 2 < tokens.size() && tokens[at + 2].kind == Token::Kind::word &&
                             !is_any(after, {"mismo", "misma", "y", "pero", "solo", "sola", "nada", "nomas", "por", "gracias", "es", "solamente", "soy", "la", "lo", "que", "no", "porque", "si"});
    const bool is_help = at > 0 && is_any(tokens[at - 1].form, {"call", "ask", "wait", "pray", "cares"});
    if (!names_other && !is_help) return true;
  }
  return has_any(words, {"myself", "me myself", "its me", "it is me", "just me", "only me", "me", "self", "i am", "im the one", "i need", "i want help", "i want to get", "i have a problem", "i struggle", "im struggling", "im looking for myself",
                         "im the patient", "i am the patient", "im asking for me", "yo", "yo mismo", "yo misma", "soy yo", "a mi", "mi persona", "para mi misma", "mio", "mia", "mine", "yours truly", "yo soy", "mí", "im the person", "i would be", "id be the"}) ||
         words == "mi" || words == "i" || words == "me" || words == "i do" || words == "for myself";
}

}  // namespace

SlotReading read_for_whom(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  const std::string words = joined(tokens);
  const bool is_question = !tokens.empty() && tokens.back().form == "?" &&
                           is_any(tokens[0].form, {"why", "what", "how", "who", "do", "can", "is", "are", "does", "por", "que", "como", "quien", "cual"});
  if (is_question) return {std::nullopt, Refusal::unclear};
  const bool is_refused = is_not_for_self(words);
  const auto relation = relation_in(tokens);
  if (!is_refused && has_any(words, {"for me", "para mi", "for myself", "pa mi"}) && is_for_self(tokens, words))
    return {SlotValue(ForWhom{true, ""}), Refusal::none};
  if (relation) return {SlotValue(ForWhom{false, *relation}), Refusal::none};
  const bool names_somebody = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return is_somebody(token.form) && token.form != "el";
  });
  if (is_refused || (names_somebody && !is_for_self(tokens, words)))
    return {SlotValue(ForWhom{false, ""}), Refusal::none};
  if (names_somebody && has_any(words, {"my", "mi"}) && !has_any(words, {"myself", "me", "yo"}))
    return {SlotValue(ForWhom{false, ""}), Refusal::none};
  if (is_for_self(tokens, words)) return {SlotValue(ForWhom{true, ""}), Refusal::none};
  return {std::nullopt, Refusal::unclear};
}

std::vector<Found> find_for_whom(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_for = is_any(tokens[at].form, {"for", "para", "pa"});
    const bool is_of = is_any(tokens[at].form, {"about", "sobre"});
    if ((!is_for && !is_of) || at + 1 >= tokens.size()) continue;
    std::size_t next = at + 1;
    if (is_any(tokens[next].form, {"my", "mi", "a", "an", "un", "una", "our", "mis"})) ++next;
    while (next < tokens.size() && next < at + 5 &&
           (tokens[next].kind == Token::Kind::number || tokens[next].form == "-" ||
            is_any(tokens[next].form, {"year", "years", "old", "yo", "yr", "adult", "older", "younger", "little", "teenage", "twin", "dear"})))
      ++next;
    if (next >= tokens.size()) continue;
    const auto known = relations().find(tokens[next].form);
    if (known != relations().end() && next > at + 1)
      return {{ForWhom{false, std::string(known->second)}, tokens[at].begin, tokens[next].end}};
    const bool is_self = is_for && (is_any(tokens[at + 1].form, {"myself"}) ||
                                    (tokens[at + 1].form == "me" && (at + 2 == tokens.size() || tokens[at + 2].kind == Token::Kind::mark)) ||
                                    (tokens[at + 1].form == "mi" && (at + 2 == tokens.size() || tokens[at + 2].kind == Token::Kind::mark)));
    if (is_self) return {{ForWhom{true, ""}, tokens[at].begin, tokens[at + 1].end}};
  }
  return {};
}

}  // namespace dialogs
