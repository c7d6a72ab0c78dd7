#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/message_classifier.h"

namespace knowledge {

/// A message as topics are chosen for it: repaired, parted, and what the classifier decided.
struct DecidedMessage {
  std::string_view text;
  std::vector<std::string_view> parts;
  std::vector<float> ngrams;  ///< decision values of the n-grams alone
  Decisions decisions;
  double strange = 0;  ///< of its words, as in FieldWords
};

/// What speaks for the main topic of a message. `value` and the like are decision values; the other
/// numbers are probabilities (of the softmax), or 0 and 1.
inline constexpr std::array<std::string_view, 9> kMainEvidence = {
    "value",                ///< of the topic
    "lead",                 ///< over the next label, kOutOfScope as well
    "out_of_scope",         ///< that nothing of ours is asked
    "out_of_scope_value",   //
    "ngrams",               ///< value of the topic by the n-grams alone
    "ngrams_out_of_scope",  //
    "parted",               ///< the message has parts
    "best_part",            ///< of the topic, in the part that leans to it most
    "strange",              ///< share of words that were never used for a topic
};

/// What speaks for a further topic, which some part of the message leans to.
inline constexpr std::array<std::string_view, 10> kFurtherEvidence = {
    "part",           ///< logarithm of its probability in its part,
    "whole",          ///< and in the whole message
    "whole_value",    //
    "main_in_part",   ///< of the main topic in that part
    "asks",           ///< the part begins as questions do
    "words",          ///< of the part; tens, at most one
    "several_marks",  ///< the message has more than one question mark
    "main",           ///< of the main topic in the whole message
    "lead",           ///< value over the main topic's in that part
    "asks_surely",    ///< its probability where the part asks
};

struct MainEvidence {
  std::size_t label = 0;
  std::size_t part = 0;  ///< where it is asked; 0 where there are no parts
  std::array<double, kMainEvidence.size()> numbers{};
};

struct FurtherEvidence {
  std::size_t label = 0;
  std::size_t part = 0;
  std::array<double, kFurtherEvidence.size()> numbers{};
};

struct TopicEvidence {
  MainEvidence main;
  std::vector<FurtherEvidence> further;  ///< by part; each label once
};

/// `slope` as in Sureness. `question_words` begin questions. REQUIRES: two labels or more.
TopicEvidence topic_evidence(const std::vector<std::string>& labels, const DecidedMessage& message,
                             double slope, const std::vector<std::string>& question_words);

/// Shares of 1 by decision values: softmax of `slope` times each.
std::vector<double> probabilities(const std::vector<float>& decision_values, double slope);

}  // namespace knowledge
