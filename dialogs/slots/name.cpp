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

constexpr std::size_t kWordsMax = 6;
constexpr std::size_t kNameBytesMax = 200;

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

using Words = std::vector<std::string_view>;

bool stands_at(const Tokens& tokens, std::size_t at, const Words& words) {
  if (at + words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (tokens[at + i].form != words[i]) return false;
  return true;
}

/// How surely what follows is a name.
enum class Lead { none, polite, weak, sure };

struct LeadIn {
  Words words;
  Lead lead;
};

/// What people say before their name. A weak one ("I'm") may begin anything else as well.
const std::vector<LeadIn>& lead_ins() {
  static const std::vector<LeadIn> all = {
      {{"my", "name", "is"}, Lead::sure}, {{"my", "names"}, Lead::sure}, {{"my", "name", "s"}, Lead::sure},
      {{"my", "full", "name", "is"}, Lead::sure}, {{"my", "first", "name", "is"}, Lead::sure},
      {{"first", "name", "is"}, Lead::sure}, {{"first", "name"}, Lead::sure}, {{"the", "name", "is"}, Lead::sure},
      {{"the", "names"}, Lead::sure}, {{"name", "is"}, Lead::sure}, {{"names"}, Lead::sure}, {{"name"}, Lead::sure},
      {{"name", ":"}, Lead::sure}, {{"nombre", ":"}, Lead::sure}, {{"nombre"}, Lead::sure},
      {{"full", "name"}, Lead::sure}, {{"my", "name"}, Lead::sure}, {{"i", "go", "by"}, Lead::sure},
      {{"i", "am", "called"}, Lead::sure}, {{"im", "called"}, Lead::sure}, {{"call", "me"}, Lead::sure},
      {{"you", "can", "call", "me"}, Lead::sure}, {{"u", "can", "call", "me"}, Lead::sure},
      {{"just", "call", "me"}, Lead::sure}, {{"please", "call", "me"}, Lead::sure}, {{"everyone", "calls", "me"}, Lead::sure},
      {{"people", "call", "me"}, Lead::sure}, {{"they", "call", "me"}, Lead::sure}, {{"friends", "call", "me"}, Lead::sure},
      {{"ask", "for"}, Lead::sure}, {{"me", "llamo"}, Lead::sure}, {{"yo", "me", "llamo"}, Lead::sure},
      {{"mi", "nombre", "es"}, Lead::sure}, {{"mi", "nombre", "completo", "es"}, Lead::sure}, {{"mi", "nombre"}, Lead::sure},
      {{"el", "nombre", "es"}, Lead::sure}, {{"me", "dicen"}, Lead::sure}, {{"me", "puede", "llamar"}, Lead::sure},
      {{"puede", "llamarme"}, Lead::sure}, {{"pueden", "llamarme"}, Lead::sure}, {{"me", "pueden", "llamar"}, Lead::sure},
      {{"me", "pueden", "decir"}, Lead::sure}, {{"digame"}, Lead::sure}, {{"diganme"}, Lead::sure}, {{"dime"}, Lead::sure},
      {{"me", "yamo"}, Lead::sure}, {{"mi", "nombre", "e"}, Lead::sure}, {{"le", "habla"}, Lead::sure}, {{"habla"}, Lead::weak},
      {{"pregunte", "por"}, Lead::sure}, {{"pregunten", "por"}, Lead::sure},
      {{"i", "am"}, Lead::weak}, {{"im"}, Lead::weak}, {{"i", "m"}, Lead::weak}, {{"it", "is"}, Lead::weak}, {{"its"}, Lead::weak},
      {{"this", "is"}, Lead::weak}, {{"thats"}, Lead::weak}, {{"this", "here", "is"}, Lead::weak}, {{"soy"}, Lead::weak},
      {{"yo", "soy"}, Lead::weak}, {{"es"}, Lead::weak}, {{"aqui"}, Lead::weak}, {{"its", "me"}, Lead::weak},
      {{"hi"}, Lead::polite}, {{"hello"}, Lead::polite}, {{"hey"}, Lead::polite}, {{"hiya"}, Lead::polite}, {{"hi", "there"}, Lead::polite},
      {{"hey", "there"}, Lead::polite}, {{"good", "morning"}, Lead::polite}, {{"good", "evening"}, Lead::polite},
      {{"good", "afternoon"}, Lead::polite}, {{"sure"}, Lead::polite}, {{"ok"}, Lead::polite}, {{"okay"}, Lead::polite}, {{"k"}, Lead::polite},
      {{"yes"}, Lead::polite}, {{"yeah"}, Lead::polite}, {{"yep"}, Lead::polite}, {{"ya"}, Lead::polite}, {{"oh"}, Lead::polite}, {{"um"}, Lead::polite},
      {{"uh"}, Lead::polite}, {{"well"}, Lead::polite}, {{"so"}, Lead::polite}, {{"alright"}, Lead::polite}, {{"fine"}, Lead::polite},
      {{"hola"}, Lead::polite}, {{"buenas"}, Lead::polite}, {{"buenos", "dias"}, Lead::polite}, {{"buenas", "tardes"}, Lead::polite},
      {{"buenas", "noches"}, Lead::polite}, {{"si"}, Lead::polite}, {{"claro"}, Lead::polite}, {{"bueno"}, Lead::polite}, {{"pues"}, Lead::polite},
      {{"claro", "que", "si"}, Lead::polite}, {{"por", "supuesto"}, Lead::polite}, {{"of", "course"}, Lead::polite},
      {{"mr"}, Lead::polite}, {{"mrs"}, Lead::polite}, {{"ms"}, Lead::polite}, {{"mx"}, Lead::polite}, {{"sr"}, Lead::polite}, {{"sra"}, Lead::polite},
      {{"srta"}, Lead::polite}, {{"don"}, Lead::polite}, {{"senora"}, Lead::polite}, {{"senor"}, Lead::polite}};
  return all;
}

bool is_title(std::string_view form) {
  return is_any(form, {"mr", "mrs", "ms", "mx", "sr", "sra", "srta", "don", "senora", "senor", "dr", "dra"});
}

/// Words inside a name that are no names by themselves.
bool is_particle(std::string_view form) {
  return is_any(form, {"de", "la", "las", "los", "del", "van", "von", "der", "den", "da", "dos",
                       "di", "du", "le", "st", "san", "santa", "bin", "ibn", "al", "el", "ter",
                       "ten", "y", "ni", "mac", "mc", "o", "d", "ben", "abu", "dela", "delos"});
}

bool is_suffix(std::string_view form) {
  return is_any(form, {"jr", "sr", "ii", "iii", "iv", "junior", "phd", "md", "lcsw", "rn", "esq"});
}

/// Letters that may stand in a name: a word that is no everyday word.
bool is_name_word(const Token& token) {
  return token.kind == Token::Kind::word && !token.form.empty() && !is_common_word(token.form);
}

bool joins(const Token& token) {
  return token.form == "-" || token.form == "." || token.form == "\xC2\xB7";
}

/// A run of tokens that may be a name: [first, last].
struct Span {
  std::size_t first = 0, last = 0;
  std::size_t words = 0;
};

/// The longest run from `at` of names, particles between them, initials and suffixes. With a sure
/// lead-in the first word may be an everyday word ("my name is Summer").
Span span_at(const Tokens& tokens, std::size_t at, Lead lead) {
  Span span{at, at, 0};
  std::size_t next = at;
  while (next < tokens.size() && span.words < kWordsMax) {
    const Token& token = tokens[next];
    if (token.kind == Token::Kind::word) {
      const bool is_first = span.words == 0;
      const bool before_name = next + 1 < tokens.size() && tokens[next + 1].kind == Token::Kind::word &&
                               (is_name_word(tokens[next + 1]) || is_particle(tokens[next + 1].form));
      const bool after_hyphen = next > at && tokens[next - 1].form == "-" && !tokens[next - 1].after_space;
      const bool is_initial = token.form.size() == 1 && (next + 1 == tokens.size() || tokens[next + 1].form == "." || !is_first) &&
                              !is_any(token.form, {"y", "o", "e", "u", "i", "n", "k"});
      const bool is_dotted = next + 2 < tokens.size() && tokens[next + 1].form == "." && !tokens[next + 1].after_space && token.form.size() == 1;
      const bool belongs = is_name_word(token) || (is_suffix(token.form) && !is_first) || is_initial || is_dotted ||
                           after_hyphen || (is_particle(token.form) && before_name) ||
                           (is_first && lead == Lead::sure && !is_any(token.form, {"not", "no", "none", "a", "the", "my", "your", "in", "on", "at", "when", "later", "back", "tomorrow", "anytime", "now", "asap", "please", "soon", "if", "at", "after", "private", "anonymous", "is", "what", "i", "me", "it", "que", "cuando", "manana", "luego", "despues", "por", "para", "mas"}));
      if (!belongs) break;
      ++span.words;
      span.last = next;
    } else if (joins(token) && span.words > 0) {
      const bool is_period = token.form == ".";
      const bool after_initial = is_period && !token.after_space &&
                                 (tokens[next - 1].form.size() <= 2 || is_suffix(tokens[next - 1].form) || is_title(tokens[next - 1].form));
      if (is_period && !after_initial) break;
      if (!is_period && (token.after_space || next + 1 >= tokens.size() || tokens[next + 1].after_space)) break;
      if (is_period && tokens[next - 1].form.size() == 1) span.last = next;
    } else {
      break;
    }
    ++next;
  }
  return span;
}

std::string text_of(std::string_view text, const Tokens& tokens, const Span& span) {
  std::string name;
  for (std::size_t at = span.first; at <= span.last; ++at) {
    if (at > span.first && tokens[at].after_space) name += ' ';
    name += text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  }
  return name;
}

/// "D-A-N-A": letters that spell one name.
std::string spelled(const Tokens& tokens, std::string_view text, const Span& span) {
  std::string letters;
  std::size_t count = 0;
  for (std::size_t at = span.first; at <= span.last; ++at) {
    if (tokens[at].form == "-") continue;
    if (tokens[at].kind != Token::Kind::word || tokens[at].form.size() != 1) return {};
    letters += text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
    ++count;
  }
  return count >= 3 ? letters : std::string();
}

/// Moves past lead-ins; gives how surely a name follows.
Lead skip_lead_ins(const Tokens& tokens, std::size_t& at) {
  Lead lead = Lead::none;
  for (bool moved = true; moved && at < tokens.size();) {
    moved = false;
    const LeadIn* longest = nullptr;
    for (const auto& one : lead_ins())
      if (stands_at(tokens, at, one.words) && (longest == nullptr || one.words.size() > longest->words.size()))
        longest = &one;
    // A title or a word by itself may be all of the name ("Don").
    if (longest != nullptr && longest->words.size() == 1 && at + 1 == tokens.size() && lead != Lead::none) longest = nullptr;
    if (longest != nullptr) {
      at += longest->words.size();
      lead = std::max(lead, longest->lead);
      moved = true;
    }
    while (at < tokens.size() && tokens[at].kind == Token::Kind::mark && tokens[at].form != "@") {
      ++at;
      moved = true;
    }
  }
  return lead;
}

bool is_question(const Tokens& tokens) {
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.form == "?"; })) {
    return true;
  }
  return !tokens.empty() && is_any(tokens[0].form, {"why", "what", "how", "who", "where", "when", "do", "does", "did", "can",
                                                    "could", "is", "are", "would", "should", "por", "que", "como", "quien", "cuando",
                                                    "donde", "para", "cual"});
}

