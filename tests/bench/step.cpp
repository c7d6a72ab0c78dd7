// Median time and allocations of dialogs::step() over one callback form with questions, corrections
// and refused answers in it; what the messages mean is given, not understood.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "dialogs/step.h"

namespace {

std::size_t allocations = 0;

struct Said {
  const char* text;
  const char* topic;  ///< nullptr where it asks for none
};

constexpr Said kForm[] = {
    {"please call me", "request_callback"},
    {"for my son", nullptr},
    {"is this confidential?", "confidentiality"},
    {"Marisol Vega", nullptr},
    {"555-0134", nullptr},
    {"213-555-0187", nullptr},
    {"sorry, it's 0178", nullptr},
    {"how many hours a week is it?", "hours_per_week"},
    {"tomorrow after 4", nullptr},
    {"both are fine", nullptr},
    {"no", nullptr},
    {"yes", nullptr},
    {"when will you call me?", "callback_status"},
};

constexpr int kRounds = 2000;
constexpr std::int64_t kNowMs = 1'773'351'000'000;

dialogs::Script loaded(knowledge::Knowledge& knowledge, knowledge::Problems& problems) {
  return dialogs::Script::load(
      PROJECT_FOLDER "/dialogs", knowledge,
      {"Sample Counseling Center", "Sample", "323-990-8178", "America/Los_Angeles"}, problems);
}

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  knowledge::Problems problems;
  auto knowledge = knowledge::Knowledge::load(
      {PROJECT_FOLDER "/knowledge", PROJECT_FOLDER "/var/models", {}, {}}, {"en", "es"}, problems);
  const auto script = loaded(knowledge, problems);
  for (const auto& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
  if (!problems.empty()) return 1;
  std::vector<std::vector<double>> times(std::size(kForm));
  std::vector<std::size_t> allocated(std::size(kForm));
  for (int round = 0; round < kRounds; ++round) {
    dialogs::Session session;
    for (std::size_t i = 0; i < std::size(kForm); ++i) {
      dialogs::Input input;
      input.text = kForm[i].text;
      input.understanding.language = "en";
      if (kForm[i].topic)
        input.understanding.topics = {{kForm[i].topic, 0.95, knowledge::Layer::classifier}};
      const std::size_t before = allocations;
      const auto start = std::chrono::steady_clock::now();
      auto turn = dialogs::step(script, session, input, {kNowMs, "America/New_York"});
      const std::chrono::duration<double, std::micro> taken =
          std::chrono::steady_clock::now() - start;
      allocated[i] = allocations - before;
      times[i].push_back(taken.count());
      session = std::move(turn.session);
    }
  }
  std::vector<double> all;
  for (std::size_t i = 0; i < std::size(kForm); ++i) {
    std::sort(times[i].begin(), times[i].end());
    std::printf("%8.1f us %5zu allocations  %s\n", times[i][kRounds / 2], allocated[i],
                kForm[i].text);
    all.insert(all.end(), times[i].begin(), times[i].end());
  }
  std::sort(all.begin(), all.end());
  std::printf("%8.1f us median of %zu turns\n", all[all.size() / 2], all.size());
}
