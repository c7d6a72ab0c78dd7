#include "knowledge/reader.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "knowledge/classifier.h"
#include "knowledge/encoder/sentence_encoder.h"
#include "knowledge/language_guesser.h"
#include "knowledge/message_parts.h"
#include "knowledge/normalize.h"
#include "knowledge/reading_settings.h"
#include "knowledge/spelling.h"
#include "knowledge/template_set.h"
#include "knowledge/topic_chooser.h"
#include "knowledge/training_set.h"

namespace knowledge {
namespace {

constexpr std::string_view kTrainingVersion = "1";  // grows when training itself changes
constexpr std::size_t kPartsMax = 6;
constexpr std::string_view kSwitchLanguage = "switch_language";

std::vector<LabelledExample> examples_of(const TrainingSet& training, const Spelling& spelling) {
  std::vector<LabelledExample> examples;
  for (const auto& message : training.messages)
    examples.push_back({spelling.repair(normalize(message.text), message.language),
                        message.topics.empty() ? std::vector<std::string>{std::string(kOutOfScope)}
                                               : message.topics,
                        {}});
  return examples;
}

Spelling spelling_of(const TrainingSet& training) {
  std::vector<std::string> texts;
  for (const auto& message : training.messages) texts.push_back(normalize(message.text));
  std::vector<Spelling::Sample> samples;
  for (std::size_t i = 0; i < texts.size(); ++i)
    samples.push_back({texts[i], training.messages[i].language});
  return Spelling::learn(samples);
}

/// Gives every example its sentence vector, on two threads.
void encode(std::vector<LabelledExample>& examples, const SentenceEncoder& encoder) {
  constexpr std::size_t kThreads = 2;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < examples.size();)
      examples[i].dense = encoder.encode(examples[i].text);
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

Classifier classifier_for(std::vector<LabelledExample> examples, const SentenceEncoder* encoder,
                          const std::filesystem::path& cache, const TrainingProgress& progress) {
  const auto file = cache / ("topics-" + name_of(examples, encoder != nullptr) + ".model");
  if (!cache.empty())
    if (auto kept = Classifier::load(file)) return *std::move(kept);
  if (encoder != nullptr) encode(examples, *encoder);
  auto trained = Classifier::train(examples, ClassifierSettings(), progress);
  if (!cache.empty()) trained.save(file);
  return trained;
}

std::vector<std::string> ids_of(const std::vector<Topic>& topics) {
  std::vector<std::string> ids;
  for (const auto& topic : topics) ids.push_back(topic.id);
  return ids;
}

bool stands_in(std::string_view words, const std::string& name) {
  return (" " + std::string(words)).find(" " + name + " ") != std::string::npos;
}

}  // namespace

struct Reader::Parts {
  ReadingSettings settings;
  EntityCatalog entities;
  TemplateSet templates;
  LanguageGuesser languages;
  Spelling spelling;
  std::optional<SentenceEncoder> encoder;
  std::optional<Classifier> classifier;

  const Thresholds& thresholds() const {
    return encoder ? settings.with_encoder : settings.ngrams;
  }

  ClassifiedText classified(std::string text) const {
    auto dense = encoder ? encoder->encode(text) : std::vector<float>();
    return {std::move(text), std::move(dense)};
  }

  Choice choose(std::string_view normalized, const Language& language) const {
    const auto whole = classified(spelling.repair(normalized, language));
    std::vector<ClassifiedText> parts;
    for (const auto part : message_parts(whole.text, settings.joiners))
      if (parts.size() < kPartsMax) parts.push_back(classified(std::string(part)));
    return choose_topics(classifier->labels(),
                         probabilities(*classifier, thresholds(), whole, parts), thresholds());
  }

  /// The one language that the message names; empty where it names none or several.
  Language language_named(std::string_view words) const {
    Language named;
    for (const auto& [language, names] : settings.language_names)
      for (const auto& name : names)
        if (stands_in(words, name)) {
          if (!named.empty() && named != language) return {};
          named = language;
        }
    return named;
  }
};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::load(const Sources& sources, const Languages& languages,
                    const std::vector<Topic>& topics, EntityCatalog entities, Problems& problems) {
  auto parts = std::make_unique<Parts>();
  const auto& content = sources.content;
  const std::size_t problems_before = problems.size();
  parts->settings =
      ReadingSettings::load(content / "understanding.yaml", content, languages, problems);
  parts->entities = std::move(entities);
  parts->templates = TemplateSet::compile(topics, parts->entities.phrase_lists(),
                                          parts->settings.fillers, problems);
  const auto training =
      TrainingSet::load(content / "messages", languages, ids_of(topics), problems);
  if (problems.size() == problems_before && !training.messages.empty()) {
    parts->languages = LanguageGuesser::train(training.messages, languages);
    parts->spelling = spelling_of(training);
    parts->encoder = SentenceEncoder::load(sources.encoder);
    parts->classifier = classifier_for(examples_of(training, parts->spelling),
                                       parts->encoder ? &*parts->encoder : nullptr,
                                       sources.cache, sources.progress);
  }
  return Reader(std::move(parts));
}

Understanding Reader::read(const Utterance& utterance) const {
  Understanding understanding;
  const std::string normalized = normalize(utterance.text);
  understanding.language = parts_->languages.guess(normalized, utterance.language);
  understanding.entities = parts_->entities.find(utterance.text);
  if (auto topic = parts_->templates.match(normalized)) {
    understanding.topics.push_back({*std::move(topic), 1, Layer::exact});
  } else if (parts_->classifier) {
    auto choice = parts_->choose(normalized, understanding.language);
    understanding.topics = std::move(choice.topics);
    understanding.near = std::move(choice.near);
  }
  const bool wants_other = std::any_of(
      understanding.topics.begin(), understanding.topics.end(),
      [](const Match& match) { return match.topic == kSwitchLanguage; });
  if (wants_other) {
    const Language named = parts_->language_named(as_words(normalized));
    if (!named.empty()) {
      understanding.language = named;
      understanding.language_requested = true;
    }
  }
  return understanding;
}

bool Reader::has_encoder() const {
  return parts_->encoder.has_value();
}

const EntityCatalog& Reader::entities() const {
  return parts_->entities;
}

}  // namespace knowledge