/// Whether the words after a name are talk that may follow one: everyday words or nothing.
bool may_follow(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return true;
  return tokens[at].kind != Token::Kind::word || is_common_word(tokens[at].form) ||
         is_any(tokens[at].form, {"speaking", "here"});
}

}  // namespace

SlotReading read_name(std::string_view text, const SlotContext& context) {
  const SlotReading none{std::nullopt, Refusal::unclear};
  std::string cut(text);
  for (const auto& found : find_emails(text, context)) cut.replace(found.begin, found.end - found.begin, found.end - found.begin, ',');
  for (const auto& found : find_phones(text, context)) cut.replace(found.begin, found.end - found.begin, found.end - found.begin, ',');
  const auto tokens = tokens_of(cut);
  std::size_t at = 0;
  Lead lead = skip_lead_ins(tokens, at);
  if (lead != Lead::sure)  // "Hi there, my name is Dana": the name may be announced later
    for (std::size_t later = at; later < tokens.size(); ++later) {
      std::size_t next = later;
      if (later > 0 && skip_lead_ins(tokens, next) == Lead::sure && next < tokens.size() &&
          tokens[later].form != "call" && tokens[later].form != "names" && tokens[later].form != "name" &&
          tokens[later].form != "nombre" && span_at(tokens, next, Lead::sure).words > 0) {
        const auto before = span_at(tokens, at, lead);
        if (before.words > 0) break;
        at = next;
        lead = Lead::sure;
        break;
      }
    }
  if (lead != Lead::sure && is_question(tokens)) {
    if (lead == Lead::none || tokens.back().form == "?") return none;
  }
  if (at >= tokens.size()) {
    // "Don" or "Mr" alone is all there is: a polite word is not a name.
    return none;
  }
  const Span span = span_at(tokens, at, lead);
  if (span.words == 0) return none;
  std::string name = text_of(cut, tokens, span);
  const std::size_t next = span.last + 1;
  if (const auto letters = spelled(tokens, cut, span); !letters.empty()) name = letters;
  // "van der Berg, Pieter": the family name first.
  const bool is_turned = lead != Lead::sure && next + 1 < tokens.size() && tokens[next].form == "," &&
                         is_name_word(tokens[next + 1]) &&
                         span_at(tokens, next + 1, Lead::none).last + 1 == tokens.size() &&
                         (span.words == 1 || is_particle(tokens[span.first].form));
  if (is_turned)
    name = text_of(cut, tokens, span_at(tokens, next + 1, Lead::none)) + " " + name;
  else if (!may_follow(tokens, next)) return none;
  if (lead == Lead::none && !is_turned && next < tokens.size() && tokens[next].kind == Token::Kind::word &&
      !is_any(tokens[next].form, {"and", "y", "but", "pero", "here", "from", "de", "thanks", "thank", "ty", "gracias", "please", "i", "my", "is", "es", "with", "con", "or", "o", "for", "para", "mi", "yo", "thx", "speaking"}))
    return none;  // "relapsing again": more than a name
  if (name.size() > kNameBytesMax) return none;
  return {SlotValue(std::move(name)), Refusal::none};
}

