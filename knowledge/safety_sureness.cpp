#include "knowledge/safety_sureness.h"

#include <utility>

#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

constexpr double kDecisionMin = -9;
constexpr double kDecisionMax = 9;

SafetySureness read_sureness(YamlMap yaml) {
  SafetySureness read;
  read.alone = yaml.real("alone", kDecisionMin, kDecisionMax);
  read.concern = yaml.real("concern", kDecisionMin, kDecisionMax);
  read.emergency = yaml.real("emergency", kDecisionMin, kDecisionMax);
  read.softened = yaml.real("softened", kDecisionMin, kDecisionMax);
  if (read.alone > read.concern) yaml.problem("must not be above 'concern'", "alone");
  if (read.concern > read.emergency) yaml.problem("must not be above 'emergency'", "concern");
  if (read.emergency > read.softened) yaml.problem("must not be above 'softened'", "emergency");
  yaml.finish();
  return read;
}

}  // namespace

SafetySurenessBySource SafetySurenessBySource::load(const std::filesystem::path& file,
                                                    const std::filesystem::path& root,
                                                    Problems& problems) {
  YamlMap yaml = YamlMap::read_file(file, root, problems);
  SafetySurenessBySource read;
  read.ngrams = read_sureness(yaml.map("ngrams"));
  read.with_encoder = read_sureness(yaml.map("with_encoder"));
  yaml.finish();
  return read;
}

}  // namespace knowledge
