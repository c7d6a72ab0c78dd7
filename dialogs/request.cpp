#include "dialogs/request.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "dialogs/describe.h"
#include "dialogs/form.h"
#include "dialogs/lead.h"
#include "dialogs/permission.h"
#include "dialogs/person.h"
#include "dialogs/resume.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

using Act = void (*)(Move&, const knowledge::Topic&, bool plain);

/// {time} and {summary} of the stored request rather than of the form.
Values lead_values(const Move& move) {
  const Lead lead = *move.session().lead;
  return [&move, lead](std::string_view name) -> std::string {
    return name == "time" ? moment(move, lead.stored_at_ms) : std::string();
  };
}

void request_callback(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  if (!move.session().flow.empty()) {  // the pending question comes again by itself
    wake(move);
    return;
  }
  if (has_open_lead(move.session())) {
    say(move, ReplyKind::info, move.script.texts.already_open, lead_values(move));
    return;
  }
  const auto place = static_cast<std::ptrdiff_t>(move.turn.replies.size());
  const bool begun = begin(move, topic.id);
  assert(begun && "the script's loader checks that a flow begins with request_callback");
  // Where all is known there are no questions to announce.
  if (const State* state = pending(move); !state || state->kind == StateKind::confirm) return;
  say(move, ReplyKind::answer, answer_of(move, topic)).topic = topic.id;
  auto& replies = move.turn.replies;
  std::rotate(replies.begin() + place, replies.end() - 1, replies.end());
}

void talk_to_human(Move& move, const knowledge::Topic&, bool) {
  offer_person(move);
}

void change_details(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  const bool nothing = move.session().flow.empty() && !has_open_lead(move.session());
  say(move, ReplyKind::answer,
      nothing ? move.script.texts.nothing_to_change : move.script.texts.what_to_change)
      .topic = topic.id;
  make_offer(move, nothing ? kRequestCallback : kChangeDetails, true);
}

void callback_status(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  const auto& lead = move.session().lead;
  if (has_open_lead(move.session())) {
    say(move, ReplyKind::answer, move.script.texts.status_open, lead_values(move)).topic = topic.id;
    return;
  }
  const Texts& texts = move.script.texts;
  if (!move.session().flow.empty()) {
    say(move, ReplyKind::answer, texts.status_in_form).topic = topic.id;
    return;
  }
  const bool cancelled = lead && lead->status == LeadStatus::cancelled;
  say(move, ReplyKind::answer, cancelled ? texts.status_cancelled : texts.status_none).topic =
      topic.id;
  make_offer(move, kRequestCallback, true);
}

void cancel_callback(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  const Texts& texts = move.script.texts;
  if (asks_how_to_cancel(knowledge::normalize(move.input.text))) {
    say(move, ReplyKind::answer, texts.how_to_cancel).topic = topic.id;
    return;
  }
  const bool is_set_up = !move.session().flow.empty() || has_open_lead(move.session());
  if (is_set_up && limits_the_call(knowledge::normalize(move.input.text))) {
    say(move, ReplyKind::answer, texts.which_number).topic = topic.id;
    make_offer(move, kChangeDetails, true);
    return;
  }
  const knowledge::LocalizedWording* wording = &texts.nothing_to_cancel;
  if (!move.session().flow.empty()) {
    abandon(move);
    wording = &texts.form_cancelled;
  } else if (has_open_lead(move.session())) {
    move.session().lead->status = LeadStatus::cancelled;
    move.turn.effects.push_back(Effect::cancel_lead);
    wording = &texts.lead_cancelled;
  }
  say(move, ReplyKind::answer, *wording).topic = topic.id;
}

void delete_my_data(Move& move, const knowledge::Topic& topic, bool plain) {
  move.turn.topics.push_back(topic.id);
  if (!plain) {
    say(move, ReplyKind::clarify, move.script.texts.erase_or_not);
    offer(move, {{"topic:affirm", move.script.texts.yes.in(move.language())},
                 {"topic:deny", move.script.texts.no.in(move.language())}});
    make_offer(move, topic.id, true);
    move.asked_again = true;  // one question at a time: a yes must not go to the form's
    return;
  }
  abandon(move);
  Session& session = move.session();
  session.urgent = false;
  if (session.lead) {
    const int sequence = session.lead->sequence;
    session.lead = Lead();
    session.lead->sequence = sequence;
    session.lead->status = LeadStatus::erased;
  }
  move.turn.effects.push_back(Effect::erase);
  say(move, ReplyKind::answer, move.script.texts.erased).topic = topic.id;
}

/// Buttons for what `topic` leads to; not while a question of the form is open: by SMS the number
/// would be read as its answer.
void offer_topics(Move& move, const knowledge::Topic& topic) {
  if (!pending(move)) offer(move, topic_buttons(move, topic.follow_ups));
}

void help_menu(Move& move, const knowledge::Topic& topic, bool) {
  answer_topic(move, topic);
  offer_topics(move, topic);
}

