#include "knowledge/reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "knowledge/field_words.h"
#include "knowledge/language_guesser.h"
#include "knowledge/message_classifier.h"
#include "knowledge/message_parts.h"
#include "knowledge/normalize.h"
#include "knowledge/questions_in_a_row.h"
#include "knowledge/reading_settings.h"
#include "knowledge/sentences.h"
#include "knowledge/template_set.h"
#include "knowledge/topic_chooser.h"
#include "knowledge/training_set.h"

namespace knowledge {
namespace {

constexpr std::string_view kSwitchLanguage = "switch_language";

bool stands_in(std::string_view words, const std::string& name) {
  return (" " + std::string(words)).find(" " + name + " ") != std::string::npos;
}

}  // namespace

struct Reader::Parts {
  ReadingSettings settings;
  EntityCatalog entities;
  TemplateSet templates;
  std::set<std::string> asked_about;  ///< the topics that are no requests
  LanguageGuesser languages;
  FieldWords field_words;
  std::optional<MessageClassifier> classifier;

  const Sureness& sureness() const {
    return classifier->has_encoder() ? settings.with_encoder : settings.ngrams;
  }

  Choice choose(std::string_view normalized, const Language& language) const {
    const std::string text = classifier->repair(normalized, language);
    if (classifier->is_gibberish(text)) return {};
    const auto parts = message_parts(text, settings.joiners);
    const auto ngrams = classifier->decide_by_ngrams(text);
    const auto decided = [&](Decisions decisions) {
      return choose_topics(classifier->labels(), {text, parts, ngrams, std::move(decisions),
                            field_words.strange(text)},
                           sureness(), settings.question_words);
    };
    if (classifier->has_encoder() && parts.empty()) {
      // Most of the time goes into the sentence vector; where the n-grams are this sure, it hardly
      // ever changes the answer (`admissions-bot tune` measures it).
      const auto alone = probabilities(ngrams, sureness().slope);
      if (*std::max_element(alone.begin(), alone.end()) >= sureness().alone)
        return decided({ngrams, {}});
    }
    return decided(classifier->decide(text, parts));
  }

  /// The topics that a sentence of the message asks for in so many words, where the whole says
  /// nothing: "My back hurts and I sleep badly. What does it cost?"
  std::vector<Match> asked_plainly(std::string_view normalized) const {
    std::vector<Match> found;
    for (const auto sentence : sentences(normalized)) {
      const auto topic = templates.match(sentence);
      if (topic && asked_about.contains(*topic) && found.size() < kTopicsMax &&
          std::none_of(found.begin(), found.end(),
                       [&](const Match& match) { return match.topic == *topic; }))
        found.push_back({*topic, 1, Layer::exact});
    }
    return found;
  }

  /// The topics of short questions one after the other; no requests, which may be part of one.
  std::vector<Match> asked_in_a_row(std::string_view normalized) const {
    const auto topic_of = [&](std::string_view part) -> std::optional<std::string> {
      auto topic = templates.match(part);
      if (topic && asked_about.contains(*topic)) return topic;
      return std::nullopt;
    };
    std::vector<Match> found;
    for (auto& topic : questions_in_a_row(normalized, settings.joiners, topic_of))
      if (found.size() < kTopicsMax) found.push_back({std::move(topic), 1, Layer::exact});
    return found;
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
                    const std::vector<Topic>& topics, EntityCatalog entities,
                    const TrainingSet& training, Problems& problems) {
  auto parts = std::make_unique<Parts>();
  const auto& content = sources.content;
  const std::size_t problems_before = problems.size();
  parts->settings =
      ReadingSettings::load(content / "understanding.yaml", content, languages, problems);
  parts->entities = std::move(entities);
  for (const Topic& topic : topics)
    if (topic.kind != TopicKind::request) parts->asked_about.insert(topic.id);
  parts->templates = TemplateSet::compile(topics, parts->entities.phrase_lists(),
                                          parts->settings.fillers, problems);
  if (problems.size() == problems_before && !training.messages.empty()) {
    parts->languages =
        LanguageGuesser::train(training.messages, languages, parts->settings.shared_words);
    parts->field_words = FieldWords::learn(training.messages);
    parts->classifier = MessageClassifier::learn(
        training.messages, {sources.encode, sources.cache, sources.progress});
  }
  return Reader(std::move(parts));
}

Understanding Reader::read(const Utterance& utterance) const {
  Understanding understanding;
  const std::string whole = normalize(utterance.text);
  const std::string normalized = without_symbols(whole);
  understanding.language = parts_->languages.guess(normalized, utterance.language);
  understanding.entities = parts_->entities.find(utterance.text);
  if (auto topic = parts_->templates.match(normalized)) {
    understanding.is_phrase = normalized == whole;
    if (*topic != kOutOfScope)
      understanding.topics.push_back({*std::move(topic), 1, Layer::exact});
  } else if (auto row = parts_->asked_in_a_row(normalized); !row.empty()) {
    understanding.topics = std::move(row);
  } else if (parts_->classifier) {
    auto choice = parts_->choose(normalized, understanding.language);
    understanding.topics = std::move(choice.topics);
    if (understanding.topics.empty()) understanding.topics = parts_->asked_plainly(normalized);
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
