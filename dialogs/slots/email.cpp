#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "dialogs/ascii_lower.h"
#include "dialogs/slots/choice.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kEmailBytesMax = 254;  // RFC 5321, 4.5.3.1.3

/// The local part as browsers take it, and a domain with a dot in it.
const RE2& written() {
  static const RE2 pattern(R"(([A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]*)@)"
                           R"(((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}))");
  return pattern;
}

/// The signs of an address as people say them.
const Vocabulary<char>& said_signs() {
  static const Vocabulary<char> all = {
      {"@; at; arroba; aroba; a roba; at sign", '@'},
      {".; dot; punto; period; point", '.'},
      {"_; underscore; under score; guion bajo; raya baja; rayita abajo; low dash", '_'},
      {"-; dash; hyphen; guion; guion medio; raya; minus", '-'},
      {"+; plus; mas", '+'}};
  return all;
}

bool is_sound(std::string_view local, std::string_view domain) {
  const auto top = domain.substr(domain.rfind('.') + 1);
  const bool has_letters = top.size() >= 2 && top.find_first_of("0123456789-") == top.npos;
  return !local.empty() && local.back() != '.' && local.find("..") == local.npos && has_letters &&
         domain.find('.') != domain.npos && local.size() + 1 + domain.size() <= kEmailBytesMax;
}

std::vector<Found> find_written(std::string_view text) {
  std::vector<Found> found;
  re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece groups[3];
  for (std::size_t from = 0;
       written().Match(whole, from, whole.size(), RE2::UNANCHORED, groups, 3);) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    std::string local(groups[1].data(), groups[1].size());
    const std::string domain(groups[2].data(), groups[2].size());
    while (!local.empty() && (local.front() == '\'' || local.front() == '.')) local.erase(0, 1);
    if (is_sound(local, domain))
      found.push_back({local + "@" + ascii_lower(domain), begin, begin + groups[0].size()});
    from = begin + std::max<std::size_t>(groups[0].size(), 1);
  }
  return found;
}

/// A text as the pieces of an address: signs, said or written, and what stands between them.
struct Piece {
  char sign = 0;     ///< 0 for a word or a number
  std::string text;  ///< as typed
  bool after_space = false;
  bool is_number = false;
  std::size_t begin = 0, end = 0;
};

/// "(at)", "[dot]"
bool brackets(const Tokens& tokens, std::size_t at) {
  const auto is_mark = [&](std::size_t place, std::string_view marks) {
    return place < tokens.size() && tokens[place].form.size() == 1 &&
           marks.find(tokens[place].form) != marks.npos;
  };
  return is_mark(at, "([<{") && is_mark(at + 2, ")]>}");
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  const Tokens tokens = tokens_of(text);
  for (std::size_t at = 0; at < tokens.size();) {
    const bool is_bracketed = brackets(tokens, at);
    const auto sign = said_signs().at(tokens, is_bracketed ? at + 1 : at);
    const std::size_t next = sign ? sign->next + (is_bracketed ? 1 : 0) : at + 1;
    const std::size_t begin = tokens[at].begin, end = tokens[next - 1].end;
    const bool is_other_mark = !sign && tokens[at].kind == Token::Kind::mark;
    pieces.push_back({sign            ? sign->meaning
                      : is_other_mark ? ','
                                      : '\0',
                      std::string(text.substr(begin, end - begin)), tokens[at].after_space,
                      tokens[at].kind == Token::Kind::number, begin, end});
    at = next;
  }
  return pieces;
}

/// The name before the "at" at `at`: grows to the left over signs, over what stands without a
/// space, and over a number after a word ("dana 88").
std::size_t local_begin(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t first = at;
  while (first > 0) {
    const Piece& before = pieces[first - 1];
    const bool is_sign =
        before.sign == '.' || before.sign == '_' || before.sign == '-' || before.sign == '+';
    const bool is_joined = first == at || pieces[first].sign != 0 || !pieces[first].after_space ||
                           (pieces[first].is_number && !before.is_number);
    if (before.sign == 0 ? !is_joined : !is_sign) break;
    if (is_sign && first == at) break;
    --first;
  }
  while (first < at && pieces[first].sign != 0) ++first;
  return first;
}

