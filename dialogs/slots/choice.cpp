#include "dialogs/slots/choice.h"

#include <algorithm>
#include <string_view>

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kCueWordsMax = 7;  // a cue stands close to what it is about

/// What is said right before something that is not to be used.
const Phrases& ruled_out_before() {
  static const Phrases all(
      "not; not my; isnt; its not; dont (call|use|text|email); do not (call|use|text|email); "
      "(instead|in place) of; "
      "rather than; forget; (old|previous|wrong|former) [number|one|email|phone] [is|was|:]; "
      "(used to|i had|i used to have|it was|was); before it was; "
      "no [, no]; no (es|al|el|a|era|es el|es al|llame al|llamen al|use|usen); (en vez|en lugar) "
      "(de|"
      "del); ya no es [el]; ya no tengo; "
      "(viejo|anterior|antiguo) [numero|correo] [era|es]; antes (era|tenia|tenia el); tenia; "
      "antes; olvide");
  return all;
}

/// What is said right after it.
const Phrases& ruled_out_after() {
  static const Phrases all(
      "[is|was] (old|wrong|disconnected|dead|my old one|the old one); (doesnt|does not) work; "
      "no longer works; is out of service; "
      "is not (good|working); anymore; any more; expired; ended; ya no (sirve|funciona|existe|"
      "lo tengo); no sirve; es (viejo|el viejo); "
      "[is|was] my old [one|number]; not anymore");
  return all;
}

/// A second choice, whatever else is said.
const Phrases& second_choice() {
  static const Phrases all(
      "if (no|there is no|theres no|i dont) answer; if (i|you) (dont|cant|miss); if that; or; "
      "or try; then; then try; backup; back up; alternate; "
      "alternative; otherwise; else; also; secondary; emergency; si no (contesto|contesta|estoy|"
      "responde|me encuentra|me hallan); o; o si no; otro; "
      "tambien; emergencia; y si no; after that; as a backup; second number; my other (one|"
      "number) is");
  return all;
}

/// What is said between one and the other that replaces it, or right before the one to use.
const Phrases& replaces() {
  static const Phrases all(
      "wait; actually; sorry; oops; correction; i mean; i meant; meant; scratch that; rather; "
      "instead; use; call; text; please; better; the (right|correct|new) one is; "
      "new; now; now its; no; nope; no its; make that; should be; mejor; perdon; digo; corrijo; "
      "espera; espere; quise; quise decir; me equivoque; ahora; ahora es; "
      "ahora tengo; now i have; i have now; switched to; changed to; el (nuevo|bueno|correcto) es; "
      "use el; usen; llame; llameme; llamen; marque; marqueme; prefiero; "
      "disculpe; ay no; typo; my bad; oh; er; but; pero; pero ahora");
  return all;
}

const Phrases& preferred_after() {
  static const Phrases all(
      "[is|works|would be] (better|best|preferred|preferable); instead; is the (right|correct|"
      "best|better|new|one) [one|to use]; es (mejor|el bueno|el correcto|el nuevo); "
      "(mejor|de preferencia|is what i use)");
  return all;
}

/// What a phone is called, the same for both languages; "first" and "second" count.
std::string_view label_at(const Tokens& tokens, std::size_t at) {
  static const Vocabulary<std::string_view> labels = {
      {"cell; cellphone; mobile; celular; movil; cel", "cell"},
      {"home; house; casa; landline", "home"},
      {"work; office; job; trabajo; oficina", "work"},
      {"first; primero; primer", "first"},
      {"second; other; last; latter; segundo; otro; ultimo", "second"},
  };
  const auto match = labels.at(tokens, at);
  return match ? match->meaning : std::string_view();
}

/// The label that the visitor asks to be called on: "call the cell", "use the second".
std::string_view wanted_label(const Tokens& tokens) {
  static const Phrases asking(
      "use; call; try; prefer; best; better; dial; llame; llamen; llameme; llamenme; marque; "
      "marquen; usen; prefiero; mejor");
  static const Phrases preferred(
      "[one|number] is (better|best|preferred); [one|"
      "number] works better; es mejor");
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const auto label = label_at(tokens, at);
        !label.empty() && preferred.begin_at(tokens, at + 1))
      return label;
  constexpr std::size_t kAhead = 5;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!asking.begin_at(tokens, at)) continue;
    for (std::size_t next = at + 1; next < std::min(tokens.size(), at + 1 + kAhead); ++next) {
      if (tokens[next].kind == Token::Kind::number) break;
      if (const auto label = label_at(tokens, next); !label.empty()) return label;
    }
  }
  return {};
}

