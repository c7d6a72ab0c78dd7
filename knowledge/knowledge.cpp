#include "knowledge/knowledge.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "knowledge/asked_answers.h"
#include "knowledge/content_version.h"
#include "knowledge/encoder/remembering_encoder.h"
#include "knowledge/normalize.h"
#include "knowledge/reader.h"
#include "knowledge/referral.h"
#include "knowledge/reviewed_content.h"
#include "knowledge/template.h"
#include "knowledge/training_set.h"

namespace knowledge {
namespace {

/// The parts name files as seen from the content folder; whoever runs the program sees that folder.
void name_from_outside(const std::filesystem::path& content, Problems& problems) {
  const auto folder =
      content.has_filename() ? content.filename() : content.parent_path().filename();
  for (auto& problem : problems) problem.file = (folder / problem.file).generic_string();
}

/// By file, line and message, so that the same mistakes always make the same report.
void put_in_order(Problems& problems) {
  const auto key = [](const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.message);
  };
  std::sort(problems.begin(), problems.end(),
            [&](const Problem& left, const Problem& right) { return key(left) < key(right); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

std::vector<std::string> ids_of(const std::vector<Topic>& topics) {
  std::vector<std::string> ids;
  for (const auto& topic : topics) ids.push_back(topic.id);
  return ids;
}

}  // namespace

struct Knowledge::Content {
  Languages languages;
  ReviewedContent reviewed;
  AskedAnswers asked;
  SafetyScreen safety;
  Reader reader;
  bool has_encoder = false;
  std::string version;
};

Knowledge::Knowledge(std::unique_ptr<const Content> content) : content_(std::move(content)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Knowledge Knowledge::load(const KnowledgeFolders& folders, const Languages& languages,
                          Problems& problems) {
  Problems found;
  ReviewedContent reviewed = load_reviewed_content(folders.content, languages, found);
  SafetyScreen safety = SafetyScreen::load(folders.content / "safety", languages, found);
  AskedAnswers asked =
      AskedAnswers::compile(reviewed.topics, reviewed.entities.phrase_lists(), found);
  const auto training =
      TrainingSet::load(folders.content / "messages", languages, ids_of(reviewed.topics), found);
  const Encode encode = remembering_encoder(folders.encoder);
  Reader reader = Reader::load({folders.content, folders.cache, encode, folders.progress},
                               languages, reviewed.topics, reviewed.entities, training, found);
  if (found.empty())
    safety.learn(training.messages, {encode, folders.cache, folders.progress});
  name_from_outside(folders.content, found);
  put_in_order(found);
  problems.insert(problems.end(), found.begin(), found.end());
  return Knowledge(std::make_unique<const Content>(
      Content{languages, std::move(reviewed), std::move(asked), std::move(safety),
              std::move(reader), encode != nullptr, content_version(folders.content)}));
}

const std::vector<Topic>& Knowledge::topics() const {
  return content_->reviewed.topics;
}

const Topic* Knowledge::find_topic(std::string_view id) const {
  const auto& all = topics();
  const auto found = std::lower_bound(
      all.begin(), all.end(), id,
      [](const Topic& topic, std::string_view wanted) { return topic.id < wanted; });
  return found != all.end() && found->id == id ? &*found : nullptr;
}

const SourcePage& Knowledge::page() const {
  return content_->reviewed.page;
}
const EntityCatalog& Knowledge::entities() const {
  return content_->reviewed.entities;
}
const SafetyScreen& Knowledge::safety() const {
  return content_->safety;
}
const Languages& Knowledge::languages() const {
  return content_->languages;
}
const std::string& Knowledge::version() const {
  return content_->version;
}

bool Knowledge::has_encoder() const {
  return content_->has_encoder;
}

Understanding Knowledge::understand(const Utterance& utterance) const {
  Understanding understanding = content_->reader.read(utterance);
  const std::string normalized = normalize(utterance.text);
  understanding.safety = understanding.is_phrase
                             ? content_->safety.screen_by_patterns(normalized)
                             : content_->safety.screen(normalized, understanding.language);
  refer_elsewhere(topics(), understanding);
  const std::string words = as_words(normalized);
  for (Match& match : understanding.topics)
    match.asked = content_->asked.find(match.topic, words);
  return understanding;
}

}  // namespace knowledge
