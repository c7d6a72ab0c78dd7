#include "dialogs/person.h"

#include <cassert>

#include "dialogs/request.h"

namespace dialogs {

void offer_person(Move& move) {
  const auto* topic = move.script.knowledge->find_topic(kTalkToHuman);
  assert(topic && "the script's loader checks that every request has a topic");
  answer_topic(move, *topic);
  if (move.session().flow.empty()) make_offer(move, kRequestCallback, true);
  move.session().misses = 0;
}

}  // namespace dialogs
