#include <algorithm>

#include "dialogs/slots/readers.h"
#include "dialogs/slots/relation.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

SlotReading meant(ForWhom whom) {
  return {SlotValue(std::move(whom)), Refusal::none};
}

bool asks_back(const Tokens& tokens) {
  static const Phrases openings(
      "why; what; whats; how; who; whos; do; does; can; is; are; will; would; could; where; when; "
      "which; por que; "
      "que; como; quien; cual; para que; cuanto; donde; cuando; hay; es [necesario|confidencial|"
      "obligatorio]; "
      "aceptan; tienen; puedo; pueden");
  const bool has_mark = std::any_of(tokens.begin(), tokens.end(),
                                    [](const Token& token) { return token.form == "?"; });
  const std::size_t start = !tokens.empty() && tokens[0].kind == Token::Kind::mark ? 1 : 0;
  return has_mark && openings.begin_at(tokens, start);
}

/// A question without its mark: "who is calling me", "cuantas horas son".
bool asks_plainly(const Tokens& tokens) {
  static const Phrases openings(
      "[y|and|but|so] who (is|will|are|would|s|else); [y|and|but|so] (whos|whats|why); "
      "[y|and|but|so] how (will|do|does|are|is|long|much|many|can you|would you); "
      "[y|and|but|so] what (is|are|do|does|will|else|time|kind|happens); "
      "[y|and|but|so] when (will|do|does|is|are); [y|and|but|so] where (is|are); "
      "[y|pero] (cuanto|cuanta|cuantos|cuantas|cual|cuales|de que|a que|quienes|donde|por que|"
      "para que); [y|pero] que (es|son|mas|tipo|tipos|clase|clases|dias|horas|horario|hacen|pasa|"
      "significa|me|van); [y|pero] quien (es|me|va|llama); "
      "[y|pero] como (es|son|funciona|me|se|le|van); [y|pero] cuando (me|es|son|van|llaman)");
  return openings.begin_at(tokens, 0) ||
         (!tokens.empty() && tokens[0].kind == Token::Kind::mark && openings.begin_at(tokens, 1));
}

/// "for me", "para mí" with nobody named after it, "I'm the one who needs it".
bool says_self(const Tokens& tokens) {
  static const Phrases self(
      "for (me|myself|self|my self); fr me; 4 me; me myself; its me; it is me; just me; only me; "
      "me; myself; my self; self; mine; i am; yours truly; "
      "im the (one|patient|person|client|addict|alcoholic); i am the (one|patient|person|client|"
      "addict|alcoholic); im asking for me; i would be; id be; i do; i want; i need; "
      "i have a problem; "
      "i (struggle|drink|use|relapsed); im (struggling|looking|seeking|interested|trying|drinking|"
      "using|depressed|anxious); im an (addict|alcoholic); "
      "yo; yo (mismo|misma|mero); soy yo; yo soy; [la|el] [que] necesito; (a|pa|para|de|"
      "por) mi (mismo|misma|nomas|solo|sola); mi persona; mio; mia; para (un|una|su) servidor; "
      "para (un|una|su) servidora; "
      "soy (el|la) (paciente|que|interesado|interesada|adicto|alcoholico|de la ayuda); "
      "[for|about|with] my [own] (drinking|addiction|anxiety|depression|recovery|sobriety|habit|"
      "drug use|alcohol use|mental health); (para|por) mi (adiccion|alcoholismo|ansiedad|"
      "depresion|problema|recuperacion); "
      "quiero (ayuda|dejar|entrar|empezar|cambiar); busco ayuda; ocupo ayuda; para mi uso");
  static const Phrases before_a_noun("(a|pa|para|de|por) mi; mi; mi es; mi y; es mi");
  static const Phrases talk_after_pronoun(
      "por favor; gracias; solo; sola; nada mas; nomas; pero; "
      "y; que; porque; soy; es; no; la; lo; solamente; "
      "unicamente; si; claro; mero; creo; estoy; tengo; "
      "quiero; necesito; ando; la verdad");
  static const Phrases asks_for_help(
      "(call|calling|reach|reaching|calls|phone|tell|ask|contact|text|give|help|llamame|wait for|"
      "worried|let|send) me; que me; me (llamo|llaman|llamen|llame|marquen|marque|hablen|contacten|"
      "dicen|digan|pueden|puede|da|importa|van|gustaria|interesa)");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (asks_for_help.begin_at(tokens, at)) {
      at = asks_for_help.after(tokens, at) - 1;
      continue;
    }
    if (self.begin_at(tokens, at)) return true;
    const std::size_t next = before_a_noun.after(tokens, at);
    if (next == 0) continue;
    const bool is_pronoun = next == tokens.size() || tokens[next].kind == Token::Kind::mark ||
                            talk_after_pronoun.begin_at(tokens, next);
    if (is_pronoun) return true;
  }
  return false;
}

/// "My wife worries, it's for me."
bool says_at_last_self(const Tokens& tokens) {
  static const Phrases self(
      "(its|it is|it s|this is|the call is) for (me|myself); es para (mi|mi mismo|mi misma)");
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::size_t next = self.after(tokens, at))
      if (next == tokens.size() || tokens[next].kind == Token::Kind::mark) return true;
  return false;
}

bool says_not_self(const Tokens& tokens) {
  static const Phrases not_self(
      "not (for me|me|mine|myself|for myself|about me); isnt (for me|me|mine|about me); "
      "not [really|actually] for me; its not (me|for me); no (es|soy|era) para mi; "
      "no [es] para mi; no soy yo; no es mio; yo no; "
      "para el; para ellos; para ella");
  return not_self.stand_in(tokens);
}

