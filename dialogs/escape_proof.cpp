#include "dialogs/escape_proof.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dialogs/form.h"
#include "dialogs/move.h"
#include "dialogs/request.h"
#include "dialogs/step.h"
#include "knowledge/gsm7.h"

namespace dialogs {
namespace {

constexpr std::int64_t kSomeMorningMs = 1773327600000;  // 2026-03-12 08:00 in Los Angeles
constexpr const char* kSomePhone = "+12135550100";

/// An answer of each kind, about as long as answers get.
SlotValue long_answer(SlotKind kind) {
  switch (kind) {
    case SlotKind::name: return std::string("Maria Guadalupe Hernandez");
    case SlotKind::phone: return std::string(kSomePhone);
    case SlotKind::email: return std::string("maria.hernandez@mail.example");
    case SlotKind::callback_time: return CallbackTime{"2026-03-18", "12:30", "17:30"};
    case SlotKind::insurer: return std::string("Blue Cross Blue Shield");
    case SlotKind::yes_no: return std::string("yes");
    case SlotKind::for_whom: return ForWhom{false, "granddaughter"};
  }
  return std::string();
}

/// One question of one flow, with everything else answered, on one channel in one language.
class Question {
 public:
  Question(const Script& script, const Flow& flow, const State& state, Channel channel,
           knowledge::Language language)
      : script_(script), state_(state), channel_(channel), language_(std::move(language)) {
    session_.language = language_;
    session_.welcomed = true;
    session_.flow = flow.id;
    session_.state = state.id;
    for (const auto& [name, slot] : flow.slots)
      if (name != state.slot) session_.slots[name] = long_answer(slot.kind);
  }

  std::string place() const {
    return "state '" + state_.id + "' (" + (channel_ == Channel::sms ? "sms" : "web") + ", " +
           language_ + "): ";
  }

  bool answers_danger(const std::string& id) const {
    Input input = heard();
    input.understanding.safety =
        knowledge::SafetySignal{id, knowledge::SafetyLevel::emergency, knowledge::Endangered::self};
    const Turn turn = play(input);
    return turn.replies.size() == 1 && turn.replies[0].kind == ReplyKind::crisis &&
           turn.session.state == state_.id;
  }

  bool reaches_a_person() const {
    const Turn turn = ask_for(kTalkToHuman);
    return std::count(turn.topics.begin(), turn.topics.end(), kTalkToHuman) == 1 &&
           turn.session.state == state_.id;
  }

  bool can_be_cancelled() const {
    const Turn turn = ask_for(kCancelCallback);
    return turn.session.flow.empty() && !turn.session.lead && !turn.replies.empty();
  }

  /// The longest text that the question sends by SMS, in characters of the GSM alphabet.
  std::size_t longest_sms() const {
    const Input input = heard();
    const Now now{kSomeMorningMs, script_.clinic.zone};
    Move move{script_, input, now, {}};
    move.turn.session = session_;
    ask_again(move);
    for (const auto* wording : {&state_.reason, &state_.rephrased})
      if (!wording->empty()) say(move, ReplyKind::prompt, *wording);
    for (const auto& [refusal, wording] : state_.refusals) say(move, ReplyKind::prompt, wording);
    std::size_t longest = 0;
    for (const Reply& reply : move.turn.replies)
      longest = std::max(longest, knowledge::gsm7_septets(reply.text).value_or(SIZE_MAX));
    return longest;
  }

 private:
  Input heard() const {
    Input input;
    input.text = "(a message)";
    input.channel = channel_;
    if (channel_ == Channel::sms) input.sender = kSomePhone;
    input.understanding.language = language_;
    return input;
  }

  Turn play(const Input& input) const {
    return step(script_, session_, input, {kSomeMorningMs, script_.clinic.zone});
  }

  Turn ask_for(const char* topic) const {
    Input input = heard();
    input.understanding.topics = {{topic, 1, knowledge::Layer::exact}};
    return play(input);
  }

  const Script& script_;
  const State& state_;
  Channel channel_;
  knowledge::Language language_;
  Session session_;
};

bool is_question(const State& state) {
  return state.kind == StateKind::ask || state.kind == StateKind::choose ||
         state.kind == StateKind::confirm;
}

void prove_question(const Script& script, const Flow& flow, const State& state, Channel channel,
                    const knowledge::Language& language, knowledge::Problems& problems) {
  const Question question(script, flow, state, channel, language);
  const auto problem = [&](const std::string& message) {
    problems.push_back({flow.file, state.line, question.place() + message});
  };
  for (const auto& id : script.knowledge->safety().ids())
    if (!question.answers_danger(id)) problem("'" + id + "' is not answered first");
  if (!question.reaches_a_person()) problem("asking for a person does not reach one");
  if (!question.can_be_cancelled()) problem("cancelling does not end the form");
  if (channel != Channel::sms) return;
  const std::size_t longest = question.longest_sms();
  if (longest > knowledge::kSmsSeptetsMax)
    problem("with its details filled in it takes " + std::to_string(longest) + " of " +
            std::to_string(knowledge::kSmsSeptetsMax) + " characters: shorten it");
}

}  // namespace

void prove_escapes(const Script& script, knowledge::Problems& problems) {
  for (const auto& [id, flow] : script.flows)
    for (const State& state : flow.states) {
      if (!is_question(state)) continue;
      for (const Channel channel : {Channel::web, Channel::sms})
        for (const auto& language : script.knowledge->languages())
          prove_question(script, flow, state, channel, language, problems);
    }
}

}  // namespace dialogs
