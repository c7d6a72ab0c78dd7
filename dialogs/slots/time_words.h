#pragma once

#include "dialogs/slots/vocabulary.h"

// What people say around days and hours, in both languages.
namespace dialogs {

const Phrases& words_for_now();           ///< "asap", "cuanto antes"
const Phrases& words_for_anytime();       ///< "whenever", "a cualquier hora"
const Phrases& words_for_later_than();    ///< "after", "I work till", "a partir de las"
const Phrases& words_for_earlier_than();  ///< "before", "hasta las"
const Phrases& words_for_about();         ///< "around", "como a"
const Phrases& words_for_things();        ///< "hours", "years", "kids": a number before them counts
const Phrases& words_for_except();        ///< "not", "any day but", "I work"
const Phrases& words_before_other_numbers();  ///< "I'm", "tengo": an age or a count follows
const Phrases& words_for_no_time();           ///< "it's past", "buenas tardes": told, not asked for

}  // namespace dialogs
