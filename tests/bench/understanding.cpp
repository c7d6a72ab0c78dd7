// The median time to understand a short message, on one core: bench_understanding PROJECT_FOLDER.
// Three lines: where a template is the message, where the n-grams or the encoder decide, and the
// encoder by itself.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "knowledge/encoder/sentence_encoder.h"
#include "knowledge/knowledge.h"

namespace {

constexpr int kRounds = 5, kWordsMax = 12;
constexpr std::size_t kStride = 40;

/// Every kStride-th training message of at most kWordsMax words, of both languages. So many that no
/// sentence vector is remembered from one round to the next.
std::vector<std::string> messages_of(const std::filesystem::path& folder) {
  std::vector<std::string> messages;
  std::size_t lines = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);)
      if (!line.empty() && ++lines % kStride == 0 &&
          std::count(line.begin(), line.end(), ' ') < kWordsMax)
        messages.push_back(line);
  }
  return messages;
}

template <typename Work>
void print_median(const std::string& name, const std::vector<std::string>& messages, Work&& work) {
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round)
    for (const auto& message : messages) {
      const auto start = std::chrono::steady_clock::now();
      work(message);
      times.push_back(
          std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
              .count());
    }
  if (times.empty()) return;
  std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
  std::cout << name << ": median " << times[times.size() / 2] << " us, best "
            << *std::min_element(times.begin(), times.end()) << " us\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path project = argv[1];
  const auto models = project / "var/models";
  knowledge::Problems problems;
  const auto clinic = knowledge::Knowledge::load(
      {project / "knowledge", models, models / "encoder.bin", {}}, {"en", "es"}, problems);
  for (const auto& problem : problems) std::cerr << to_string(problem) << '\n';
  if (!problems.empty()) return 1;
  std::vector<std::string> exact, others;
  for (const auto& message : messages_of(project / "knowledge/messages")) {
    const auto topics = clinic.understand({message, {}}).topics;
    const bool is_exact = !topics.empty() && topics[0].layer == knowledge::Layer::exact;
    (is_exact ? exact : others).push_back(message);
  }
  const auto understand = [&](const std::string& message) { clinic.understand({message, {}}); };
  print_median("a template", exact, understand);
  print_median("n-grams and encoder", others, understand);
  if (const auto encoder = knowledge::SentenceEncoder::load(models / "encoder.bin"))
    print_median("the encoder alone", others,
                 [&](const std::string& message) { encoder->encode(message); });
}
