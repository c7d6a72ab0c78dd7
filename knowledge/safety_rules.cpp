#include "knowledge/safety_rules.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "knowledge/content_file.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCrisisPrefix = "crisis_";

/// The keys of modifiers.yaml.
constexpr std::pair<std::string_view, SafetySense> kModifiers[] = {
    {"negations", SafetySense::negation}, {"emphases", SafetySense::emphasis},
    {"pasts", SafetySense::past},         {"presents", SafetySense::present},
    {"questions", SafetySense::question}, {"cautions", SafetySense::caution},
    {"griefs", SafetySense::grief},       {"others", SafetySense::other}};

std::optional<Endangered> read_who(YamlMap& map) {
  const std::string who = map.text_or("who", "");
  if (who == "self") return Endangered::self;
  if (who == "other") return Endangered::other;
  if (!who.empty())
    map.problem("'" + who + "' is nobody: write self or other, or leave it out", "who");
  return std::nullopt;
}

std::vector<SafetyMeaning> read_meanings(YamlMap& file, std::string_view key, SafetySense sense,
                                         const std::string& crisis) {
  std::vector<SafetyMeaning> meanings;
  for (YamlMap& map : file.maps(key)) {
    SafetyMeaning meaning;
    meaning.file = map.file();
    meaning.line = map.line();
    meaning.sense = sense;
    meaning.crisis = crisis;
    meaning.means = map.text("means");
    meaning.patterns = map.texts("patterns");
    meaning.examples = map.texts("examples");
    meaning.benign = map.texts("benign");
    if (sense == SafetySense::danger) {
      meaning.now = map.flag_or("now", false);
      meaning.who = read_who(map);
    }
    if (meaning.patterns.empty())
      map.problem("says nothing: write at least one line under 'patterns'");
    map.finish();
    meanings.push_back(std::move(meaning));
  }
  return meanings;
}

/// Reads the files of one folder into one set of rules.
class RulesReader {
 public:
  RulesReader(fs::path root, const Languages& languages, Problems& problems)
      : root_(std::move(root)), languages_(languages), problems_(problems) {}

  void read_crisis(const fs::path& path) {
    YamlMap file = YamlMap::read_file(path, root_, problems_);
    const std::string id = file.text("id");
    if (!id.empty() && id != path.stem().string())
      file.problem("the id '" + id + "' is not the file's name: make them equal", "id");
    auto& wording = rules.wordings[path.stem().string()];
    wording.self = file.wording("self", languages_);
    wording.other = file.wording("other", languages_);
    wording.concern = file.wording("concern", languages_);
    take(read_meanings(file, "signs", SafetySense::danger, path.stem().string()));
    take(read_meanings(file, "concerns", SafetySense::concern, path.stem().string()));
    file.finish();
  }

  void read_idioms(const fs::path& path) {
    YamlMap file = YamlMap::read_file(path, root_, problems_);
    take(read_meanings(file, "idioms", SafetySense::idiom, ""));
    file.finish();
  }

  void read_modifiers(const fs::path& path) {
    YamlMap file = YamlMap::read_file(path, root_, problems_);
    for (const auto& [key, sense] : kModifiers) take(read_meanings(file, key, sense, ""));
    file.finish();
  }

  void read_words(const fs::path& path) {
    YamlMap file = YamlMap::read_file(path, root_, problems_);
    for (const auto& name : file.keys()) rules.words[name] = file.texts(name);
    file.finish();
  }

  void complain(const fs::path& path, std::string what) {
    problems_.push_back({content_name(path, root_), 0, std::move(what)});
  }

  SafetyRules rules;

 private:
  void take(std::vector<SafetyMeaning> meanings) {
    rules.meanings.insert(rules.meanings.end(), std::make_move_iterator(meanings.begin()),
                          std::make_move_iterator(meanings.end()));
  }

  const fs::path root_;
  const Languages& languages_;
  Problems& problems_;
};

std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".yaml") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

SafetyRules SafetyRules::load(const fs::path& folder, const Languages& languages,
                              Problems& problems) {
  RulesReader reader(folder.parent_path(), languages, problems);
  for (const auto& file : yaml_files(folder)) {
    const std::string name = file.stem().string();
    if (name.starts_with(kCrisisPrefix)) reader.read_crisis(file);
    else if (name == "idioms") reader.read_idioms(file);
    else if (name == "modifiers") reader.read_modifiers(file);
    else if (name == "words") reader.read_words(file);
    else if (name == "sureness") continue;  // SafetySurenessBySource reads it
    else
      reader.complain(file, "is no part of the safety screen: use crisis_<kind>.yaml, idioms.yaml, "
                            "modifiers.yaml, words.yaml or sureness.yaml");
  }
  if (reader.rules.wordings.empty())
    reader.complain(folder, "holds no kind of danger: add crisis_<kind>.yaml for each");
  return std::move(reader.rules);
}

}  // namespace knowledge
