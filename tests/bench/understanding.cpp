// The median time to understand a short message, on one core: bench_understanding PROJECT_FOLDER.
// Three lines: where a template is the message, where the n-grams or the encoder decide, and the
// encoder by itself.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "knowledge/encoder/sentence_encoder.h"
#include "knowledge/knowledge.h"

namespace {

constexpr int kRounds = 40;

const std::vector<std::string> kMessages = {
    "how many hours a week", "what does it cost", "cuanto cuesta", "is it confidential",
    "would my kid brother get a spot before easter", "do they make you talk in front of folks",
    "can my wife sit in on any of it", "se puede seguir trabajando mientras uno va",
    "who looks at what i type in here", "mi primo toma y anda muy triste le sirve esto"};

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
  for (const auto& message : kMessages) {
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
