#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/cross_validation.h"
#include "knowledge/language.h"
#include "knowledge/reading_settings.h"

namespace knowledge {

/// How a set of messages is read under some thresholds.
struct ReadingScore {
  std::size_t asking = 0;         ///< messages that ask for topics
  std::size_t exact = 0;          ///< of these: answered with all they ask for and nothing else
  std::size_t wrong = 0;          ///< answered with a topic that they do not ask for
  std::size_t silent = 0;         ///< answered with nothing
  std::size_t out_of_scope = 0;   ///< messages that ask for no topic
  std::size_t answered_out = 0;   ///< of these: answered all the same
  std::size_t by_ngrams = 0;      ///< of all: for which the encoder need not be asked,
  std::size_t changed = 0;        ///< and of these: answered otherwise than with it

  /// Exact answers, less `wrong_cost` for each message answered wrongly.
  double worth(double wrong_cost) const;
};

/// Messages read by classifiers that had not seen them, and how questions begin.
struct Validated {
  const CrossValidation& messages;
  const std::vector<std::string>& question_words;
};

ReadingScore score(const Validated& validated, const Sureness& sureness,
                   const Language& language = {});  ///< empty: all

/// A topic, how many ask for it, and how many of these were answered with it.
struct TopicScore {
  std::string topic;
  std::size_t asked = 0, answered = 0;
};

/// The weakest first.
std::vector<TopicScore> topic_scores(const Validated& validated,
                                     const Sureness& sureness);

/// (asked, answered instead), how often; the commonest first. "" is no answer.
using Confusion = std::pair<std::pair<std::string, std::string>, std::size_t>;
std::vector<Confusion> confusions(const Validated& validated, const Sureness& sureness);

/// Judges learned from the messages, and the thresholds of greatest worth(wrong_cost); `slope` and
/// `near` stay as they are.
Sureness choose_sureness(const Validated& validated, Sureness start, double wrong_cost);

}  // namespace knowledge