/// One past the domain after the "at": labels with dots between them.
std::size_t domain_end(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < pieces.size() && pieces[next].sign == 0;) {
    end = ++next;
    while (next < pieces.size() && !pieces[next].after_space &&
           (pieces[next].sign == 0 || pieces[next].sign == '-')) {
      if (pieces[next++].sign == 0) end = next;
    }
    // "example.com. Thanks": a full stop and a space end the address.
    const bool has_dot =
        next + 1 < pieces.size() && pieces[next].sign == '.' &&
        !(pieces[next].text == "." && !pieces[next].after_space && pieces[next + 1].after_space);
    if (!has_dot) break;
    ++next;
  }
  return end;
}

std::string address_part(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
  std::string part;
  for (std::size_t at = first; at < end; ++at)
    part += pieces[at].sign != 0 ? std::string(1, pieces[at].sign) : pieces[at].text;
  return part;
}

/// "look at google.com": the at of a place, not of an address.
bool is_place(const std::vector<Piece>& pieces, std::size_t at) {
  static const Phrases verbs(
      "look; im; looking; am; are; was; me; is; here; be; go; working; work; meet; check; shop; "
      "it; you; we; found; saw; them; site; up");
  return pieces[at].text.size() == 2 &&
         verbs.end_before(tokens_of(pieces[at - 1].text), tokens_of(pieces[at - 1].text).size());
}

/// "dana at gmail dot com", "lupe guion bajo 85 arroba gmail punto com", "dana @ gmail . com".
std::vector<Found> find_said(std::string_view text) {
  std::vector<Found> found;
  const auto pieces = pieces_of(text);
  for (std::size_t at = 1; at + 1 < pieces.size(); ++at) {
    if (pieces[at].sign != '@') continue;
    if (is_place(pieces, at)) continue;
    const std::size_t first = local_begin(pieces, at), end = domain_end(pieces, at + 1);
    const std::string local = address_part(pieces, first, at);
    const std::string domain = ascii_lower(address_part(pieces, at + 1, end));
    if (first == at || end == at + 1 || !is_sound(local, domain)) continue;
    found.push_back({local + "@" + domain, pieces[first].begin, pieces[end - 1].end});
    at = end - 1;
  }
  return found;
}

}  // namespace

bool is_likely_mistyped(std::string_view email) {
  static constexpr std::string_view kDomains[] = {
      "gmial.com",   "gmal.com",    "gmai.com",   "gmail.co",   "gamil.com",  "gnail.com",
      "gmaill.com",  "gmaul.com",   "gmil.com",   "hotmial.com", "hotmal.com", "hotmai.com",
      "hotmil.com",  "hotmail.co",  "hotmali.com", "yaho.com",  "yahooo.com", "yhaoo.com",
      "yahoo.co",    "yhoo.com",    "outlok.com", "outloo.com", "outlook.co", "outllok.com",
      "iclod.com",   "icloud.co",   "icoud.com",  "aol.co",     "gmail",      "hotmail",
      "yahoo"};
  static constexpr std::string_view kEnds[] = {".con", ".cmo", ".ocm", ".comm", ".vom", ".cim",
                                               ".xom", ".ney", ".nte"};
  const std::string domain = ascii_lower(std::string(email.substr(email.find('@') + 1)));
  return std::find(std::begin(kDomains), std::end(kDomains), domain) != std::end(kDomains) ||
         std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return domain.ends_with(end); });
}

std::vector<Found> find_emails(std::string_view text, const SlotContext&) {
  auto found = find_written(text);
  return found.empty() ? find_said(text) : found;
}

SlotReading read_email(std::string_view text, const SlotContext& context) {
  const auto found = find_emails(text, context);
  if (!found.empty()) return {found[chosen(tokens_of(text), found)].value, Refusal::none};
  return {std::nullopt, text.find('@') == text.npos ? Refusal::unclear : Refusal::incomplete};
}

}  // namespace dialogs
