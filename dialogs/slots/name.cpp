#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/slots/common_words.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/name_lead.h"
#include "dialogs/slots/name_span.h"
#include "dialogs/slots/plan_name.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kNameBytesMax = 200;

bool asks(const Tokens& tokens, std::size_t at) {
  static const Phrases openings(
      "why; what; whats; how; who; whos; where; when; do; does; did; can; could; is; are; would; "
      "should; will (you|this|they|it|i|my|the|someone|we); por que; porque; que; como; quien; "
      "cuando; donde; para que; para; cual; cuanto; hay; tienen; aceptan; puedo; pueden; "
      "es (confidencial|necesario|obligatorio|privado|anonimo)");
  while (at < tokens.size() && tokens[at].kind == Token::Kind::mark) ++at;
  return openings.begin_at(tokens, at);
}

bool has_question_mark(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.form == "?"; });
}

/// Words that may follow a name at once without making it something else.
bool is_talk_after_name(const Tokens& tokens, std::size_t at) {
  static const Phrases talk(
      "ok; okay; w; and; but; here; from; thanks; thank; ty; thx; tysm; please; pls; plz; i; im; "
      "my; is; or; for; with; without; speaking; calling; again; btw; lol; haha; works; will do; "
      "if; since; because; at; on; (just|only); who; he; she; her; his; the; same; no (h|e|y|k|z); "
      "not; sorry; sir; maam; by the way; as in; like the; hope; that; though; its; nice to meet; "
      "phone; number; cell; email; y; pero; gracias; por; de; con; sin; mi; yo; es; o; para; soy; "
      "nomas; nada mas; solamente; solo; aqui; a sus ordenes; a la orden; servidor; tengo; "
      "la mama; el papa; vivo; llamo; me; porfa; muchas gracias; su servidora; creo; mucho gusto; "
      "otra vez; de nuevo; al; tel; cel; telefono; que; ese es; jaja; le habla; mande");
  return talk.begin_at(tokens, at);
}

bool may_end_at(const Tokens& tokens, std::size_t next, Lead lead) {
  if (next >= tokens.size()) return true;
  // "gmail.com"
  const bool is_host = tokens[next - 1].form.size() > 2 && tokens[next].form == "." &&
                       next + 1 < tokens.size() && !tokens[next + 1].after_space &&
                       tokens[next + 1].kind == Token::Kind::word;
  if (is_host) return false;
  if (tokens[next].kind != Token::Kind::word) return true;
  const bool is_spelled_again =
      tokens[next].form.size() == 1 && next + 1 < tokens.size() && tokens[next + 1].form == "-";
  if (is_spelled_again || is_talk_after_name(tokens, next)) return true;
  return lead != Lead::none && lead != Lead::polite && is_common_word(tokens[next].form);
}

/// "blue shield" is a plan, "soy de Guatemala" a place.
bool says_something_else(const Tokens& tokens, const NameSpan& span, Lead lead) {
  static const Phrases origins("de; del");
  static const Phrases places(
      "de (mexico|guatemala|honduras|nicaragua|panama|colombia|peru|cuba|argentina|chile|ecuador|"
      "venezuela|bolivia|espana|el salvador|costa rica|puerto rico|estados unidos|california|"
      "los angeles|los estados unidos|alla|aca|aqui)");
  if (places.begin_at(tokens, span.first)) return true;
  if (lead == Lead::sure) return false;
  const bool is_plan = plan_name_at(tokens, span.first).next > span.first + 1;
  return is_plan || (lead == Lead::weak && origins.begin_at(tokens, span.first));
}

/// "First name Leon, last name Banks", in either order.
std::optional<Found> first_and_last_name(std::string_view text, const Tokens& tokens) {
  static const Phrases first_cue(
      "[my] (first name|first) [is|:|-]; [mi] (primer nombre|nombre) [es|:]");
  static const Phrases last_cue(
      "[my|and|and my|,] (last name|surname|last|family name) [is|:|-]; [mi|y|y mi|"
      ",] apellido [es|:]");
  std::string first, last;
  std::size_t begin = text.size(), end = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_last = last_cue.begin_at(tokens, at);
    const std::size_t next = is_last ? last_cue.after(tokens, at) : first_cue.after(tokens, at);
    if (next == 0) continue;
    const NameSpan span = name_span_at(text, tokens, next, Lead::sure);
    if (span.is_empty()) continue;
    std::string& part = is_last ? last : first;
    if (part.empty()) part = typed_name(text, tokens, span);
    begin = std::min(begin, tokens[at].begin);
    end = tokens[span.next - 1].end;
    at = span.next - 1;
  }
  if (first.empty() || last.empty()) return std::nullopt;
  return Found{first + " " + last, begin, end};
}