void start_over(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  abandon(move);
  say(move, ReplyKind::answer, move.script.texts.started_over).topic = topic.id;
  offer_topics(move, *move.script.knowledge->find_topic(kHelpMenu));
}

std::string served_languages(const Move& move) {
  std::string list;
  for (const auto& language : move.script.knowledge->languages())
    list += (list.empty() ? "" : ", ") + move.script.texts.language_name.at(language);
  return list;
}

void switch_language(Move& move, const knowledge::Topic& topic, bool) {
  move.turn.topics.push_back(topic.id);
  const auto& understanding = move.input.understanding;
  const auto& served = move.script.knowledge->languages();
  const bool can = understanding.language_requested &&
                   std::find(served.begin(), served.end(), understanding.language) != served.end();
  if (can) move.session().language = understanding.language;
  say(move, ReplyKind::answer,
      can ? move.script.texts.language_switched : move.script.texts.language_not_served,
      [&](std::string_view name) {
        return name == "languages" ? served_languages(move) : std::string();
      })
      .topic = topic.id;
}

/// A yes to nothing: one to the form's question is read by the question.
void affirm(Move& move, const knowledge::Topic& topic, bool) {
  const bool asks_more = move.input.understanding.topics.size() > 1;
  if (pending(move) || asks_more) {
    move.turn.topics.push_back(topic.id);
  } else if (has_open_lead(move.session())) {
    move.turn.topics.push_back(topic.id);
    say(move, ReplyKind::answer, move.script.texts.all_set).topic = topic.id;
  } else {
    answer_topic(move, topic);
  }
}

/// In a form, whoever says hello is at the question again.
void greeting(Move& move, const knowledge::Topic& topic, bool) {
  if (pending(move)) move.turn.topics.push_back(topic.id);
  else answer_topic(move, topic);
}

/// A form may wait for another day: the question is not called after those who leave.
void goodbye(Move& move, const knowledge::Topic& topic, bool) {
  answer_topic(move, topic);
  move.asked_again = true;
}

/// "No" to a question that is no yes-or-no question means: not this one.
void deny(Move& move, const knowledge::Topic& topic, bool) {
  if (!pending(move)) {
    answer_topic(move, topic);
    return;
  }
  move.turn.topics.push_back(topic.id);
  if (!move.session().resting) skip(move);
}

void plainly_answer(Move& move, const knowledge::Topic& topic, bool) {
  answer_topic(move, topic);
  if (topic.id == kComplaint && move.session().flow.empty())
    make_offer(move, kRequestCallback, true);
}

struct Request {
  const char* topic;
  Act act;
  bool before_the_question;
  bool says_its_answer;  ///< the topic's own answer; else a sentence of texts.yaml
};

constexpr std::array<Request, 17> kRequests = {{
    {kRequestCallback, request_callback, false, true},
    {kTalkToHuman, talk_to_human, true, false},
    {kChangeDetails, change_details, true, false},
    {kCallbackStatus, callback_status, true, false},
    {kCancelCallback, cancel_callback, true, false},
    {kDeleteMyData, delete_my_data, true, false},
    {kGreeting, greeting, false, true},
    {kThanks, plainly_answer, false, true},
    {kGoodbye, goodbye, false, true},
    {"are_you_a_bot", plainly_answer, true, true},
    {kHelpMenu, help_menu, true, true},
    {kStartOver, start_over, true, false},
    {kSwitchLanguage, switch_language, true, false},
    {kAffirm, affirm, false, true},
    {kDeny, deny, false, true},
    {kComplaint, plainly_answer, true, true},
    {kOutOfScope, plainly_answer, false, true},
}};

const Request* find_request(std::string_view topic) {
  for (const Request& request : kRequests)
    if (topic == request.topic) return &request;
  return nullptr;
}

}  // namespace

void act(Move& move, const std::string& topic, bool plain) {
  const auto* found = move.script.knowledge->find_topic(topic);
  const Request* request = find_request(topic);
  if (!found) return;
  if (request) request->act(move, *found, plain);
  else plainly_answer(move, *found, plain);
}

bool goes_before_the_question(std::string_view topic) {
  const Request* request = find_request(topic);
  return request && request->before_the_question;
}

void check_requests(const knowledge::Knowledge& knowledge, knowledge::Problems& problems) {
  const auto problem = [&](std::string_view topic, const char* message) {
    problems.push_back({"knowledge/topics/" + std::string(topic) + ".yaml", 0, message});
  };
  for (const Request& request : kRequests) {
    const auto* topic = knowledge.find_topic(request.topic);
    if (!topic || topic->kind != knowledge::TopicKind::request)
      problem(request.topic, "the dialog needs this topic with kind 'request': add it");
    else if (request.says_its_answer && topic->answer.empty())
      problem(request.topic, "the dialog says this topic's answer: write one");
  }
  for (const auto& topic : knowledge.topics())
    if (topic.kind == knowledge::TopicKind::request && !find_request(topic.id))
      problem(topic.id, "the dialog does not know this request: make it an answer or a gap");
}

}  // namespace dialogs
