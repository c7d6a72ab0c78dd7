#include "knowledge/reading_settings.h"

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

Thresholds thresholds(YamlMap yaml) {
  Thresholds read;
  read.slope = yaml.real("slope", 0.01, 100);
  read.answer = yaml.real("answer", 0, 1);
  read.near = yaml.real("near", 0, 1);
  read.part = yaml.real("part", 0, 1);
  read.support = yaml.real("support", 0, 1);
  read.alone = yaml.real("alone", 0, 1);
  if (read.near > read.answer) yaml.problem("must not be above 'answer'", "near");
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
  settings.joiners = of_all_languages(yaml, "joiners", languages);
  settings.language_names = yaml.localized_texts("language_names", languages);
  YamlMap sureness = yaml.map("sureness");
  settings.ngrams = thresholds(sureness.map("ngrams"));
  settings.with_encoder = thresholds(sureness.map("with_encoder"));
  sureness.finish();
  yaml.finish();
  return settings;
}

}  // namespace knowledge
