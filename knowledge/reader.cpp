#include "knowledge/reader.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "knowledge/classifier.h"
#include "knowledge/language_guesser.h"
#include "knowledge/message_parts.h"
#include "knowledge/normalize.h"
#include "knowledge/reading_settings.h"
#include "knowledge/template_set.h"
#include "knowledge/topic_chooser.h"
#include "knowledge/training_set.h"

namespace knowledge {
namespace {

constexpr std::string_view kTrainingVersion = "1";  // grows when training itself changes
constexpr std::string_view kSwitchLanguage = "switch_language";

std::vector<LabelledExample> examples_of(const TrainingSet& training) {
  std::vector<LabelledExample> examples;
  for (const auto& message : training.messages)
    examples.push_back({normalize(message.text),
                        message.topics.empty() ? std::vector<std::string>{std::string(kOutOfScope)}
                                               : message.topics,
                        {}});
  return examples;
}

/// Names a trained classifier by all that went into it.
std::string name_of(const std::vector<LabelledExample>& examples) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES_MIN);
  const auto add = [&](std::string_view text) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>("\0"), 1);
  };
  add(kTrainingVersion);
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

Classifier classifier_for(const std::vector<LabelledExample>& examples,
                          const std::filesystem::path& cache, const TrainingProgress& progress) {
  const auto file = cache / ("topics-" + name_of(examples) + ".model");
  if (!cache.empty())
    if (auto kept = Classifier::load(file)) return *std::move(kept);
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
  std::optional<Classifier> classifier;

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

Reader Reader::load(const std::filesystem::path& content, const std::filesystem::path& cache,
                    const Languages& languages, const std::vector<Topic>& topics,
                    Problems& problems, const TrainingProgress& progress) {
  auto parts = std::make_unique<Parts>();
  const std::size_t problems_before = problems.size();
  parts->settings =
      ReadingSettings::load(content / "understanding.yaml", content, languages, problems);
  parts->entities = EntityCatalog::load(content / "entities", languages, problems);
  parts->templates = TemplateSet::compile(topics, parts->entities.phrase_lists(),
                                          parts->settings.fillers, problems);
  const auto training =
      TrainingSet::load(content / "messages", languages, ids_of(topics), problems);
  if (problems.size() == problems_before && !training.messages.empty()) {
    parts->languages = LanguageGuesser::train(training.messages, languages);
    parts->classifier = classifier_for(examples_of(training), cache, progress);
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
    const auto& thresholds = parts_->settings.ngrams;
    const auto probable =
        probabilities(*parts_->classifier, thresholds, normalized,
                      message_parts(normalized, parts_->settings.joiners), {});
    auto choice = choose_topics(parts_->classifier->labels(), probable, thresholds);
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

const EntityCatalog& Reader::entities() const {
  return parts_->entities;
}

}  // namespace knowledge
