#pragma once

#include "dialogs/slots/vocabulary.h"

namespace dialogs {

/// What a word or phrase of an answer to a yes-or-no question says.
enum class Says {
  opening,  ///< what may come before any answer
  mild,     ///< "ok": a yes where nothing firmer follows
  yes,
  no,
  unclear,
  taking_back,
};

/// Phrases that answer, in both languages. Longer phrases win over their beginnings: "no problem"
/// is a yes, "of course not" a no.
const Vocabulary<Says>& yes_no_words();

}  // namespace dialogs
