#include "knowledge/gsm7.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace knowledge {
namespace {

// 3GPP TS 23.038, 6.2.1, without the ASCII characters, which is_basic() knows by range.
constexpr std::u16string_view kBasicBeyondAscii = u"£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
constexpr std::u16string_view kAsciiNotBasic = u"[\\]^`{|}~";
constexpr std::u16string_view kExtension = u"\f^{}\\[~]|€";

bool has(std::u16string_view table, UChar32 c) {
  return c <= 0xFFFF && table.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

bool is_basic(UChar32 c) {
  if (c >= 0x80) return has(kBasicBeyondAscii, c);
  if (c == '\n' || c == '\r') return true;
  return c >= 0x20 && c < 0x7F && !has(kAsciiNotBasic, c);
}

std::size_t septets(UChar32 c) {
  return is_basic(c) ? 1 : has(kExtension, c) ? 2 : 0;
}

icu::UnicodeString decoded(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

std::string encoded(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

/// The letter without its accent; `c` itself where it has none.
UChar32 plain_letter(UChar32 c, const icu::Normalizer2& nfd) {
  icu::UnicodeString parts;
  if (!nfd.getDecomposition(c, parts)) return c;
  return u_isalpha(parts.char32At(0)) ? parts.char32At(0) : c;
}

void append_gsm7(UChar32 c, const icu::Normalizer2& nfd, icu::UnicodeString& out) {
  if (septets(c) > 0) {
    out.append(c);
    return;
  }
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x2032: out.append(UChar32{'\''}); return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB: out.append(UChar32{'"'}); return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: out.append(UChar32{'-'}); return;
    case 0x2026: out.append(icu::UnicodeString("...")); return;
    default: break;
  }
  if (u_charType(c) == U_SPACE_SEPARATOR) out.append(UChar32{' '});
  else out.append(septets(plain_letter(c, nfd)) > 0 ? plain_letter(c, nfd) : c);
}

}  // namespace

std::optional<std::size_t> gsm7_septets(std::string_view utf8) {
  const auto text = decoded(utf8);
  std::size_t total = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const std::size_t units = septets(text.char32At(i));
    if (units == 0) return std::nullopt;
    total += units;
  }
  return total;
}

std::string first_not_gsm7(std::string_view utf8) {
  const auto text = decoded(utf8);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (septets(text.char32At(i)) == 0) return encoded(icu::UnicodeString(text.char32At(i)));
  return {};
}

std::string to_gsm7(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto text = nfc->normalize(decoded(utf8), status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    append_gsm7(text.char32At(i), *nfd, out);
  return encoded(out);
}

}  // namespace knowledge
