#include <unistd.h>

#include <iomanip>
#include <iostream>

#include "bot/command/command.h"
#include "knowledge/cross_validation.h"
#include "knowledge/encoder/sentence_encoder.h"
#include "knowledge/reading_score.h"

namespace bot {
namespace {

using Progress = knowledge::Classifier::Progress;

constexpr std::size_t kListed = 12;  // topics and confusions shown

struct TuneOptions {
  std::filesystem::path config;
  std::size_t folds = 4;
  double wrong_cost = 1;
  bool keep = false;
};

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rcross-validating: " << done << " of " << total << (done == total ? "\n" : "")
            << std::flush;
}

double percent(std::size_t part, std::size_t whole) {
  return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0;
}

void print(const std::string& name, const knowledge::ReadingScore& score) {
  std::cout << name << ": exact " << percent(score.exact, score.asking) << " %, wrong topic "
            << percent(score.wrong, score.asking) << " %, no answer "
            << percent(score.silent, score.asking) << " % of " << score.asking
            << "; out of scope answered " << percent(score.answered_out, score.out_of_scope)
            << " % of " << score.out_of_scope << '\n';
}

void print_yaml(const std::string& key, const knowledge::Sureness& chosen) {
  std::cout << "  " << key << ":\n    slope: " << chosen.slope << "\n    main: " << chosen.main
            << "\n    further: " << chosen.further << "\n    near: " << chosen.near
            << "\n    alone: " << chosen.alone << "\n    main_judge: " << chosen.main_judge.yaml()
            << "\n    further_judge: " << chosen.further_judge.yaml() << '\n';
}

void print_weakest(const knowledge::Validated& validated, const knowledge::Sureness& sureness) {
  std::cout << "weakest:";
  const auto topics = knowledge::topic_scores(validated, sureness);
  for (std::size_t i = 0; i < std::min(kListed, topics.size()); ++i)
    std::cout << (i > 0 ? ", " : " ") << topics[i].topic << ' '
              << percent(topics[i].answered, topics[i].asked) << " %";
  std::cout << "\nconfused:";
  std::size_t listed = 0;
  for (const auto& [pair, count] : knowledge::confusions(validated, sureness)) {
    if (pair.second.empty()) continue;
    if (listed++ == kListed) break;
    std::cout << (listed > 1 ? ", " : " ") << pair.first << " -> " << pair.second << ' ' << count;
  }
  std::cout << '\n';
}

/// Cross-validates with or without the encoder, chooses thresholds and says what they give.
void tune_one(const std::string& key, const std::vector<knowledge::TrainingMessage>& messages,
              const knowledge::ReadingSettings& settings, const knowledge::Languages& languages,
              const knowledge::MessageClassifier::Encode& encode, const TuneOptions& options) {
  const auto held_out =
      knowledge::cross_validate(messages, settings.joiners, encode, options.folds,
                                isatty(STDERR_FILENO) ? show_progress : Progress());
  const knowledge::Validated validated{held_out, settings.question_words};
  const auto& present = encode ? settings.with_encoder : settings.ngrams;
  const auto chosen = options.keep
                          ? present
                          : knowledge::choose_sureness(validated, present, options.wrong_cost);
  std::cout << std::fixed << std::setprecision(1) << key << '\n';
  for (const auto& language : languages)
    print(language, knowledge::score(validated, chosen, language));
  const auto all = knowledge::score(validated, chosen);
  print("all", all);
  print_weakest(validated, chosen);
  std::cout << std::setprecision(3);
  if (encode)
    std::cout << "n-grams alone are sure of " << percent(all.by_ngrams, held_out.held_out.size())
              << " %; the encoder would change " << percent(all.changed, all.by_ngrams)
              << " % of these\n";
  print_yaml(key, chosen);
}

int tune(const TuneOptions& options) {
  const auto content = load_or_complain(options.config);
  if (!content) return kFoundSomething;
  const auto& config = content->config;
  const auto folder = config.content_folder / "knowledge";
  knowledge::Problems problems;
  const auto settings = knowledge::ReadingSettings::load(folder / "understanding.yaml", folder,
                                                         config.languages, problems);
  std::vector<std::string> ids;
  for (const auto& topic : content->knowledge->topics()) ids.push_back(topic.id);
  const auto training =
      knowledge::TrainingSet::load(folder / "messages", config.languages, ids, problems);
  tune_one("ngrams", training.messages, settings, config.languages, {}, options);
  if (const auto encoder = knowledge::SentenceEncoder::load(config.storage.encoder_file))
    tune_one("with_encoder", training.messages, settings, config.languages,
             [&](std::string_view text) { return encoder->encode(text); }, options);
  return kDone;
}

}  // namespace

void add_tune(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "tune", "Measure how messages of unknown writers are read, and choose the thresholds");
  command->footer(
      "Prints the lines for 'sureness' in knowledge/understanding.yaml. Takes some minutes.\n"
      "Example: admissions-bot tune --wrong-cost 2");
  auto options = std::make_shared<TuneOptions>();
  add_config_option(*command, options->config);
  command->add_option("--folds", options->folds, "Trained this often")
      ->check(CLI::Range(2, 20))
      ->capture_default_str();
  command->add_option("--wrong-cost", options->wrong_cost,
                      "How many right answers a wrong one is as bad as")
      ->check(CLI::Range(0.0, 20.0))
      ->capture_default_str();
  command->add_flag("--keep", options->keep, "Measure the present thresholds; choose none");
  command->callback([options, &exit_code] { exit_code = tune(*options); });
}

}  // namespace bot
