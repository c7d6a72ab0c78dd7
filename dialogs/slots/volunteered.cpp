#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/common_words.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

constexpr std::size_t kBareNameWordsMax = 4;

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

/// A part of a text between marks that end a thought.
struct Clause {
  std::string_view text;
  std::size_t begin = 0;
  bool is_question = false;
};

std::vector<Clause> clauses_of(std::string_view text, std::string_view marks) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_end = at == text.size() || marks.find(text[at]) != marks.npos;
    // "3.30" and "T.J." are not two thoughts, nor is "9/15".
    const bool is_inside = !is_end || (at + 1 < text.size() && at > 0 && (text[at] == '.' || text[at] == '/') &&
                                       text[at + 1] != ' ' && text[at - 1] != ' ');
    if (at < text.size() && is_inside) continue;
    if (at > begin)
      clauses.push_back({text.substr(begin, at - begin), begin, at < text.size() && text[at] == '?'});
    begin = at + 1;
  }
  return clauses;
}

/// Words that say a time is one to call at.
bool speaks_of_calling(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return is_any(token.form, {"call", "calls", "called", "callback", "phone", "ring", "reach", "contact", "text", "free", "available", "best", "prefer", "works", "hit",
                               "llamen", "llame", "llamar", "llamenme", "llameme", "llamada", "marquen", "marque", "marcar", "contacten", "disponible", "libre", "prefiero", "mejor", "hablen", "hablenme"});
  });
}

/// Whether nearly all of the clause is the time itself.
bool is_mostly(const Tokens& tokens, const Found& time, std::size_t offset) {
  std::size_t inside = 0;
  for (const Token& token : tokens)
    if (token.begin + offset >= time.begin && token.end + offset <= time.end) ++inside;
  return inside * 2 > tokens.size();
}

/// A clock time that nothing marks as one could be an age or a count.
bool is_bare_number(std::string_view text, const Found& time) {
  for (const Token& token : tokens_of(text.substr(time.begin, time.end - time.begin)))
    if (token.kind == Token::Kind::word) return false;
  return true;
}

std::vector<Found> times_in(const std::string& text, bool has_others, const SlotContext& context) {
  for (const Clause& clause : clauses_of(text, ".;?!\n")) {
    const auto tokens = tokens_of(clause.text);
    const bool asks_to_call = speaks_of_calling(tokens);
    if (clause.is_question && !asks_to_call) continue;
    auto found = find_callback_times(clause.text, context);
    if (found.empty()) continue;
    Found& time = found.front();
    if (is_bare_number(clause.text, time)) continue;
    if (!has_others && !asks_to_call && !is_mostly(tokens, time, 0)) continue;
    time.begin += clause.begin;
    time.end += clause.begin;
    return {std::move(time)};
  }
  return {};
}

/// Names that stand by themselves between commas, beside a phone or an address.
std::vector<Found> bare_names_in(const std::string& text, const SlotContext& context) {
  for (const Clause& clause : clauses_of(text, ",.;/|\n?!:")) {
    const auto tokens = tokens_of(clause.text);
    std::size_t words = 0;
    bool fits = !clause.is_question && !tokens.empty();
    for (const Token& token : tokens) {
      words += token.kind == Token::Kind::word ? 1 : 0;
      fits = fits && token.kind != Token::Kind::number;
    }
    if (!fits || words == 0 || words > kBareNameWordsMax) continue;
    if (!find_insurers(clause.text, context).empty()) continue;
    const auto reading = read_name(clause.text, context);
    if (!reading.value) continue;
    return {{*reading.value, clause.begin, clause.begin + clause.text.size()}};
  }
  return {};
}

/// "Dana 213 555 0187": the words right before or after what was found.
std::vector<Found> names_in(const std::string& text, bool has_others, const SlotContext& context) {
  auto names = find_names(text, context);
  if (names.empty() && has_others) names = bare_names_in(text, context);
  if (names.size() > 1) names.resize(1);
  return names;
}

bool is_asked(std::string_view text, const Found& insurer) {
  const auto end = text.find_first_of("?.!\n", insurer.end);
  return end != text.npos && text[end] == '?';
}

}  // namespace

std::vector<Detail> volunteered(std::string_view text, const SlotContext& context) {
  std::vector<Detail> details;
  const auto add = [&](SlotKind kind, const std::vector<Found>& found) {
    if (!found.empty()) details.push_back({kind, found.front().value});
  };
  std::string rest(text);
  const auto phones = find_phones(rest, context);
  rest = masked(std::move(rest), phones);
  const auto emails = find_emails(rest, context);
  rest = masked(std::move(rest), emails);
  auto names = find_names(rest, context);
  auto insurers = find_insurers(rest, context);
  const bool has_contact = !phones.empty() || !emails.empty() || !names.empty();
  if (!insurers.empty() && insurers.front().end > 0 && is_asked(rest, insurers.front()) && !has_contact)
    insurers.clear();
  rest = masked(std::move(rest), insurers);
  auto times = times_in(rest, has_contact, context);
  if (names.empty() && (has_contact || (!times.empty() && !insurers.empty()))) names = names_in(masked(rest, times), true, context);
  if (times.empty() && !names.empty()) times = times_in(rest, true, context);
  add(SlotKind::name, names);
  add(SlotKind::phone, phones);
  add(SlotKind::email, emails);
  add(SlotKind::callback_time, times);
  add(SlotKind::insurer, insurers);
  add(SlotKind::for_whom, find_for_whom(rest, context));
  return details;
}

}  // namespace dialogs