/// The tokens around one found detail.
struct Place {
  std::size_t gap = 0;    ///< first token after the detail before it
  std::size_t first = 0;  ///< of the detail
  std::size_t next = 0;   ///< after the detail
  std::size_t end = 0;    ///< first token of the detail after it
};

std::vector<Place> places_of(const Tokens& tokens, const std::vector<Found>& found) {
  std::vector<Place> places;
  const auto token_at = [&](std::size_t byte) {
    std::size_t at = 0;
    while (at < tokens.size() && tokens[at].begin < byte) ++at;
    return at;
  };
  for (const Found& one : found) {
    const std::size_t first = token_at(one.begin);
    if (!places.empty()) places.back().end = first;
    places.push_back(
        {places.empty() ? 0 : places.back().next, first, token_at(one.end), tokens.size()});
  }
  return places;
}

bool stands_before(const Phrases& cue, const Tokens& tokens, const Place& place) {
  const std::size_t from = std::max(place.gap, place.first - std::min(place.first, kCueWordsMax));
  for (std::size_t at = from; at < place.first; ++at)
    if (const std::size_t next = cue.after(tokens, at); next > 0 && next <= place.first)
      return true;
  return false;
}

/// A cue that nothing but small words parts from the detail.
bool leads_to(const Phrases& cue, const Tokens& tokens, const Place& place) {
  static const Phrases small(
      "my; the; at; number; phone; cell; email; one; is; on; al; el; la; "
      "mi; numero; es; :; to; with; con; a; por; for; old");
  for (std::size_t at = place.first;; --at) {
    if (cue.end_before(tokens, at) && at > place.gap) return true;
    if (at == place.gap || at == 0 || !small.begin_at(tokens, at - 1)) return false;
  }
}

bool follows(const Phrases& cue, const Tokens& tokens, const Place& place) {
  return place.next < place.end && cue.begin_at(tokens, place.next);
}

}  // namespace

std::size_t chosen(const Tokens& tokens, const std::vector<Found>& found) {
  if (found.size() < 2) return 0;
  const auto places = places_of(tokens, found);
  const auto wanted = wanted_label(tokens);
  if (wanted == "first" || wanted == "second") return wanted == "first" ? 0 : 1;
  for (std::size_t i = 0; !wanted.empty() && i < places.size(); ++i) {
    for (std::size_t at = places[i].gap; at < places[i].first; ++at)
      if (label_at(tokens, at) == wanted) return i;
    if (label_at(tokens, places[i].next) == wanted) return i;
  }
  std::optional<std::size_t> pick;
  for (std::size_t i = 0; i < places.size(); ++i) {
    static const Phrases takes_back(
        "(wait|oh|actually|sorry|oops|ay|uy|perdon|espera|espere|well|hmm) [,] no; no no");
    const bool is_ruled_out = (!leads_to(takes_back, tokens, places[i]) &&
                               leads_to(ruled_out_before(), tokens, places[i])) ||
                              follows(ruled_out_after(), tokens, places[i]);
    // "A no B" corrects, "A, no B" rules out.
    const std::size_t first = places[i].first;
    static const Phrases wrong(
        "wrong; incorrect; not right; mistake; typo; mal; equivocado; equivoque; incorrecto; "
        "error");
    // "It's wrong, it's A no B": the one after "wrong" is the right one already.
    const bool is_corrected_before = i > 0 && stands_before(wrong, tokens, places[i - 1]);
    const bool is_corrected =
        i > 0 && !is_corrected_before && first > 1 && tokens[first - 1].form == "no" &&
        tokens[first - 2].form != ",";
    const bool replaces_pick = follows(preferred_after(), tokens, places[i]) ||
                               (stands_before(replaces(), tokens, places[i]) &&
                                !stands_before(second_choice(), tokens, places[i]));
    if ((!is_ruled_out || is_corrected) && (!pick || replaces_pick)) pick = i;
  }
  return pick.value_or(0);
}

}  // namespace dialogs
