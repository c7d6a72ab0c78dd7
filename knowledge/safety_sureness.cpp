#include "knowledge/safety_sureness.h"

#include <utility>

#include "knowledge/safety_evidence.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

constexpr double kDecisionMin = -9;
constexpr double kDecisionMax = 9;

SafetySureness read_sureness(YamlMap yaml) {
  SafetySureness read;
  read.alone = yaml.real("alone", kDecisionMin, kDecisionMax);
  read.concern = yaml.real("concern", 0, 1);
  read.emergency = yaml.real("emergency", 0, 1);
  read.judge = Judge::read(yaml.map("judge"), kSafetyEvidence);
  if (read.concern > read.emergency) yaml.problem("must not be above 'emergency'", "concern");
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
