#include <algorithm>
#include <cassert>

#include "dialogs/describe.h"
#include "dialogs/move.h"
#include "dialogs/placeholder.h"
#include "dialogs/request.h"
#include "knowledge/gsm7.h"
#include "knowledge/named_answer.h"

namespace dialogs {
namespace {

std::string value_of(const Move& move, std::string_view name, const Values& values) {
  const ClinicFacts& clinic = move.script.clinic;
  if (name == "clinic") return clinic.name;
  if (name == "short_name") return clinic.short_name;
  if (name == "clinic_phone") return clinic.phone;
  if (name == "summary") return summary(move);
  if (name == "window") return window(move);
  if (values) {
    std::string value = values(name);
    if (!value.empty()) return value;
  }
  const auto slot = move.session().slots.find(name);
  return slot == move.session().slots.end() ? std::string() : describe(move, slot->second);
}

}  // namespace

SlotContext Move::slot_context() const {
  return {now.utc_ms, now.visitor_zone, script.clinic.zone, turn.session.language};
}

std::string words(const Move& move, const knowledge::LocalizedWording& wording,
                  const Values& values) {
  const knowledge::Wording& chosen = wording.in(move.language());
  std::string text = fill(move.by_sms() ? chosen.sms : chosen.web,
                          [&](std::string_view name) { return value_of(move, name, values); });
  return move.by_sms() ? knowledge::to_gsm7(text) : text;
}

Reply& say(Move& move, ReplyKind kind, const knowledge::LocalizedWording& wording,
           const Values& values) {
  Reply reply;
  reply.kind = kind;
  reply.text = words(move, wording, values);
  return move.turn.replies.emplace_back(std::move(reply));
}

std::vector<QuickReply> topic_buttons(const Move& move, const std::vector<std::string>& topics) {
  std::vector<QuickReply> buttons;
  for (const std::string& id : topics)
    if (const auto* topic = move.script.knowledge->find_topic(id))
      buttons.push_back({"topic:" + topic->id, topic->title.in(move.language())});
  return buttons;
}

void make_offer(Move& move, const std::string& topic, bool spoken) {
  move.session().offer = topic;
  move.session().offer_is_spoken = spoken;
}

namespace {

/// The answer to those who ask the way this visitor does; nullptr where there is none.
const knowledge::AskedAnswer* asked_answer(const Move& move, const knowledge::Topic& topic) {
  for (const knowledge::Match& match : move.input.understanding.topics)
    if (match.topic == topic.id && match.asked) return &topic.asked[*match.asked];
  return nullptr;
}

}  // namespace

const knowledge::LocalizedWording& answer_of(const Move& move, const knowledge::Topic& topic) {
  const auto* asked = asked_answer(move, topic);
  return asked ? asked->wording : topic.answer;
}

namespace {

/// The answers that speak of what was named; where nothing fits, the general one.
void say_named_answers(Move& move, const knowledge::Topic& topic) {
  const std::size_t before = move.turn.replies.size();
  for (const knowledge::NamedAnswer& answer : topic.named) {
    const auto names =
        knowledge::names_for(answer, move.input.understanding.entities,
                             move.script.knowledge->entities(), move.language());
    if (names.empty()) continue;
    say(move, ReplyKind::answer, answer.wording, [&](std::string_view placeholder) {
      return placeholder == answer.kind
                 ? knowledge::listed(names, answer.joiner.in(move.language()))
                 : std::string();
    });
  }
  if (move.turn.replies.size() == before) say(move, ReplyKind::answer, topic.answer);
}

void say_answers(Move& move, const knowledge::Topic& topic) {
  const std::size_t before = move.turn.replies.size();
  if (const auto* asked = asked_answer(move, topic)) say(move, ReplyKind::answer, asked->wording);
  else say_named_answers(move, topic);
  for (std::size_t i = before; i < move.turn.replies.size(); ++i) {
    move.turn.replies[i].topic = topic.id;
    move.turn.replies[i].source = topic.source;
  }
}

}  // namespace

void answer_topic(Move& move, const knowledge::Topic& topic) {
  say_answers(move, topic);
  Reply& reply = move.turn.replies.back();
  move.turn.topics.push_back(topic.id);
  const bool wants_call = std::find(topic.follow_ups.begin(), topic.follow_ups.end(),
                                    kRequestCallback) != topic.follow_ups.end();
  if (wants_call && move.session().flow.empty())
    make_offer(move, kRequestCallback, topic.kind != knowledge::TopicKind::answer);
  // By SMS a list under every answer would cost a segment and bury the answer.
  if (move.by_sms()) return;
  auto follow_ups = topic.follow_ups;
  if (!move.session().flow.empty()) std::erase(follow_ups, kRequestCallback);
  reply.quick_replies = topic_buttons(move, follow_ups);
}

void offer(Move& move, std::vector<QuickReply> quick_replies) {
  assert(!move.turn.replies.empty());
  Reply& reply = move.turn.replies.back();
  move.session().offered.clear();
  for (const QuickReply& button : quick_replies) move.session().offered.push_back(button.id);
  if (move.by_sms() && quick_replies.size() > 1) {
    reply.text += "\n" + words(move, move.script.texts.reply_with_number);
    int number = 0;
    for (const QuickReply& button : quick_replies)
      reply.text += "\n" + std::to_string(++number) + " " + knowledge::to_gsm7(button.label);
  }
  reply.quick_replies = std::move(quick_replies);
}

}  // namespace dialogs
