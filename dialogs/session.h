#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/slots/slot.h"
#include "knowledge/language.h"

namespace dialogs {

enum class Channel { web, sms };

enum class LeadStatus {
  open,       ///< a coordinator will call
  cancelled,  ///< the visitor withdrew it
  erased,     ///< the visitor had their data deleted
};

/// What the visitor agreed to, word for word.
struct Consent {
  std::string id;       ///< which consent, "callback"; or the slot that asked for it, "may_text"
  std::string version;  ///< of its wording, "2026-03-01"
  std::string wording;  ///< exactly what was shown
  std::int64_t at_ms = 0;
  Channel channel = Channel::web;  ///< where it was given
  bool operator==(const Consent&) const = default;
};

/// A stored request for a callback. Its safe-contact card: `fields` say whether we may text, leave
/// a voicemail, name the clinic, when to call and in which zone the visitor lives ("zone");
/// `permissions` prove every yes.
struct Lead {
  int sequence = 0;  ///< 1, 2, ... within the conversation
  LeadStatus status = LeadStatus::open;
  bool urgent = false;  ///< danger was seen in the conversation
  Slots fields;
  Consent consent;                   ///< to the call
  std::vector<Consent> permissions;  ///< beside it, each as it was asked
  std::int64_t stored_at_ms = 0;
  bool operator==(const Lead&) const = default;
};

/// Where one conversation stands: all that step() remembers from turn to turn. A plain value; the
/// store keeps it, nothing else does.
struct Session {
  knowledge::Language language;
  bool welcomed = false;          ///< the disclosure was said
  std::string flow;               ///< the form in progress; empty where there is none
  std::string state;              ///< its pending question
  std::vector<std::string> path;  ///< questions answered or skipped before it, oldest first; "back"
  Slots slots;                    ///< given so far, in or before a form
  std::vector<std::string> skipped;  ///< optional slots that the visitor chose not to give
  std::vector<std::string> again;    ///< known slots to ask for once more; kept until answered
  std::vector<Consent> permissions;  ///< given so far in the form
  int misses = 0;                    ///< turns in a row that brought nothing
  bool paused = false;   ///< danger was seen; the form waits for the visitor's next message
  bool resting = false;  ///< the form lay for a day: first we ask whether to go on with it
  bool urgent = false;   ///< danger was seen at any time
  std::vector<std::string> offered;  ///< quick replies last shown, in order; SMS picks by number
  std::string offer;                 ///< topic to act on when the visitor says just "yes"
  bool offer_is_spoken = false;      ///< the reply asked for that yes in words
  bool opted_out = false;            ///< STOP: nothing is sent to this number
  std::optional<Lead> lead;          ///< the latest stored request
  std::vector<std::uint64_t> said;   ///< the paragraphs of the last turn: dialogs/repeat.h
  std::string last_text;             ///< what the visitor last wrote, to know a message sent twice
  std::int64_t last_at_ms = 0;       ///< when the visitor last wrote; 0 before the first message
  bool operator==(const Session&) const = default;
};

}  // namespace dialogs
