#include "knowledge/safety_spans.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <utility>

#include "knowledge/safety_pattern.h"

namespace knowledge {
namespace {

constexpr std::int64_t kAutomatonBytesMax = 64 << 20;
constexpr std::int64_t kPatternBytesMax = 4 << 20;

RE2::Options options(std::int64_t bytes_max) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(bytes_max);
  options.set_never_nl(false);
  options.set_never_capture(true);
  return options;
}

}  // namespace

struct SafetySpans::Automaton {
  struct Pattern {
    std::unique_ptr<RE2> regex;
    std::size_t meaning;
  };
  std::unique_ptr<RE2::Set> set;
  std::vector<Pattern> patterns;  ///< by index of the set
};

SafetySpans::SafetySpans() : automaton_(std::make_unique<Automaton>()) {}
SafetySpans::~SafetySpans() = default;
SafetySpans::SafetySpans(SafetySpans&&) noexcept = default;
SafetySpans& SafetySpans::operator=(SafetySpans&&) noexcept = default;

SafetySpans SafetySpans::compile(const SafetyRules& rules, Problems& problems) {
  auto automaton = std::make_unique<Automaton>();
  auto set = std::make_unique<RE2::Set>(options(kAutomatonBytesMax), RE2::UNANCHORED);
  for (std::size_t i = 0; i < rules.meanings.size(); ++i) {
    const auto& meaning = rules.meanings[i];
    for (const auto& text : meaning.patterns) {
      const auto parsed = parse_safety_pattern(text, rules.words);
      if (const auto* mistake = std::get_if<TemplateMistake>(&parsed)) {
        problems.push_back({meaning.file, meaning.line, "pattern '" + text + "': " + *mistake});
        continue;
      }
      const auto& pattern = std::get<Template>(parsed).pattern;
      auto regex = std::make_unique<RE2>(pattern, options(kPatternBytesMax));
      if (!regex->ok() || set->Add(pattern, nullptr) < 0) {
        problems.push_back({meaning.file, meaning.line,
                            "pattern '" + text + "' is too large: make it two"});
        continue;
      }
      automaton->patterns.push_back({std::move(regex), i});
    }
  }
  if (automaton->patterns.empty()) return {};
  if (!set->Compile()) {
    problems.push_back({"safety", 0, "the patterns together are too many for one automaton"});
    return {};
  }
  automaton->set = std::move(set);
  SafetySpans spans;
  spans.automaton_ = std::move(automaton);
  return spans;
}

std::vector<SafetySpan> SafetySpans::find(std::string_view clauses) const {
  std::vector<SafetySpan> spans;
  const re2::StringPiece text(clauses.data(), clauses.size());
  std::vector<int> hits;
  if (!automaton_->set || !automaton_->set->Match(text, &hits)) return spans;
  std::sort(hits.begin(), hits.end());
  for (const int hit : hits) {
    const auto& pattern = automaton_->patterns[static_cast<std::size_t>(hit)];
    re2::StringPiece found;
    for (std::size_t at = 0; at < clauses.size();) {
      if (!pattern.regex->Match(text, at, clauses.size(), RE2::UNANCHORED, &found, 1)) break;
      const auto begin = static_cast<std::size_t>(found.data() - clauses.data());
      const auto end = begin + found.size();
      // The break before the first word belongs to the word before.
      spans.push_back({pattern.meaning, begin == 0 ? 0 : begin + 1, end});
      at = end - 1;  // the space after the last word may stand before the next match
    }
  }
  return spans;
}

}  // namespace knowledge
