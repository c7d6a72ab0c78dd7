#include "dialogs/slots/name_span.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "dialogs/slots/common_words.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kWordsMax = 8;  // "José María de la Cruz y Ñáñez" has seven

bool is_ascii(std::string_view form) {
  return std::all_of(form.begin(), form.end(),
                     [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

std::size_t count_of(std::string_view form, std::string_view letters) {
  return static_cast<std::size_t>(std::count_if(
      form.begin(), form.end(), [&](char letter) { return letters.find(letter) != letters.npos; }));
}

bool is_one_letter(std::string_view form) {
  return is_ascii(form) && form.find_first_not_of(form.front()) == form.npos;
}

/// "xxxx", "fjdksla", "jajaja": keys pressed, or a laugh.
bool is_mashed(std::string_view form) {
  if (!is_ascii(form)) return false;
  const std::size_t size = form.size(), vowels = count_of(form, "aeiouy");
  const bool is_home_row =
      size >= 5 && count_of(form, "asdfghjkl") == size && size - vowels > 2 * vowels;
  const bool is_top_row =
      size >= 5 && count_of(form, "qwertyuiop") == size && form.substr(0, 3) == "qwe";
  const bool is_laugh = size >= 4 && count_of(form, "jhaei") == size &&
                        count_of(form, "jh") * 2 >= size - 1 && count_of(form, "jh") >= 2 &&
                        form != "hijah";
  return is_home_row || is_top_row || is_laugh || (size >= 4 && vowels == 0);
}

/// Endings of words for how people are, which no list can name: "hopeless", "agotado".
bool describes(std::string_view form) {
  static const Phrases names(
      "ahmed; mohamed; mohammed; muhammed; hamed; fred; alfred; wilfred; winifred; mildred; jared; "
      "ted; ned; ed; jed; reed; obed; syed; saed; waleed; khaled; sterling; channing; manning; "
      "harding; browning; ming; ling; ping; ning; xing; qing; ying; jing; ting; king; irving; "
      "ewing; flemming; fleming; cummings; keating; golding; downing; harding; ada; estrada; "
      "posada; conrado; alvarado; prado; machado; salcido; garrido; florido; amado; amada; "
      "hurtado; delgado; preciado; collado; mercado; rosado; tirado; maldonado; coronado; candido; "
      "candida; placido; placida; cupido; lucido; aguado; lido; guido; ido; aida; zaida; frida; "
      "ida; nereida; cida; vida; leda; imelda; oswaldo; ronaldo; granados; aldo; waldo; leonardo; "
      "ricardo; eduardo; bernardo; gerardo; orlando; fernando; armando; rolando; hernando; "
      "rosendo; rosendo; wendo");
  if (!is_ascii(form) || form.size() < 6 ||
      names.begin_at({Token{Token::Kind::word, std::string(form), 0, 0, true}}, 0))
    return false;
  static constexpr std::string_view kEndings[] = {
      "ing", "ed",  "ful",  "less",  "ious", "able",  "tion",  "ness",  "ado", "ada",
      "ido", "ida", "ando", "iendo", "cion", "mente", "isimo", "isima", "tive"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](auto ending) { return form.ends_with(ending); });
}

/// "registré", "tomó": a Spanish verb in lower case, unless it is one of the few names like it.
bool is_past_tense(std::string_view text, const Token& token) {
  static const Phrases names(
      "jose; rene; noe; salome; bernabe; chloe; zoe; andre; noemi; rubi; sarahi; maite; aime; "
      "itati; "
      "tome; renee; desiree; josue; eli; yadi; andy; naomi; dore; elo; rigo; mateo");
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  return (word.ends_with("\xC3\xA9") || word.ends_with("\xC3\xB3") || word.ends_with("\xC3\xAD")) &&
         !names.begin_at({token}, 0);
}

bool is_title(const Token& token) {
  static const Phrases titles(
      "mr; mrs; ms; mx; miss; sr; sra; srta; don; dona; senora; senor; senorita; dr; dra; lic; "
      "ing; prof; profe; doctor; doctora; rev; sgt; capt; ma");
  return titles.begin_at({token}, 0);
}

bool is_suffix(const Token& token) {
  static const Phrases suffixes(
      "jr; sr; ii; iii; iv; junior; senior; phd; md; lcsw; rn; esq; lmft");
  return suffixes.begin_at({token}, 0);
}

/// Words that follow an announcement without being its name: "my name is not important".
bool is_never_a_name(const Token& token) {
  static const Phrases words(
      "phone; tel; telephone; cell; email; number; time; hora; telefono; celular; cel; correo; "
      "insurance; seguro; not; no; none; a; an; the; my; your; his; her; in; on; at; when; later; "
      "back; tomorrow; anytime; now; asap; please; soon; if; after; before; private; anonymous; "
      "confidential; is; what; why; how; who; i; im; me; it; its; whatever; maybe; important; "
      "irrelevant; nothing; nobody; unknown; here; there; so; and; or; but; to; for; from; with; "
      "you; u; this; that; because; ok; okay; yes; need; needed; required; necessary; name; first; "
      "last; que; cuando; manana; luego; despues; por; para; mas; como; si; lo; eso; nada; nadie; "
      "privado; anonimo; un; una; y; o; pero; mi; tu; su; aqui; ahora; ahorita; ya; despues; es; "
      "completo; importante; confidencial; primero");
  return words.begin_at({token}, 0);
}

bool is_name_word(std::string_view text, const Token& token, Lead lead) {
  if (token.kind != Token::Kind::word || token.form.empty() || is_common_word(token.form))
    return false;
  if (token.form.size() == 1 && is_ascii(token.form)) return false;  // an initial, if anything
  // Token::form has repeated letters once or twice; the text tells how many there were.
  const bool is_held_key = token.end - token.begin >= 3 && is_one_letter(token.form);
  if (is_held_key || is_mashed(token.form)) return false;
  if (lead == Lead::sure || is_title_case(text, token)) return true;
  return !describes(token.form) && !is_past_tense(text, token);
}

/// The walk over one run of words.
class Walk {
 public:
  Walk(std::string_view text, const Tokens& tokens, std::size_t at, Lead lead)
      : text_(text), tokens_(tokens), lead_(lead), span_{at, at, 0} {}

  NameSpan run() {
    for (std::size_t at = span_.first; at < tokens_.size() && span_.words < kWordsMax; ++at) {
      if (tokens_[at].kind == Token::Kind::word) {
        if (!belongs(at)) break;
        ++span_.words;
        span_.next = at + 1;
      } else if (tokens_[at].form == "." && closes_abbreviation(at)) {
        if (tokens_[at - 1].form.size() == 1) span_.next = at + 1;
      } else if (!is_hyphen(at)) {
        break;
      }
    }
    if (is_stammered()) ++span_.first, --span_.words;
    if (span_.words == 1 && is_particle_alone()) span_ = {span_.first, span_.first, 0};
    return span_;
  }

 private:
  bool belongs(std::size_t at) const {
    const Token& token = tokens_[at];
    const bool is_first = span_.words == 0;
    if (!is_first && (is_spelling_again(at) || is_label(at))) return false;
    if (!is_first && is_name_particle(token) && !leads_on(at) && !is_title_case(text_, token))
      return false;
    if (is_name_word(text_, token, lead_) || is_initial(at)) return true;
    if (!is_first && (is_suffix(token) || is_hyphen(at - 1))) return true;
    if (is_name_particle(token) && leads_on(at)) return true;
    if (is_title(token) && leads_on(at)) return true;
    if (is_first && is_announced_word(at)) return true;
    return is_title_case(text_, token) && stands_by_name(at);
  }

  /// "Tel:" begins another detail.
  bool is_label(std::size_t at) const {
    return at + 1 < tokens_.size() && tokens_[at + 1].form == ":";
  }

  /// "Katelyn K-A-T-E": the name again, in letters.
  bool is_spelling_again(std::size_t at) const {
    const auto is_letter_with_hyphen = [&](std::size_t place) {
      return place + 1 < tokens_.size() && tokens_[place].form.size() == 1 &&
             tokens_[place + 1].form == "-" && !tokens_[place + 1].after_space;
    };
    return is_letter_with_hyphen(at) && is_letter_with_hyphen(at + 2) &&
           tokens_[span_.next - 1].form.size() > 1;
  }

  /// "my name is Summer", "call me Buddy".
  bool is_announced_word(std::size_t at) const {
    if (is_never_a_name(tokens_[at])) return false;
    return lead_ == Lead::sure || (lead_ == Lead::called && is_title_case(text_, tokens_[at]));
  }

  /// "Chance Williams", "Dana Cross": a name makes a name of the capitalised word beside it.
  bool stands_by_name(std::size_t at) const {
    const bool is_next =
        span_.words > 0 && tokens_[at].after_space && !is_never_a_name(tokens_[at]);
    const bool is_before = span_.words == 0 && at + 1 < tokens_.size() &&
                           !is_never_a_name(tokens_[at]) && is_title_case(text_, tokens_[at + 1]) &&
                           is_name_word(text_, tokens_[at + 1], lead_) && lead_ < Lead::weak;
    return is_next || is_before;
  }

  /// Whether a name follows, perhaps after more particles, a period or an apostrophe.
  bool leads_on(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < tokens_.size() && (tokens_[next].form == "." || tokens_[next].form == "-" ||
                                     is_name_particle(tokens_[next]) || is_title(tokens_[next])))
      ++next;
    return next < tokens_.size() && tokens_[next].kind == Token::Kind::word &&
           (is_name_word(text_, tokens_[next], lead_) ||
            (is_title_case(text_, tokens_[next]) && !is_never_a_name(tokens_[next])));
  }

  /// "J.", "T J", the letters of "R-U-T-H"; "y", "o" and "i" are words.
  bool is_initial(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.form.size() != 1 || token.form.front() < 'a') return false;
    const bool has_next = at + 1 < tokens_.size();
    const bool is_dotted = has_next && tokens_[at + 1].form == "." && !tokens_[at + 1].after_space;
    const bool is_hyphenated =
        has_next && tokens_[at + 1].form == "-" && !tokens_[at + 1].after_space;
    static const Phrases words("y; o; e; u; i; n; k; a; x; s");
    const bool is_letter_row =
        has_next && tokens_[at + 1].form.size() == 1 && tokens_[at + 1].kind == Token::Kind::word;
    const bool is_abbreviation = has_next && tokens_[at + 1].form == "/";  // "Cory w/ a C"
    if (is_dotted || is_hyphenated) return true;
    if (is_abbreviation) return false;
    return !words.begin_at(tokens_, at) && (span_.words > 0 || is_letter_row);
  }

  bool closes_abbreviation(std::size_t at) const {
    if (span_.words == 0 || tokens_[at].after_space) return false;
    const Token& before = tokens_[at - 1];
    return before.form.size() == 1 || is_suffix(before) || is_title(before) || before.form == "st";
  }

  bool is_hyphen(std::size_t at) const {
    const auto& form = tokens_[at].form;
    return (form == "-" || form == "\xC2\xB7" || form == "\xE2\x80\x90" ||
            form == "\xE2\x80\x91") &&
           span_.words > 0 && !tokens_[at].after_space && at + 1 < tokens_.size() &&
           !tokens_[at + 1].after_space;
  }

  /// "Dave Dave Miller", as dictated.
  bool is_stammered() const {
    return span_.words > 2 && tokens_[span_.first].form == tokens_[span_.first + 1].form &&
           tokens_[span_.first].form.size() > 1;
  }

  bool is_particle_alone() const {
    return is_name_particle(tokens_[span_.first]) && is_common_word(tokens_[span_.first].form);
  }

  const std::string_view text_;
  const Tokens& tokens_;
  const Lead lead_;
  NameSpan span_;
};

}  // namespace

