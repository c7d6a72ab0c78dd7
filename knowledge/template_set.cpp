#include "knowledge/template_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "knowledge/normalize.h"

namespace knowledge {
namespace {

constexpr std::int64_t kAutomatonBytesMax = 64 << 20;

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kAutomatonBytesMax);
  options.set_never_capture(true);
  return options;
}

bool starts_with_words(std::string_view words, std::string_view phrase) {
  return words.size() >= phrase.size() && words.substr(0, phrase.size()) == phrase;
}

bool ends_with_words(std::string_view words, std::string_view phrase) {
  return words.size() > phrase.size() &&
         words.substr(words.size() - phrase.size()) == phrase &&
         words[words.size() - phrase.size() - 1] == ' ';
}

}  // namespace

struct TemplateSet::Automaton {
  std::unique_ptr<RE2::Set> set;
  std::vector<std::string> topics;   ///< by index of the set
  std::vector<std::string> fillers;  ///< as as_words() gives them, longest first

  /// The topics that match all of `words`.
  std::set<std::string> all_matches(std::string_view words) const {
    std::set<std::string> found;
    std::vector<int> hits;
    if (set && set->Match({words.data(), words.size()}, &hits))
      for (const int hit : hits) found.insert(topics[static_cast<std::size_t>(hit)]);
    return found;
  }
};

TemplateSet::TemplateSet() : automaton_(std::make_unique<Automaton>()) {}
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

TemplateSet TemplateSet::compile(const std::vector<Topic>& topics, const PhraseLists& lists,
                                 const std::vector<std::string>& fillers, Problems& problems) {
  struct Written {
    std::string topic, text;
    std::vector<std::string> examples;
  };
  const auto complain = [&](const std::string& topic, const std::string& phrase,
                            const std::string& what) {
    problems.push_back({"topics/" + topic + ".yaml", 0, "phrase '" + phrase + "': " + what});
  };
  auto automaton = std::make_unique<Automaton>();
  for (const auto& filler : fillers) automaton->fillers.push_back(as_words(normalize(filler)));
  std::sort(automaton->fillers.begin(), automaton->fillers.end(),
            [](const auto& left, const auto& right) { return left.size() > right.size(); });
  auto set = std::make_unique<RE2::Set>(options(), RE2::ANCHOR_BOTH);
  std::vector<Written> written;
  for (const Topic& topic : topics)
    for (const auto& [language, phrases] : topic.templates)
      for (const std::string& phrase : phrases) {
        auto parsed = parse_template(phrase, lists);
        if (const auto* mistake = std::get_if<TemplateMistake>(&parsed)) {
          complain(topic.id, phrase, *mistake);
          continue;
        }
        auto& made = std::get<Template>(parsed);
        std::string why;
        if (set->Add(made.pattern, &why) < 0) {
          complain(topic.id, phrase, why);
          continue;
        }
        automaton->topics.push_back(topic.id);
        written.push_back({topic.id, phrase, std::move(made.examples)});
      }
  if (automaton->topics.empty()) return {};
  if (!set->Compile()) {
    problems.push_back({"topics", 0, "the phrases together are too many for one automaton"});
    return {};
  }
  automaton->set = std::move(set);
  for (const Written& one : written)
    for (const std::string& example : one.examples) {
      auto all = automaton->all_matches(example);
      all.erase(one.topic);
      if (all.empty()) continue;
      problems.push_back({"topics/" + one.topic + ".yaml", 0,
                          "phrase '" + one.text + "' matches '" + example + "', which " +
                              *all.begin() + " matches too: keep it in one of them"});
      break;
    }
  TemplateSet result;
  result.automaton_ = std::move(automaton);
  return result;
}

std::string_view TemplateSet::without_fillers(std::string_view words) const {
  const std::string_view all = words;
  const auto& fillers = automaton_->fillers;
  for (bool changed = true; changed && !words.empty();) {
    changed = false;
    for (const std::string& filler : fillers) {
      if (starts_with_words(words, filler)) {
        words.remove_prefix(filler.size());
        changed = true;
      } else if (ends_with_words(words, filler)) {
        words.remove_suffix(filler.size());
        changed = true;
      }
    }
  }
  return words.empty() ? all : words;
}

std::optional<std::string> TemplateSet::match(std::string_view normalized) const {
  const std::string words = as_words(normalized);
  if (words.empty()) return std::nullopt;
  auto found = automaton_->all_matches(words);
  if (found.empty()) {
    const auto core = without_fillers(words);
    if (core.size() == words.size()) return std::nullopt;
    found = automaton_->all_matches(core);
  }
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

}  // namespace knowledge
