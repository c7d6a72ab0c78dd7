#pragma once

#include <map>
#include <string>
#include <vector>

#include "knowledge/language.h"

namespace knowledge {

enum class TopicKind {
  answer,   ///< answered from the reviewed page
  gap,      ///< asked often, not on the page: says so, gives the phone number, offers a callback
  request,  ///< something the visitor wants done; what happens is the dialog's business
};

/// What a topic answers instead where the visitor named things of a kind: "Yes, we treat
/// {condition}." The placeholder {<kind>} stands in every text of it.
struct NamedAnswer {
  std::string kind;           ///< of entity, see entity_catalog.h
  std::size_t names_max = 1;  ///< where more are named, the general answer is the better one
  Localized joiner;           ///< between the last two names: "and", "or"
  LocalizedWording wording;
};

/// What a topic answers instead where the message asks in a particular way: "am I an alcoholic?"
/// is of the topic of alcohol, but must not be answered "Yes, ...". Goes before what was named.
struct AskedAnswer {
  std::map<Language, std::vector<std::string>> phrases;  ///< templates that stand in the message
  LocalizedWording wording;
};

/// One intent: one YAML file in knowledge/topics, named by its id.
struct Topic {
  std::string id;  ///< stable: used in tests, database and reports
  TopicKind kind = TopicKind::answer;
  Localized title;          ///< button label, at most 40 characters
  LocalizedWording answer;  ///< the reply
  std::vector<NamedAnswer> named;  ///< each that fits what was named is given, in this order
  std::vector<AskedAnswer> asked;  ///< the first whose phrases fit is given alone
  /// Things of the kind are another topic's to answer: "other_condition" -> "gap_other_condition".
  std::map<std::string, std::string> elsewhere;
  std::string source;       ///< heading of the section it rests on; empty unless kind is answer
  std::vector<std::string> follow_ups;                     ///< topic ids offered as quick replies
  std::map<Language, std::vector<std::string>> templates;  ///< exact phrasings, see template.h
};

}  // namespace knowledge
