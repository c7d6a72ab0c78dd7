#include "dialogs/person.h"

#include "dialogs/form.h"
#include "dialogs/request.h"

namespace dialogs {

void offer_person(Move& move) {
  const Texts& texts = move.script.texts;
  const bool in_form = pending(move) != nullptr;
  say(move, ReplyKind::answer, in_form ? texts.person_in_form : texts.person).topic = kTalkToHuman;
  move.turn.topics.push_back(kTalkToHuman);
  if (!in_form) {
    offer(move, topic_buttons(move, {kRequestCallback}));
    make_offer(move, kRequestCallback, true);
  }
  move.session().misses = 0;
}

}  // namespace dialogs
