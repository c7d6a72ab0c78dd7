#include "dialogs/offer.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/request.h"
#include "dialogs/topics.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

/// "Ok" after an answer only says that it was read; "lol ok cool" says no more.
bool is_mere_nod(const std::string& normalized) {
  static const RE2 words(
      R"((?:(?:lol|lmao|ha(?:ha)+|oh|ah|aw+|h+m+|(?:ja){2,}|ay)[.!, ]*)*)"
      R"((?:(?:ok|okay|k|kk|okey|alright|right|got it|i see|good to know|good|great|cool|nice)"
      R"(|perfect|fine|lol|ha(?:ha)+|bueno|vale|va|sale|orale|ya veo|ya|entiendo|muy bien|bien)"
      R"(|esta bien|de acuerdo|perfecto|que bien|(?:ja){2,})[.!, ]*)+)");
  return RE2::FullMatch(normalized, words);
}

/// "Ok bye", "ok thanks": who takes leave takes nothing up. "Y si no tengo seguro" asks.
bool takes_leave_or_asks(const Move& move) {
  static const RE2 nod(R"((?:ok|okay|k|alright|cool|great|bueno|vale|sale|orale|va)\b.*)");
  static const RE2 supposed(R"(y si .*)");
  const std::string normalized = knowledge::normalize(move.input.text);
  if (asks_for(move, kGoodbye) || RE2::FullMatch(normalized, supposed)) return true;
  return asks_for(move, kThanks) && RE2::FullMatch(normalized, nod);
}

/// "Sure, and is it private?": the yes or no may stand before a question.
std::optional<bool> yes_or_no(const Move& move) {
  const std::string_view text = move.input.text;
  for (const std::string_view part : {text, text.substr(0, text.find_first_of(",.;!"))}) {
    const auto reading = read_slot(SlotKind::yes_no, part, move.slot_context());
    if (reading.value) return std::get<std::string>(*reading.value) == "yes";
  }
  if (asks_for(move, kAffirm) != asks_for(move, kDeny)) return asks_for(move, kAffirm);
  return std::nullopt;
}

bool was_served(const Move& move, const std::string& topic) {
  const auto& topics = move.turn.topics;
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

/// Marks a topic as served without a word of its own.
void pass_over(Move& move, const char* topic) {
  if (!was_served(move, topic)) move.turn.topics.push_back(topic);
}

void take_up_offer(Move& move) {
  const std::size_t replies_before = move.turn.replies.size();
  pass_over(move, kAffirm);
  answer_topics(move);
  if (!was_served(move, move.standing_offer)) act(move, move.standing_offer, true);
  if (move.turn.replies.size() == replies_before) act(move, kAffirm, true);
}

void turn_down_offer(Move& move) {
  const bool in_form = pending(move) != nullptr;
  const bool only_no = move.input.understanding.topics.empty() || asks_for(move, kDeny);
  if (only_no && !in_form) act(move, kDeny, true);
  else pass_over(move, kDeny);
  answer_topics(move);
}

}  // namespace

void offer_call(Move& move) {
  say(move, ReplyKind::info, move.script.knowledge->find_topic(kAffirm)->answer);
  make_offer(move, kRequestCallback, true);
}

bool answer_offer(Move& move) {
  if (move.standing_offer.empty() || move.standing_offer == kChangeDetails) return false;
  const auto answer = yes_or_no(move);
  if (!answer) return false;
  if (*answer && takes_leave_or_asks(move)) return false;
  if (*answer && !move.offer_was_spoken && is_mere_nod(knowledge::normalize(move.input.text)))
    return false;
  move.session().misses = 0;
  if (*answer) take_up_offer(move);
  else turn_down_offer(move);
  return true;
}

bool take_promised_change(Move& move) {
  if (move.standing_offer != kChangeDetails) return false;
  for (const SlotKind kind : {SlotKind::phone, SlotKind::email, SlotKind::callback_time,
                              SlotKind::for_whom, SlotKind::name}) {
    auto reading = read_slot(kind, move.input.text, move.slot_context());
    if (reading.value && change_detail(move, kind, *std::move(reading.value))) return true;
  }
  return false;
}

}  // namespace dialogs
