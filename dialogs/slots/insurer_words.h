#pragma once

#include "dialogs/slots/vocabulary.h"

// What people say about their insurance, in both languages.
namespace dialogs {

const Phrases& words_for_no_insurance();          ///< none, or the visitor pays
const Phrases& plain_words_for_no_insurance();    ///< "no": none where nothing else is said
const Phrases& words_for_unknown_insurance();     ///< not known, or not told
const Phrases& words_that_ask_about_insurance();  ///< how a question begins
const Phrases& words_before_a_plan();      ///< "have", "con": what stands right before a plan
const Phrases& words_for_taking_a_plan();  ///< "accept", "aceptan": what a clinic does
const Phrases& lead_ins_of_a_plan();       ///< "my insurance is": what a plan's name drops

}  // namespace dialogs
