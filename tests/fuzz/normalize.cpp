// The normaliser takes any bytes: what it gives is its own normal form, and what is made of it
// (words, GSM-7) cannot fail either.
#include "knowledge/normalize.h"

#include <string>

#include "knowledge/gsm7.h"
#include "knowledge/template.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const std::string normal = knowledge::normalize(text);
  fuzz::require(knowledge::normalize(normal) == normal, "normalize() is idempotent");
  fuzz::require(normal.empty() || (normal.front() != ' ' && normal.back() != ' '),
                "a normal form is trimmed");
  fuzz::require(normal.find("  ") == std::string::npos, "one space at most");
  const std::string words = knowledge::as_words(normal);
  fuzz::require(words.empty() || words.back() == ' ', "each word is followed by a space");
  const std::string sms = knowledge::to_gsm7(normal);
  fuzz::require(knowledge::to_gsm7(sms) == sms, "to_gsm7() is idempotent");
  return 0;
}
