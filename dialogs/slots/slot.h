#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "knowledge/language.h"

namespace dialogs {

/// What a question can ask for. A closed set: each kind is one tested C++ reader.
enum class SlotKind { name, phone, email, callback_time, insurer, yes_no, for_whom };

/// When to call, in the clinic's time zone. `to` is exclusive.
/// day: YYYY-MM-DD | YYYY-MM-DD/YYYY-MM-DD (inclusive) | any | weekdays | weekends | comma list of
/// mon..sun. from, to: HH:MM.
struct CallbackTime {
  std::string day;
  std::string from;
  std::string to;
  bool operator==(const CallbackTime&) const = default;
};

/// Whom the program is for. `relation` is an English word from a closed set ("son"), or empty.
struct ForWhom {
  bool self = true;
  std::string relation;
  bool operator==(const ForWhom&) const = default;
};

/// name, email: as typed. phone: E.164. insurer: as typed, or "none", "unknown". yes_no: "yes",
/// "no".
using SlotValue = std::variant<std::string, CallbackTime, ForWhom>;
using Slots = std::map<std::string, SlotValue, std::less<>>;  ///< by slot name

/// What a reader needs to know besides the text.
struct SlotContext {
  std::int64_t now_ms = 0;       ///< UTC milliseconds
  std::string visitor_zone;      ///< IANA name; where times that the visitor gives are meant
  std::string clinic_zone;       ///< IANA name; where CallbackTime is expressed
  knowledge::Language language;  ///< a hint only: readers accept every language they know
};

/// Why an answer was not taken: chooses the words of the next prompt.
enum class Refusal {
  none,
  unclear,        ///< not an answer to this question
  incomplete,     ///< digits or parts missing
  abroad,         ///< written as in another country, without saying which
  not_possible,   ///< such a number, address or date cannot exist
  past,           ///< a time that has gone by
  outside_hours,  ///< before 8 am or after 9 pm for the visitor
};

struct SlotReading {
  std::optional<SlotValue> value;
  Refusal refusal = Refusal::none;  ///< none exactly when there is a value
};

/// Reads `text` as the answer to a question of that kind. Pure, thread-safe, never throws; any
/// bytes are allowed.
SlotReading read_slot(SlotKind kind, std::string_view text, const SlotContext& context);

/// The names of the kinds as YAML, JSON and the command line write them.
std::optional<SlotKind> slot_kind(std::string_view name);
std::string_view name_of(SlotKind kind);

/// Whether `text` is a first and last name and surely nothing else: two to four words, each with a
/// capital ("Dana Whitfield").
bool is_full_name(std::string_view text, const SlotContext& context);

/// Whether the domain of `email` is likely mistyped: "gmial.com", "yahoo.con".
bool is_likely_mistyped(std::string_view email);

/// A detail found in a message that may hold several: "this is Dana, 213-555-0187, mornings".
struct Detail {
  SlotKind kind;
  SlotValue value;
  bool operator==(const Detail&) const = default;
};

/// Every detail that the visitor states in `text`, in any order, whatever was asked. Stricter than
/// read_slot: a lone word is not a name, "after 5" is a time only with no other reading. yes_no is
/// never volunteered.
std::vector<Detail> volunteered(std::string_view text, const SlotContext& context);

/// A correction of a detail already given ("sorry, it's 0178", "my name is spelled Jon", "Mika,
/// not Mike", "make it 4pm instead"). nullopt where `text` corrects nothing in `given`.
std::optional<Detail> corrected(std::string_view text, const Slots& given,
                                const SlotContext& context);

}  // namespace dialogs
