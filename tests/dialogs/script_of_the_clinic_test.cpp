#include "tests/dialogs/script_of_the_clinic.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace tests {
namespace {

const knowledge::Knowledge& knowledge_of_the_clinic() {
  static const knowledge::Knowledge loaded = [] {
    knowledge::Problems problems;
    auto result = knowledge::Knowledge::load(
        {PROJECT_FOLDER "/knowledge", PROJECT_FOLDER "/var/models", {}, {}},
                                             {"en", "es"}, problems);
    for (const auto& problem : problems) throw std::runtime_error(to_string(problem));
    return result;
  }();
  return loaded;
}

}  // namespace

const dialogs::Script& script_of_the_clinic() {
  static const dialogs::Script script = [] {
    knowledge::Problems problems;
    auto result = dialogs::Script::load(PROJECT_FOLDER "/dialogs", knowledge_of_the_clinic(),
                                        {"Invigorate Behavioral Counseling Center", "Invigorate",
                                         "323-990-8178", "America/Los_Angeles"},
                                        problems);
    for (const auto& problem : problems) throw std::runtime_error(to_string(problem));
    return result;
  }();
  return script;
}

Conversation::Conversation(dialogs::Channel channel, std::string language) : channel_(channel) {
  session_.language = std::move(language);
}

dialogs::Turn Conversation::take(dialogs::Input input) {
  input.channel = channel_;
  input.understanding.language = session_.language;
  if (channel_ == dialogs::Channel::sms) input.sender = "+13235550142";
  auto turn =
      dialogs::step(script_of_the_clinic(), session_, input, {now_ms_, "America/Los_Angeles"});
  session_ = turn.session;
  return turn;
}

dialogs::Turn Conversation::say(const std::string& text, const std::vector<std::string>& topics) {
  dialogs::Input input;
  input.text = text;
  input.understanding.entities = script_of_the_clinic().knowledge->entities().find(text);
  for (const auto& topic : topics)
    input.understanding.topics.push_back({topic, 1.0, knowledge::Layer::exact});
  return take(std::move(input));
}

dialogs::Turn Conversation::press(const std::string& choice) {
  dialogs::Input input;
  input.choice = choice;
  return take(std::move(input));
}

dialogs::Turn Conversation::be_in_danger(const std::string& safety_id) {
  dialogs::Input input;
  input.text = "(a cry for help)";
  input.understanding.safety = knowledge::SafetySignal{safety_id, knowledge::SafetyLevel::emergency,
                                                       knowledge::Endangered::self};
  return take(std::move(input));
}

dialogs::Turn Conversation::go_to(const std::string& slot) {
  dialogs::Turn turn = say("please call me", {"request_callback"});
  for (const auto& question : questions(channel_, session_.language)) {
    if (turn.asks == slot) return turn;
    if (turn.asks == question.asks) turn = say(question.answer);
  }
  return turn;
}

const std::vector<Question>& questions(dialogs::Channel channel, const std::string& language) {
  static const std::vector<Question> english = {
      {"for_whom", "for me"},    {"name", "Dana"},
      {"phone", "213-555-0187"}, {"callback_time", "tomorrow at 10"},
      {"leave_message", "both"}, {"may_say_clinic", "no"},
      {"confirm", "no"},         {"what_to_change", "nothing"}};
  static const std::vector<Question> spanish = {{"for_whom", "para mí"},
                                                {"name", "Rosa"},
                                                {"phone", "213-555-0187"},
                                                {"callback_time", "mañana a las 10"},
                                                {"leave_message", "las dos"},
                                                {"may_say_clinic", "no"},
                                                {"confirm", "no"},
                                                {"what_to_change", "nada"}};
  static const auto without_phone = [](std::vector<Question> list) {
    std::erase_if(list, [](const Question& question) { return question.asks == "phone"; });
    return list;
  };
  static const std::vector<Question> english_sms = without_phone(english);
  static const std::vector<Question> spanish_sms = without_phone(spanish);
  const bool sms = channel == dialogs::Channel::sms;
  if (language == "es") return sms ? spanish_sms : spanish;
  return sms ? english_sms : english;
}

}  // namespace tests