bool is_title_case(std::string_view text, const Token& token) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int32_t>(token.end);
  auto at = static_cast<std::int32_t>(token.begin);
  UChar32 first = 0, second = 'a';
  U8_NEXT(bytes, at, end, first);
  if (at < end) U8_NEXT(bytes, at, end, second);
  return first >= 0 && u_isupper(first) && second >= 0 && !u_isupper(second);
}

bool is_name_particle(const Token& token) {
  static const Phrases particles(
      "de; la; las; los; del; van; von; der; den; da; das; dos; di; du; le; st; san; santa; santo; "
      "bin; bint; ibn; al; el; ter; ten; te; y; e; ni; nic; mac; mc; o; d; ben; abu; dela; delos; "
      "della; do; af; av; zu; ap; ab; um; il; lo");
  return particles.begin_at({token}, 0);
}

NameSpan name_span_at(std::string_view text, const Tokens& tokens, std::size_t at, Lead lead) {
  return Walk(text, tokens, at, lead).run();
}

bool is_spelled(const Tokens& tokens, const NameSpan& span) {
  constexpr std::size_t kLettersMin = 3;
  std::size_t letters = 0;
  for (std::size_t at = span.first; at < span.next; ++at) {
    if (tokens[at].form == "-" || tokens[at].form == ".") continue;
    if (tokens[at].kind != Token::Kind::word || tokens[at].form.size() != 1) return false;
    ++letters;
  }
  return letters >= kLettersMin;
}

std::string typed_name(std::string_view text, const Tokens& tokens, const NameSpan& span) {
  const bool is_letters = is_spelled(tokens, span);
  std::string name;
  for (std::size_t at = span.first; at < span.next; ++at) {
    if (is_letters && tokens[at].kind == Token::Kind::mark) continue;
    if (at > span.first && tokens[at].after_space && !is_letters) name += ' ';
    name += text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
  }
  return name;
}

}  // namespace dialogs
