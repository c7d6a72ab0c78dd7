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

/// One intent: one YAML file in knowledge/topics, named by its id.
struct Topic {
  std::string id;  ///< stable: used in tests, database and reports
  TopicKind kind = TopicKind::answer;
  Localized title;          ///< button label, at most 40 characters
  LocalizedWording answer;  ///< the reply
  std::string source;       ///< heading of the section it rests on; empty unless kind is answer
  std::vector<std::string> follow_ups;                     ///< topic ids offered as quick replies
  std::map<Language, std::vector<std::string>> templates;  ///< exact phrasings, see template.h
};

}  // namespace knowledge
