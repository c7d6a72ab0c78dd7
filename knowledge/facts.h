#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/fact_words.h"
#include "knowledge/language.h"

namespace knowledge {

/// Something in a text that is either true of the clinic or not: "9 hours", "October 7, 2024",
/// "323-990-8178".
struct Fact {
  enum class Kind { number, date, phone };

  Kind kind = Kind::number;
  std::string value;  ///< "9"; "2024-10-07" with '?' for a part not said; ten digits
  std::string unit;   ///< "hour", "day", "percent" ...; empty where none follows
  std::string shown;  ///< as in the text, normalised
};

/// Finds the facts of texts in one language: digits and number words from two to a hundred, with
/// their unit of time, dates by the month's name, and phone numbers. The words come from ICU, so
/// that any language that it knows will do. Immutable; thread-safe.
class FactReader {
 public:
  explicit FactReader(const Language& language);

  std::vector<Fact> read(std::string_view text) const;

 private:
  struct Token;
  struct Found;
  std::vector<Token> tokens(std::string_view normalized) const;
  bool read_date(const std::vector<Token>& tokens, std::size_t& at,
                 std::vector<Found>& facts) const;
  bool read_number(const std::vector<Token>& tokens, std::size_t& at,
                   std::vector<Found>& facts) const;
  void read_unit(const std::vector<Token>& tokens, std::size_t at, Found& found) const;

  FactWords words_;
};

/// Whether `facts` hold `fact`: the same value, and its unit or part of the date where it names
/// one.
bool hold(const std::vector<Fact>& facts, const Fact& fact);

}  // namespace knowledge
