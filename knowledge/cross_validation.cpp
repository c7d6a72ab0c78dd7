#include "knowledge/cross_validation.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

#include "knowledge/field_words.h"
#include "knowledge/message_parts.h"
#include "knowledge/normalize.h"

namespace knowledge {
namespace {

/// Messages that are dealt out together stand in one file: a topic, several, or none.
std::string file_of(const TrainingMessage& message) {
  std::string name = message.language;
  for (const auto& topic : message.topics) name += message.topics.size() > 1 ? "+" : " " + topic;
  return name;
}

/// The fold that each message is held out in.
std::vector<std::size_t> fold_of_each(const std::vector<TrainingMessage>& messages,
                                      std::size_t folds) {
  std::map<Language, std::set<std::string>> batches;
  std::map<std::string, std::set<std::string>> batches_of_file;
  for (const auto& message : messages) batches_of_file[file_of(message)].insert(message.batch);
  for (const auto& message : messages)
    if (batches_of_file[file_of(message)].size() > 1)
      batches[message.language].insert(message.batch);
  std::map<std::string, std::size_t> dealt;
  std::vector<std::size_t> fold;
  for (const auto& message : messages) {
    const auto& all = batches[message.language];
    const auto batch = all.find(message.batch);
    const bool is_apart = batches_of_file[file_of(message)].size() == 1 || batch == all.end();
    const std::size_t place = is_apart
                                  ? dealt[file_of(message)]++
                                  : static_cast<std::size_t>(std::distance(all.begin(), batch));
    fold.push_back(place % folds);
  }
  return fold;
}

/// Remembers every vector: the folds ask for nearly the same texts.
MessageClassifier::Encode remembering(const MessageClassifier::Encode& encode) {
  if (!encode) return {};
  struct Memory {
    std::mutex mutex;
    std::unordered_map<std::string, std::vector<float>> vectors;
  };
  return [encode, memory = std::make_shared<Memory>()](std::string_view text) {
    const std::string key(text);
    {
      const std::lock_guard lock(memory->mutex);
      if (const auto found = memory->vectors.find(key); found != memory->vectors.end())
        return found->second;
    }
    auto made = encode(text);
    const std::lock_guard lock(memory->mutex);
    return memory->vectors.emplace(key, std::move(made)).first->second;
  };
}

/// Decision values put where all the labels of the whole set are; a label that a fold has not
/// learned is far off.
std::vector<float> by_label(const std::vector<float>& values, const std::vector<std::string>& own,
                            const std::vector<std::string>& all) {
  constexpr float kFarOff = -9;
  std::vector<float> made(all.size(), kFarOff);
  for (std::size_t i = 0; i < own.size(); ++i)
    made[static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), own[i]) -
                                  all.begin())] = values[i];
  return made;
}

std::vector<std::string> labels_of(const std::vector<TrainingMessage>& messages) {
  std::set<std::string> labels;
  for (const auto& message : messages) {
    labels.insert(message.topics.begin(), message.topics.end());
    if (message.topics.empty()) labels.insert(std::string(kOutOfScope));
  }
  return {labels.begin(), labels.end()};
}

}  // namespace

CrossValidation cross_validate(const std::vector<TrainingMessage>& messages,
                               const std::vector<std::string>& joiners,
                               const MessageClassifier::Encode& encode, std::size_t folds,
                               const std::function<void(std::size_t, std::size_t)>& progress) {
  CrossValidation result{labels_of(messages), {}};
  const auto fold = fold_of_each(messages, folds);
  const auto memory = remembering(encode);
  for (std::size_t held = 0; held < folds; ++held) {
    std::vector<TrainingMessage> seen;
    for (std::size_t i = 0; i < messages.size(); ++i)
      if (fold[i] != held) seen.push_back(messages[i]);
    const auto classifier = MessageClassifier::learn(
        seen, {memory, {}, [&](std::size_t done, std::size_t total) {
                 if (progress) progress(held * total + done, folds * total);
               }});
    const auto field_words = FieldWords::learn(seen);
    const auto placed = [&](const std::vector<float>& values) {
      return by_label(values, classifier.labels(), result.labels);
    };
    for (std::size_t i = 0; i < messages.size(); ++i) {
      if (fold[i] != held) continue;
      const auto text = classifier.repair(
          without_symbols(normalize(messages[i].text)), messages[i].language);
      const auto parts = message_parts(text, joiners);
      const auto decided = classifier.decide(text, parts);
      HeldOutMessage one{&messages[i],
                         text,
                         {parts.begin(), parts.end()},
                         placed(classifier.decide_by_ngrams(text)),
                         {placed(decided.whole), {}},
                         field_words.strange(text)};
      for (const auto& part : decided.parts) one.decisions.parts.push_back(placed(part));
      result.held_out.push_back(std::move(one));
    }
  }
  return result;
}

}  // namespace knowledge
