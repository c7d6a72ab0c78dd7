#include "knowledge/evaluate.h"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/command/command.h"
#include "bot/config.h"
#include "knowledge/encoder/sentence_encoder.h"

namespace bot {
namespace {

struct EvaluateOptions {
  std::filesystem::path train, validation, test, config;
};

/// JSONL {"text", "label"}. Throws CLI::ValidationError with file and line.
std::vector<knowledge::LabelledText> read_lines(const std::filesystem::path& file) {
  std::vector<knowledge::LabelledText> lines;
  if (file.empty()) return lines;
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("text") || !json["text"].is_string() ||
        !json.contains("label") || !json["label"].is_string())
      throw CLI::ValidationError(file.string() + ":" + std::to_string(number),
                                 R"(a line must be {"text": "...", "label": "..."})");
    lines.push_back({json["text"].get<std::string>(), json["label"].get<std::string>()});
  }
  if (lines.empty()) throw CLI::ValidationError(file.string(), "holds no line");
  return lines;
}

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rtraining " << done << " of " << total << (done == total ? "\n" : "")
            << std::flush;
}

int evaluate(const EvaluateOptions& options) {
  const auto config = config_or_complain(options.config);
  if (!config) return kFoundSomething;
  const auto encoder = knowledge::SentenceEncoder::load(config->storage.encoder_file);
  knowledge::EvaluateSettings settings;
  if (encoder) settings.encode = [&](std::string_view text) { return encoder->encode(text); };
  if (isatty(STDERR_FILENO)) settings.progress = show_progress;
  const auto report = knowledge::evaluate(read_lines(options.train), read_lines(options.validation),
                                          read_lines(options.test), settings);
  std::cout << nlohmann::ordered_json{{"accuracy", report.accuracy},
                                      {"oos_recall", report.oos_recall},
                                      {"oos_precision", report.oos_precision},
                                      {"threshold", report.threshold},
                                      {"train_seconds", report.train_seconds},
                                      {"microseconds_per_message", report.microseconds_per_message}}
                   .dump()
            << std::endl;
  return kDone;
}

}  // namespace

void add_evaluate(CLI::App& app, int& exit_code) {
  auto* command =
      app.add_subcommand("evaluate", "Train the classifier on labelled lines and test it");
  command->footer(
      "Each file is JSONL {\"text\", \"label\"}; the label oos means out of scope.\n"
      "Example: admissions-bot evaluate --train train.jsonl --validation validation.jsonl "
      "--test test.jsonl");
  auto options = std::make_shared<EvaluateOptions>();
  add_config_option(*command, options->config);
  command->add_option("--train", options->train)->required()->check(CLI::ExistingFile);
  command->add_option("--validation", options->validation, "Chooses the threshold")
      ->check(CLI::ExistingFile);
  command->add_option("--test", options->test)->required()->check(CLI::ExistingFile);
  command->callback([options, &exit_code] { exit_code = evaluate(*options); });
}

}  // namespace bot