std::vector<Found> find_names(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  std::vector<Found> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const LeadIn* longest = nullptr;
    for (const auto& one : lead_ins())
      if (one.lead >= Lead::weak && stands_at(tokens, at, one.words) && (longest == nullptr || one.words.size() > longest->words.size()))
        longest = &one;
    if (longest == nullptr || (at > 0 && is_any(tokens[at - 1].form, {"last", "brand", "drug", "doctors", "his", "her", "sons", "daughters", "company", "su", "plan", "insurance", "street", "friends"}))) continue;
    std::size_t next = at + longest->words.size();
    while (next < tokens.size() && (tokens[next].form == ":" || is_title(tokens[next].form) || tokens[next].form == ".")) ++next;
    const bool is_weak = longest->lead == Lead::weak || longest->words.size() == 1 || is_any(tokens[at].form, {"call", "please", "just", "ask", "pregunte", "pregunten"});
    const Span span = span_at(tokens, next, is_weak ? Lead::weak : Lead::sure);
    if (span.words == 0 || !may_follow(tokens, span.last + 1)) continue;
    // After "I'm" anything may follow; a name is written with a capital.
    const char first = text[tokens[span.first].begin];
    const bool is_capital = (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
    if (is_weak && !is_capital) continue;
    found.push_back({text_of(text, tokens, span), tokens[at].begin, tokens[span.last].end});
    at = span.last;
  }
  return found;
}

}  // namespace dialogs
