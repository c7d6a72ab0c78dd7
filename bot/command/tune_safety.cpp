#include <unistd.h>

#include <iomanip>
#include <iostream>

#include "bot/command/command.h"
#include "knowledge/encoder/remembering_encoder.h"
#include "knowledge/safety_messages.h"
#include "knowledge/safety_score.h"

namespace bot {
namespace {

struct SafetyTuneOptions {
  std::filesystem::path config;
  std::size_t folds = 5;
  double benign_max = 8;
  double ordinary_max = 0.5;
};

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rcross-validating: " << done << " of " << total << (done == total ? "\n" : "")
            << std::flush;
}

void print(const char* what, const knowledge::Share& share) {
  std::cout << "  " << what << ' ' << share.percent() << " % of " << share.whole << '\n';
}

void print(const std::string& name, const knowledge::SafetyScore& score) {
  std::cout << std::fixed << std::setprecision(1) << name << '\n';
  print("emergencies noticed", score.noticed);
  print("clinical questions and the past raised", score.clinical_raised);
  print("denied and bereaved raised", score.softened_raised);
  print("idioms and hard days alarmed", score.benign_alarmed);
  print("messages about topics alarmed", score.ordinary_alarmed);
  print("messages about topics given a line", score.ordinary_lines);
  print("calm by the n-grams alone", score.by_ngrams);
}

int tune_safety(const SafetyTuneOptions& options) {
  const auto content = load_or_complain(options.config);
  if (!content) return kFoundSomething;
  const auto& config = content->config;
  const auto folder = config.content_folder / "knowledge";
  knowledge::Problems problems;
  const auto patterns = knowledge::SafetyPatterns::compile(
      knowledge::SafetyRules::load(folder / "safety", config.languages, problems), problems);
  const auto present = knowledge::SafetySurenessBySource::load(folder / "safety/sureness.yaml",
                                                               folder, problems);
  const auto safety =
      knowledge::load_safety_messages(folder / "safety", config.languages, problems);
  std::vector<std::string> ids;
  for (const auto& topic : content->knowledge->topics()) ids.push_back(topic.id);
  const auto ordinary =
      knowledge::TrainingSet::load(folder / "messages", config.languages, ids, problems);
  const auto tune_one = [&](const std::string& key, const knowledge::Encode& encode) {
    const auto held_out = knowledge::cross_validate_safety(
        safety, ordinary.messages, patterns, encode, options.folds,
        isatty(STDERR_FILENO) ? show_progress : knowledge::Classifier::Progress());
    const auto& now = encode ? present.with_encoder : present.ngrams;
    auto patterns_alone = now;
    patterns_alone.emergency = patterns_alone.concern = 1;
    print(key + ", patterns alone", knowledge::score_safety(held_out, patterns_alone));
    print(key + ", as sureness.yaml has it",
          knowledge::score_safety(held_out, now));
    const auto chosen =
        knowledge::choose_sureness(held_out, options.benign_max, options.ordinary_max);
    print(key + ", as chosen now", knowledge::score_safety(held_out, chosen));
    std::cout << std::setprecision(2) << key << ":\n  alone: " << chosen.alone
              << "\n  concern: " << chosen.concern << "\n  emergency: " << chosen.emergency
              << "\n  judge: " << chosen.judge.yaml() << '\n';
  };
  tune_one("ngrams", {});
  if (const auto encode = knowledge::remembering_encoder(config.storage.encoder_file))
    tune_one("with_encoder", encode);
  return kDone;
}

}  // namespace

void add_tune_safety(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "tune-safety", "Measure how danger in unknown messages is seen, and choose the sureness");
  command->footer(
      "Prints the lines of knowledge/safety/sureness.yaml. Takes some minutes.\n"
      "Example: admissions-bot tune-safety --ordinary-max 0.2");
  auto options = std::make_shared<SafetyTuneOptions>();
  add_config_option(*command, options->config);
  command->add_option("--folds", options->folds, "Trained this often")
      ->check(CLI::Range(2, 20))
      ->capture_default_str();
  command->add_option("--benign-max", options->benign_max,
                      "Idioms and hard days, chosen to be hard, that may be alarmed, in percent")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  command->add_option("--ordinary-max", options->ordinary_max,
                      "Messages about topics that may be alarmed, in percent")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = tune_safety(*options); });
}

}  // namespace bot
