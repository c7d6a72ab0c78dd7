#include "knowledge/reading_settings.h"

#include "knowledge/topic_evidence.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

std::vector<std::string> of_all_languages(YamlMap& yaml, std::string_view key,
                                          const Languages& languages) {
  std::vector<std::string> all;
  for (const auto& [language, texts] : yaml.localized_texts(key, languages))
    all.insert(all.end(), texts.begin(), texts.end());
  return all;
}

Sureness read_sureness(YamlMap yaml) {
  Sureness read;
  read.slope = yaml.real("slope", 0.01, 100);
  read.main = yaml.real("main", 0, 1);
  read.further = yaml.real("further", 0, 1);
  read.near = yaml.real("near", 0, 1);
  read.alone = yaml.real("alone", 0, 1);
  read.main_judge = Judge::read(yaml.map("main_judge"), kMainEvidence);
  read.further_judge = Judge::read(yaml.map("further_judge"), kFurtherEvidence);
  yaml.finish();
  return read;
}

}  // namespace

ReadingSettings ReadingSettings::load(const std::filesystem::path& file,
                                      const std::filesystem::path& root,
                                      const Languages& languages, Problems& problems) {
  ReadingSettings settings;
  YamlMap yaml = YamlMap::read_file(file, root, problems);
  settings.fillers = of_all_languages(yaml, "fillers", languages);
  settings.shared_words = of_all_languages(yaml, "shared_words", languages);
  settings.joiners = of_all_languages(yaml, "joiners", languages);
  settings.question_words = of_all_languages(yaml, "question_words", languages);
  settings.language_names = yaml.localized_texts("language_names", languages);
  YamlMap sureness = yaml.map("sureness");
  settings.ngrams = read_sureness(sureness.map("ngrams"));
  settings.with_encoder = read_sureness(sureness.map("with_encoder"));
  sureness.finish();
  yaml.finish();
  return settings;
}

}  // namespace knowledge
