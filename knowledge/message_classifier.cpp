#include "knowledge/message_classifier.h"

#include <sodium.h>

#include <atomic>
#include <thread>
#include <utility>

#include "knowledge/normalize.h"

namespace knowledge {
namespace {

constexpr std::string_view kTrainingVersion = "2";  // grows when training itself changes
constexpr std::size_t kThreads = 2;

Spelling spelling_of(const std::vector<TrainingMessage>& messages) {
  std::vector<std::string> texts;
  for (const auto& message : messages) texts.push_back(normalize(message.text));
  std::vector<Spelling::Sample> samples;
  for (std::size_t i = 0; i < texts.size(); ++i)
    samples.push_back({texts[i], messages[i].language});
  return Spelling::learn(samples);
}

std::vector<LabelledExample> examples_of(const std::vector<TrainingMessage>& messages,
                                         const Spelling& spelling) {
  std::vector<LabelledExample> examples;
  for (const auto& message : messages)
    examples.push_back({spelling.repair(normalize(message.text), message.language),
                        message.topics.empty() ? std::vector<std::string>{std::string(kOutOfScope)}
                                               : message.topics,
                        {}});
  return examples;
}

/// Gives every example its sentence vector.
void encode_all(std::vector<LabelledExample>& examples, const MessageClassifier::Encode& encode) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < examples.size();)
      examples[i].dense = encode(examples[i].text);
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < kThreads; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
}

/// Names a trained classifier by all that went into it.
std::string name_of(const std::vector<LabelledExample>& examples, bool with_encoder) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES_MIN);
  const auto add = [&](std::string_view text) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>("\0"), 1);
  };
  add(kTrainingVersion);
  add(with_encoder ? "encoder" : "n-grams");
  for (const auto& example : examples) {
    add(example.text);
    for (const auto& label : example.labels) add(label);
  }
  unsigned char digest[crypto_generichash_BYTES_MIN];
  crypto_generichash_final(&state, digest, sizeof digest);
  std::string hex(2 * sizeof digest + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
  hex.pop_back();
  return hex;
}

Classifier classifier_for(std::vector<LabelledExample> examples,
                          const MessageClassifier::Settings& settings) {
  const auto file = settings.cache /
                    ("topics-" + name_of(examples, settings.encode != nullptr) + ".model");
  if (!settings.cache.empty())
    if (auto kept = Classifier::load(file)) return *std::move(kept);
  if (settings.encode) encode_all(examples, settings.encode);
  auto trained = Classifier::train(examples, ClassifierSettings(), settings.progress);
  if (!settings.cache.empty()) trained.save(file);
  return trained;
}

}  // namespace

MessageClassifier::MessageClassifier(Spelling spelling, Classifier classifier, Encode encode)
    : spelling_(std::move(spelling)),
      classifier_(std::move(classifier)),
      encode_(std::move(encode)) {}

MessageClassifier MessageClassifier::learn(const std::vector<TrainingMessage>& messages,
                                           Settings settings) {
  Spelling spelling = spelling_of(messages);
  Classifier classifier = classifier_for(examples_of(messages, spelling), settings);
  return {std::move(spelling), std::move(classifier), std::move(settings.encode)};
}

Decisions MessageClassifier::decide(std::string_view text,
                                    const std::vector<std::string_view>& parts) const {
  const auto decided = [this](std::string_view one) {
    std::vector<float> values(labels().size());
    classifier_.decide(one, encode_ ? encode_(one) : std::vector<float>(), values);
    return values;
  };
  Decisions decisions{decided(text), {}};
  for (const auto part : parts) decisions.parts.push_back(decided(part));
  return decisions;
}

std::vector<float> MessageClassifier::decide_by_ngrams(std::string_view text) const {
  std::vector<float> values(labels().size());
  classifier_.decide(text, {}, values);
  return values;
}

}  // namespace knowledge