/// Whoever writes says who they are: "I'm his mother" tells whom it is for.
std::string other_side_of(const Person& writer, const Tokens& tokens) {
  if (writer.first == 0) return {};
  const std::string& pronoun = tokens[writer.first - 1].form;
  const bool is_he = pronoun == "his", is_she = pronoun == "her";
  if (!is_he && !is_she) return {};
  const std::string& own = writer.relation;
  if (own == "mother" || own == "father" || own == "parent") return is_he ? "son" : "daughter";
  if (own == "wife" || own == "husband") return is_he ? "husband" : "wife";
  if (own == "brother" || own == "sister") return is_he ? "brother" : "sister";
  if (own == "son" || own == "daughter") return is_he ? "father" : "mother";
  if (own == "friend" || own == "partner" || own == "cousin" || own == "roommate" ||
      own == "coworker")
    return own;
  return {};
}

/// "my son", "one of my clients": somebody the visitor speaks of as theirs.
bool is_owned(const Person& person, const Tokens& tokens) {
  static const Phrases owners(
      "my; our; mi; mis; nuestro; nuestra; a; an; un; una; one of my; uno de mis; una de mis");
  constexpr std::size_t kReach = 6;
  const std::size_t farthest = person.first - std::min(person.first, kReach);
  for (std::size_t at = farthest; at <= person.first; ++at)
    if (owners.begin_at(tokens, at)) return true;
  return false;
}

/// The one that the text says it is for, by name or as "him" of somebody named before: "my son
/// drinks, can I start this for him?"
const Person* beneficiary_of(const std::vector<Person>& persons, const Tokens& tokens) {
  static const Phrases pronouns("for (him|her|them); para (el|ella|ellos)");
  const Person* named = nullptr;
  for (const Person& person : persons) {
    if (person.is_visitor || person.relation.empty() || person.is_ruled_out ||
        !is_owned(person, tokens))
      continue;
    if (person.is_beneficiary) return &person;
    if (!named) named = &person;
  }
  return pronouns.stand_in(tokens) ? named : nullptr;
}

}  // namespace

SlotReading read_for_whom(std::string_view text, const SlotContext&) {
  const Tokens tokens = tokens_of(text);
  const auto persons = persons_in(tokens);
  // "How do I get help for my son" asks, and says for whom all the same.
  const bool is_question = asks_plainly(tokens) && !beneficiary_of(persons, tokens);
  if (is_question || asks_back(tokens)) return {std::nullopt, Refusal::unclear};
  const bool is_not_self = says_not_self(tokens);
  const Person* meant_person = nullptr;
  const Person* writer = nullptr;
  for (const Person& person : persons) {
    if (person.is_ruled_out) continue;
    if (person.is_visitor) {
      writer = writer ? writer : &person;
      continue;
    }
    const bool says_more =
        meant_person && ((person.is_beneficiary && !meant_person->is_beneficiary) ||
                         (meant_person->relation.empty() && !person.relation.empty()));
    if (!meant_person || says_more) meant_person = &person;
  }
  static const Phrases is_visitor("is me; me; soy yo; seria yo; am i; would be me");
  const bool is_patient =
      meant_person && (meant_person->relation == "patient" || meant_person->relation == "client");
  if (is_patient && !is_not_self && is_visitor.begin_at(tokens, meant_person->next))
    return meant({true, ""});
  if (writer && (writer->relation == "patient" || writer->relation == "client") && !meant_person)
    return meant({true, ""});
  if (meant_person && !is_not_self && meant_person != &persons.front() &&
      persons.front().is_ruled_out && meant_person->relation.empty())
    meant_person = nullptr;
  static const Phrases plainly_self(
      "for me; for myself; me; its for me; para mi; yo; its me; "
      "soy yo; es para mi; para mi mismo; para mi misma");
  const bool starts_with_self = plainly_self.begin_at(tokens, 0) && says_self(tokens) &&
                                !is_not_self && !writer &&
                                (!meant_person || !meant_person->is_beneficiary);
  const bool ends_with_self = says_at_last_self(tokens) && !is_not_self &&
                              (!meant_person || !meant_person->is_beneficiary);
  if (starts_with_self || ends_with_self) return meant({true, ""});
  if (meant_person) return meant({false, meant_person->relation});
  if (is_not_self) return meant({false, ""});
  if (writer) return meant({false, other_side_of(*writer, tokens)});
  if (says_self(tokens)) return meant({true, ""});
  return {std::nullopt, Refusal::unclear};
}

std::vector<Found> find_for_whom(std::string_view text, const SlotContext&) {
  const Tokens tokens = tokens_of(text);
  const auto persons = persons_in(tokens);
  if (const Person* person = beneficiary_of(persons, tokens))
    return {{ForWhom{false, person->relation}, tokens[person->first].begin,
             tokens[person->next - 1].end}};
  static const Phrases for_self("for (me|myself); para mi [mismo|misma]; pa mi");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::size_t next = for_self.after(tokens, at);
    const bool ends_there =
        next == tokens.size() || (next > 0 && tokens[next].kind == Token::Kind::mark);
    if (next > 0 && (ends_there || tokens[next - 1].form == "myself") && !says_not_self(tokens))
      return {{ForWhom{true, ""}, tokens[at].begin, tokens[next - 1].end}};
  }
  return {};
}

}  // namespace dialogs