/// The lead-in whose name is the visitor's: the one at the start, or an announcement further on.
NameLead lead_of(std::string_view text, const Tokens& tokens) {
  static const Phrases too_short(
      "name; names; nombre; con; yo; my; me; here; aqui; es; its; under; write; i use; call me; "
      "the name; el nombre; thats; that is; it is; ask for; tell them; i am; im");
  const NameLead opening = name_lead_at(tokens, 0);
  if (opening.lead == Lead::sure ||
      !name_span_at(text, tokens, opening.next, opening.lead).is_empty())
    return opening;
  std::optional<NameLead> maybe;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    const NameLead later = name_announcement_at(tokens, at);
    if (later.lead == Lead::none || names_somebody_else(tokens, at) ||
        too_short.after(tokens, at) == later.next)
      continue;
    const NameSpan span = name_span_at(text, tokens, later.next, later.lead);
    if (span.is_empty()) continue;
    if (later.lead == Lead::sure) return later;
    if (!maybe && is_title_case(text, tokens[span.first])) maybe = later;
  }
  if (maybe) return *maybe;
  return opening;
}

/// "Berg, Pieter" turned, "Bond, James Bond" completed; empty where what follows is no name.
std::string with_what_follows(std::string_view text, const Tokens& tokens, const NameSpan& span,
                              Lead lead) {
  if (span.next + 1 >= tokens.size() || tokens[span.next].form != ",") return {};
  const NameSpan after = name_span_at(text, tokens, span.next + 1, Lead::none);
  const std::size_t end =
      after.next < tokens.size() && tokens[after.next].form == "." ? after.next + 1 : after.next;
  if (after.is_empty() || is_spelled(tokens, after) || end != tokens.size()) return {};
  const std::string name = typed_name(text, tokens, span), second = typed_name(text, tokens, after);
  if (tokens[after.next - 1].form == tokens[span.next - 1].form && after.words > span.words)
    return second;
  const bool is_family_name = span.words == 1 || is_name_particle(tokens[span.first]);
  if (lead >= Lead::weak || !is_family_name) return {};
  return second + " " + name;
}

}  // namespace

SlotReading read_name(std::string_view text, const SlotContext& context) {
  const SlotReading unclear{std::nullopt, Refusal::unclear};
  std::string rest = masked(std::string(text), find_emails(text, context));
  rest = masked(std::move(rest), find_phones(rest, context));
  const Tokens tokens = tokens_of(rest);
  if (auto whole = first_and_last_name(rest, tokens))
    return {std::move(whole->value), Refusal::none};
  const NameLead lead = lead_of(rest, tokens);
  if (names_somebody_else(tokens, lead.next) && lead.lead == Lead::none) return unclear;
  const bool is_question =
      has_question_mark(tokens) ? lead.lead != Lead::sure : lead.lead < Lead::weak;
  if (is_question && (asks(tokens, 0) || asks(tokens, lead.next))) return unclear;
  const NameSpan span = name_span_at(rest, tokens, lead.next, lead.lead);
  if (span.is_empty() || !may_end_at(tokens, span.next, lead.lead)) return unclear;
  if (says_something_else(tokens, span, lead.lead)) return unclear;
  std::string name = with_what_follows(rest, tokens, span, lead.lead);
  if (name.empty()) name = typed_name(rest, tokens, span);
  if (name.size() > kNameBytesMax) return unclear;
  return {SlotValue(std::move(name)), Refusal::none};
}

bool is_full_name(std::string_view text, const SlotContext& context) {
  constexpr std::size_t kWordsMin = 2, kWordsMax = 4;
  const Tokens tokens = tokens_of(text);
  if (tokens.size() < kWordsMin || tokens.size() > kWordsMax) return false;
  for (const Token& token : tokens)
    if (token.kind != Token::Kind::word || !is_title_case(text, token) ||
        is_common_word(token.form))
      return false;
  return read_name(text, context).value.has_value() &&
         find_insurers(text, context).empty();
}

std::vector<Found> find_names(std::string_view text, const SlotContext&) {
  static const Phrases short_cues("my; me; here; under; write; con; es; yo; thats; that is; aqui");
  const Tokens tokens = tokens_of(text);
  if (auto whole = first_and_last_name(text, tokens)) return {*std::move(whole)};
  std::vector<Found> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const NameLead lead = name_announcement_at(tokens, at);
    if (lead.lead == Lead::none || names_somebody_else(tokens, at) ||
        short_cues.after(tokens, at) == lead.next)
      continue;
    std::size_t next = lead.next;
    while (next < tokens.size() &&
           (tokens[next].form == ":" || tokens[next].form == "," || tokens[next].form == "-"))
      ++next;
    const bool is_sure = lead.lead == Lead::sure && lead.next > at + 1;
    const NameSpan span = name_span_at(text, tokens, next, is_sure ? Lead::sure : Lead::weak);
    if (span.is_empty() || !may_end_at(tokens, span.next, Lead::weak)) continue;
    // After "I'm" anything may follow; a name is written with a capital.
    if (!is_sure && !is_title_case(text, tokens[span.first])) continue;
    if (!is_sure && says_something_else(tokens, span, Lead::weak)) continue;
    found.push_back({typed_name(text, tokens, span), tokens[at].begin, tokens[span.next - 1].end});
    at = span.next - 1;
  }
  return found;
}

}  // namespace dialogs
