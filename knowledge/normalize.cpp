#include "knowledge/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string_view>

namespace knowledge {
namespace {

constexpr std::u16string_view kPunctuationKept = u"'$%+@.,?!/-&#*";
constexpr int kSameLetterRunMax = 2;

bool is_ascii_plain(std::string_view text) {
  for (unsigned char byte : text)
    if (byte >= 0x80) return false;
  return true;
}

UChar32 plain_punctuation(UChar32 c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x00B4: case 0x0060: return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
    default: return c;
  }
}

bool is_mark(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_kept(UChar32 c) {
  if (u_isalnum(c)) return true;
  if (c < 0x80) return kPunctuationKept.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
  return u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) || u_charType(c) == U_OTHER_SYMBOL ||
         c == 0xFFFD;
}

bool is_dropped(UChar32 c) {
  return is_mark(c) || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         u_charType(c) == U_FORMAT_CHAR || c == 0x00A1 || c == 0x00BF;
}

/// Appends code points under the rules that need to see the neighbours: one space at most, no
/// letter more than twice in a row.
class Builder {
 public:
  void space() { space_pending_ = !text_.isEmpty(); }

  void append(UChar32 c) {
    run_ = (c == last_ && !space_pending_) ? run_ + 1 : 1;
    last_ = c;
    if (run_ > kSameLetterRunMax && (u_isalpha(c) || !u_isalnum(c))) return;
    if (space_pending_) text_.append(UChar32{' '});
    space_pending_ = false;
    text_.append(c);
  }

  std::string utf8() const {
    std::string out;
    text_.toUTF8String(out);
    return out;
  }

 private:
  icu::UnicodeString text_;
  UChar32 last_ = 0;
  int run_ = 0;
  bool space_pending_ = false;
};

icu::UnicodeString decomposed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc_fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  // NFKC would turn an acute accent on its own into a space and a mark.
  text.findAndReplace(icu::UnicodeString(UChar32{0x00B4}), icu::UnicodeString(UChar32{'\''}));
  text = nfkc_fold->normalize(text, status);
  return nfd->normalize(text, status);
}

}  // namespace

std::string normalize(std::string_view utf8) {
  Builder builder;
  const auto add = [&builder](UChar32 raw) {
    const UChar32 c = plain_punctuation(raw);
    if (is_dropped(c)) return;
    if (is_kept(c)) builder.append(c);
    else builder.space();
  };
  if (is_ascii_plain(utf8)) {
    for (char byte : utf8) add(u_tolower(static_cast<UChar32>(byte)));
  } else {
    const icu::UnicodeString text = decomposed(utf8);
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) add(text.char32At(i));
  }
  return builder.utf8();
}

std::string without_symbols(std::string_view normalized) {
  if (is_ascii_plain(normalized)) return std::string(normalized);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(normalized.data(), static_cast<int32_t>(normalized.size())));
  Builder builder;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == ' ' || (c >= 0x80 && !u_isalnum(c))) builder.space();
    else builder.append(c);
  }
  std::string plain = builder.utf8();
  return plain.empty() ? std::string(normalized) : plain;
}

}  // namespace knowledge
