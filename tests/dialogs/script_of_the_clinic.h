#pragma once

#include <string>
#include <vector>

#include "dialogs/script.h"
#include "dialogs/step.h"

namespace tests {

/// The content that we ship in every language it is written in, loaded once for all tests of this
/// program.
const dialogs::Script& script_of_the_clinic();

/// A conversation to play with: what the visitor writes is understood by the test, not by the
/// classifier, so that a test says exactly what it means.
class Conversation {
 public:
  explicit Conversation(dialogs::Channel channel = dialogs::Channel::web,
                        std::string language = "en");

  /// The visitor writes `text`, which asks for `topics` (exactly); what it names is found in it.
  dialogs::Turn say(const std::string& text, const std::vector<std::string>& topics = {});
  dialogs::Turn press(const std::string& choice);
  dialogs::Turn be_in_danger(const std::string& safety_id);

  /// Answers the form until it asks for `slot` (as Turn::asks names it).
  dialogs::Turn go_to(const std::string& slot);

  const dialogs::Session& session() const { return session_; }
  void wait_ms(std::int64_t ms) { now_ms_ += ms; }

 private:
  dialogs::Turn take(dialogs::Input input);

  dialogs::Channel channel_;
  dialogs::Session session_;
  std::int64_t now_ms_ = 1773351000000;  // Thursday, 12 March 2026, 2:30 pm in Los Angeles
};

/// What the form asks, in order, with an answer to each that every reader takes.
struct Question {
  std::string asks;
  std::string answer;
};
const std::vector<Question>& questions(dialogs::Channel channel, const std::string& language);

}  // namespace tests
