#include "knowledge/safety_spans.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <utility>

#include "knowledge/safety_pattern.h"

namespace knowledge {
namespace {

constexpr std::int64_t kAutomatonBytesMax = 16 << 20;
constexpr std::size_t kPartsTogetherMax = 48;
constexpr std::int64_t kPatternBytesMax = 4 << 20;

RE2::Options options(std::int64_t bytes_max) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(bytes_max);
  options.set_never_nl(false);
  options.set_never_capture(true);
  return options;
}

}  // namespace

/// The automata look for the parts of patterns: with the gaps between them, or all in one, they
/// would have too many states to keep, and building states is what costs time. A pattern all of
/// whose parts occur is then searched for as a whole.
struct SafetySpans::Automaton {
  struct Pattern {
    std::unique_ptr<RE2> regex;
    std::size_t meaning = 0;
    std::size_t index = 0;  ///< among the patterns of its meaning
    std::size_t parts = 0;
  };
  struct Parts {
    std::unique_ptr<RE2::Set> set;
    std::vector<std::size_t> pattern_of;  ///< by index of the set, ascending
  };
  std::vector<Parts> parts;
  std::vector<Pattern> patterns;

  /// False where the pattern does not fit.
  bool add(Pattern pattern, const std::vector<std::string>& its_parts) {
    if (parts.empty() || parts.back().pattern_of.size() >= kPartsTogetherMax)
      parts.push_back(
          {std::make_unique<RE2::Set>(options(kAutomatonBytesMax), RE2::UNANCHORED), {}});
    for (const auto& part : its_parts) {
      if (parts.back().set->Add(part, nullptr) < 0) return false;
      parts.back().pattern_of.push_back(patterns.size());
    }
    patterns.push_back(std::move(pattern));
    return true;
  }

  bool compile() {
    return std::all_of(parts.begin(), parts.end(),
                       [](const Parts& one) { return one.set->Compile(); });
  }

  /// Indices of the patterns whose parts all occur, ascending.
  std::vector<std::size_t> candidates(const re2::StringPiece& text) const {
    std::vector<std::size_t> found;
    std::vector<int> hits;
    for (const auto& one : parts) {
      if (!one.set->Match(text, &hits)) continue;
      std::sort(hits.begin(), hits.end());  // the parts of a pattern stand side by side
      for (std::size_t i = 0; i < hits.size();) {
        const auto pattern = one.pattern_of[static_cast<std::size_t>(hits[i])];
        const auto first = i;
        while (i < hits.size() && one.pattern_of[static_cast<std::size_t>(hits[i])] == pattern) ++i;
        if (i - first == patterns[pattern].parts) found.push_back(pattern);
      }
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
  for (std::size_t i = 0; i < rules.meanings.size(); ++i) {
    const auto& meaning = rules.meanings[i];
    if (!senses.contains(meaning.sense)) continue;
    for (std::size_t j = 0; j < meaning.patterns.size(); ++j) {
      const auto& text = meaning.patterns[j];
      const auto parsed = parse_safety_pattern(text, rules.words);
      if (const auto* mistake = std::get_if<TemplateMistake>(&parsed)) {
        problems.push_back({meaning.file, meaning.line, "pattern '" + text + "': " + *mistake});
        continue;
      }
      const auto& pattern = std::get<SafetyPattern>(parsed);
      auto regex = std::make_unique<RE2>(pattern.whole, options(kPatternBytesMax));
      if (!regex->ok() ||
          !automaton->add({std::move(regex), i, j, pattern.parts.size()}, pattern.parts))
        problems.push_back({meaning.file, meaning.line,
                            "pattern '" + text + "' is too large: make it two"});
    }
  }
  if (!automaton->compile()) {
    problems.push_back({"safety", 0, "the patterns together are too many for their automata"});
    return {};
  }
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
      spans.push_back({pattern.meaning, pattern.index, begin == 0 ? 0 : begin + 1, end});
      at = end - 1;  // the space after the last word may stand before the next match
    }
  }
  return spans;
}

}  // namespace knowledge
