#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dialogs/script.h"
#include "dialogs/step.h"
#include "dialogs/turn.h"

namespace dialogs {

/// What the visitor comes back from with this message, where a form was waiting.
enum class Return { none, after_danger, after_hours, after_a_day };

/// One turn in the making: what came in, and what has been decided so far. Lives for one step().
struct Move {
  const Script& script;
  const Input& input;
  const Now& now;
  Turn turn;  ///< turn.session starts as the session before and is changed in place
  std::string standing_offer = {};  ///< Session::offer before this turn: what a plain "yes" means
  bool offer_was_spoken = false;    ///< Session::offer_is_spoken before this turn
  Return back = Return::none;
  bool time_has_gone_by = false;  ///< the form lay until its time to call was past
  std::vector<std::string> given = {};  ///< slots that this message filled
  bool asked_again = false;  ///< the pending question already stands at the end of the replies

  Session& session() { return turn.session; }
  const Session& session() const { return turn.session; }
  const knowledge::Language& language() const { return turn.session.language; }
  bool by_sms() const { return input.channel == Channel::sms; }
  SlotContext slot_context() const;
};

/// What a placeholder of a text stands for beyond the clinic's facts and the slots.
using Values = std::function<std::string(std::string_view)>;

/// The wording for this channel and language with its placeholders filled.
std::string words(const Move& move, const knowledge::LocalizedWording& wording,
                  const Values& values = {});

/// Adds a reply.
Reply& say(Move& move, ReplyKind kind, const knowledge::LocalizedWording& wording,
           const Values& values = {});

/// The topic's answer to those who ask as this visitor does; where there is none, its answer.
const knowledge::LocalizedWording& answer_of(const Move& move, const knowledge::Topic& topic);

/// Adds the answer of a topic with its source and its follow-ups, and counts it as answered. Where
/// the message named what the topic can speak of, the answer does ("Yes, we treat OCD").
void answer_topic(Move& move, const knowledge::Topic& topic);

/// Puts buttons under the last reply. By SMS they become a numbered list, and the next message may
/// be a number.
void offer(Move& move, std::vector<QuickReply> quick_replies);

/// Buttons for topics; ids that name none are left out.
std::vector<QuickReply> topic_buttons(const Move& move, const std::vector<std::string>& topics);

/// Remembers what a plain "yes" would now mean. `spoken` where the reply asks for it in words.
void make_offer(Move& move, const std::string& topic, bool spoken);

}  // namespace dialogs
