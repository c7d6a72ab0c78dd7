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

/// The automaton looks for the parts of patterns: with the gaps between them in it, it would have
/// too many states to keep. A pattern all of whose parts occur is then searched for as a whole.
struct SafetySpans::Automaton {
  struct Pattern {
    std::unique_ptr<RE2> regex;
    std::size_t meaning = 0;
    std::size_t parts = 0;
  };
  std::unique_ptr<RE2::Set> parts;
  std::vector<std::size_t> pattern_of;  ///< by index of a part
  std::vector<Pattern> patterns;

  /// Indices of the patterns whose parts all occur, ascending.
  std::vector<std::size_t> candidates(const re2::StringPiece& text) const {
    std::vector<std::size_t> found;
    std::vector<int> hits;
    if (!parts || !parts->Match(text, &hits)) return found;
    std::sort(hits.begin(), hits.end());  // the parts of a pattern stand side by side
    for (std::size_t i = 0; i < hits.size();) {
      const auto pattern = pattern_of[static_cast<std::size_t>(hits[i])];
      const auto first = i;
      while (i < hits.size() && pattern_of[static_cast<std::size_t>(hits[i])] == pattern) ++i;
      if (i - first == patterns[pattern].parts) found.push_back(pattern);
    }
    return found;
  }
};

SafetySpans::SafetySpans() : automaton_(std::make_unique<Automaton>()) {}
SafetySpans::~SafetySpans() = default;
SafetySpans::SafetySpans(SafetySpans&&) noexcept = default;
SafetySpans& SafetySpans::operator=(SafetySpans&&) noexcept = default;

SafetySpans SafetySpans::compile(const SafetyRules& rules,
                                 const std::set<SafetySense>& senses, Problems& problems) {
  auto automaton = std::make_unique<Automaton>();
  auto set = std::make_unique<RE2::Set>(options(kAutomatonBytesMax), RE2::UNANCHORED);
  for (std::size_t i = 0; i < rules.meanings.size(); ++i) {
    const auto& meaning = rules.meanings[i];
    if (!senses.contains(meaning.sense)) continue;
    for (const auto& text : meaning.patterns) {
      const auto parsed = parse_safety_pattern(text, rules.words);
      if (const auto* mistake = std::get_if<TemplateMistake>(&parsed)) {
        problems.push_back({meaning.file, meaning.line, "pattern '" + text + "': " + *mistake});
        continue;
      }
      const auto& pattern = std::get<SafetyPattern>(parsed);
      auto regex = std::make_unique<RE2>(pattern.whole, options(kPatternBytesMax));
      if (!regex->ok()) {
        problems.push_back({meaning.file, meaning.line,
                            "pattern '" + text + "' is too large: make it two"});
        continue;
      }
      for (const auto& part : pattern.parts)
        if (set->Add(part, nullptr) >= 0)
          automaton->pattern_of.push_back(automaton->patterns.size());
      automaton->patterns.push_back({std::move(regex), i, pattern.parts.size()});
    }
  }
  if (automaton->patterns.empty()) return {};
  if (!set->Compile()) {
    problems.push_back({"safety", 0, "the patterns together are too many for one automaton"});
    return {};
  }
  automaton->parts = std::move(set);
  SafetySpans spans;
  spans.automaton_ = std::move(automaton);
  return spans;
}

std::vector<SafetySpan> SafetySpans::find(std::string_view clauses) const {
  std::vector<SafetySpan> spans;
  const re2::StringPiece text(clauses.data(), clauses.size());
  for (const auto candidate : automaton_->candidates(text)) {
    const auto& pattern = automaton_->patterns[candidate];
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
