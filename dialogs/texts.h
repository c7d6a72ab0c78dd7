#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace dialogs {

/// What the assistant says around flows and topics, and the small words its sentences are made of:
/// dialogs/texts.yaml. Every member is one key there; a missing or unknown key is a problem.
struct Texts {
  // Sentences.
  knowledge::LocalizedWording disclosure;    ///< first turn: automated, not a clinician, 911/988
  knowledge::LocalizedWording after_danger;  ///< no form was open: the ways to help once more
  knowledge::LocalizedWording resumed;       ///< after danger: the form goes on when you like
  knowledge::LocalizedWording welcome_back;  ///< the form lay for hours; its question follows
  knowledge::LocalizedWording go_on_or_not;  ///< the form lay for a day: asks before going on
  knowledge::LocalizedWording person;          ///< the way to a person; offers a call
  knowledge::LocalizedWording person_in_form;  ///< the same; the form's question follows
  knowledge::LocalizedWording skipped;       ///< an optional question was skipped
  knowledge::LocalizedWording cannot_skip;   ///< a required one cannot be
  knowledge::LocalizedWording nothing_to_go_back_to;
  knowledge::LocalizedWording all_set;  ///< a yes to nothing while a request is stored
  knowledge::LocalizedWording noted;    ///< details were taken from a message: {details}
  knowledge::LocalizedWording check_email;  ///< its domain looks mistyped: {email}
  knowledge::LocalizedWording changed;  ///< a detail was corrected: {details}
  knowledge::LocalizedWording nothing_to_change;
  knowledge::LocalizedWording what_to_change;  ///< a stored request: say the new detail
  knowledge::LocalizedWording which_number;    ///< one number is not to be called: asks which is
  knowledge::LocalizedWording already_open;    ///< a callback was asked for twice: {time}
  knowledge::LocalizedWording status_open;     ///< {time}, {summary}
  knowledge::LocalizedWording status_in_form;  ///< not sent yet; its question follows
  knowledge::LocalizedWording status_none;
  knowledge::LocalizedWording status_cancelled;
  knowledge::LocalizedWording form_cancelled;
  knowledge::LocalizedWording lead_cancelled;
  knowledge::LocalizedWording how_to_cancel;  ///< asked how or whether one can; nothing changes
  knowledge::LocalizedWording nothing_to_cancel;
  knowledge::LocalizedWording erase_or_not;  ///< asks before erasing when the wish was not plain
  knowledge::LocalizedWording erased;
  knowledge::LocalizedWording started_over;
  knowledge::LocalizedWording language_switched;
  knowledge::LocalizedWording language_not_served;  ///< {languages}
  knowledge::LocalizedWording did_you_mean;
  knowledge::LocalizedWording ask_coordinator;  ///< a request is stored; no topic answers this
  knowledge::LocalizedWording heard;           ///< despair that asks nothing
  knowledge::LocalizedWording heard_in_form;   ///< the same, before the pending question again
  knowledge::LocalizedWording not_understood;     ///< the second miss in a row
  knowledge::LocalizedWording as_mentioned;  ///< before an answer that was just given
  knowledge::LocalizedWording of_course;     ///< before the same reply to the same request
  knowledge::LocalizedWording i_hear_you;    ///< before anything else that was just said
  knowledge::LocalizedWording back_to_question;  ///< before the pending question, after an answer
  knowledge::LocalizedWording once_more;         ///< before the pending question as just put
  knowledge::LocalizedWording reply_with_number;  ///< SMS, before numbered options
  knowledge::LocalizedWording sms_stopped;
  knowledge::LocalizedWording sms_started;
  knowledge::LocalizedWording sms_help;

  // Words.
  knowledge::Localized skip;
  knowledge::Localized yes;
  knowledge::Localized no;
  knowledge::Localized today;
  knowledge::Localized tomorrow;
  knowledge::Localized any_day;
  knowledge::Localized weekdays;
  knowledge::Localized weekends;
  knowledge::Localized every_day_named;    ///< {days}: "Mondays and Fridays"
  knowledge::Localized from_day_to_day;    ///< {from}, {to}
  knowledge::Localized from_time_to_time;  ///< {from}, {to}
  knowledge::Localized on_day_at_time;     ///< {day}, {time}, {zone}
  knowledge::Localized and_word;
  knowledge::Localized am;
  knowledge::Localized pm;
  knowledge::Localized day_pattern;  ///< ICU date pattern, "EEEE, MMMM d"
  knowledge::Localized for_self;
  knowledge::Localized for_other;
  knowledge::Localized no_insurance;
  knowledge::Localized unknown_insurance;
  knowledge::Localized unknown_time;  ///< the best time was skipped
  std::map<std::string, knowledge::Localized, std::less<>> relations;  ///< "son" -> how to say it

  std::map<knowledge::Language, std::string> language_name;  ///< "es" -> "español"

  static Texts load(const std::filesystem::path& file, const std::filesystem::path& root,
                    const knowledge::Languages& languages, knowledge::Problems& problems);
};

}  // namespace dialogs
