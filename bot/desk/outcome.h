#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "bot/desk/callback_state.h"

namespace bot {

/// How long the one who logged an outcome may take it back, in milliseconds.
inline constexpr std::int64_t kUndoMs = 10 * 60'000;

/// What came of a call.
enum class Outcome {
  no_answer,
  busy,
  voicemail,              ///< a message was left
  voicemail_not_allowed,  ///< it answered; the visitor allowed no message, so none was left
  wrong_number,
  reached,                ///< the visitor
  reached_family,         ///< somebody else who knows of the request
  asked_to_stop,
};

struct OutcomeRow {
  Outcome outcome;
  std::string_view name;
  CallbackState state;  ///< what the callback is then; `attempting` while attempts are left
};

inline constexpr std::array kOutcomes = {
    OutcomeRow{Outcome::no_answer, "no_answer", CallbackState::attempting},
    OutcomeRow{Outcome::busy, "busy", CallbackState::attempting},
    OutcomeRow{Outcome::voicemail, "voicemail", CallbackState::attempting},
    OutcomeRow{Outcome::voicemail_not_allowed, "voicemail_not_allowed", CallbackState::attempting},
    OutcomeRow{Outcome::wrong_number, "wrong_number", CallbackState::wrong_number},
    OutcomeRow{Outcome::reached, "reached", CallbackState::reached},
    OutcomeRow{Outcome::reached_family, "reached_family", CallbackState::reached},
    OutcomeRow{Outcome::asked_to_stop, "asked_to_stop", CallbackState::do_not_contact}};

constexpr std::string_view name_of(Outcome outcome) {
  return kOutcomes.at(static_cast<std::size_t>(outcome)).name;
}

constexpr std::optional<OutcomeRow> outcome_row(std::string_view name) {
  for (const auto& row : kOutcomes)
    if (row.name == name) return row;
  return std::nullopt;
}

}  // namespace bot
