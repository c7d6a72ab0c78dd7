#include "knowledge/judge.h"

#include <linear.h>

#include <cassert>
#include <cmath>
#include <cstdio>

namespace knowledge {
namespace {

constexpr double kWeightMax = 1000;
constexpr std::string_view kBias = "bias";

}  // namespace

Judge Judge::fit(std::span<const std::string_view> names, const std::vector<Case>& cases) {
  std::vector<std::vector<feature_node>> nodes;
  std::vector<feature_node*> rows;
  std::vector<double> targets;
  for (const Case& one : cases) {
    assert(one.numbers.size() == names.size());
    auto& row = nodes.emplace_back();
    for (std::size_t i = 0; i < one.numbers.size(); ++i)
      row.push_back({static_cast<int>(i) + 1, one.numbers[i]});
    row.push_back({static_cast<int>(names.size()) + 1, 1});
    row.push_back({-1, 0});
    targets.push_back(one.is_right ? 1 : -1);
  }
  for (auto& row : nodes) rows.push_back(row.data());
  problem task{};
  task.l = static_cast<int>(rows.size());
  task.n = static_cast<int>(names.size()) + 1;
  task.y = targets.data();
  task.x = rows.data();
  task.bias = -1;
  parameter how{};
  how.solver_type = L2R_LR;
  how.C = 1;
  how.eps = 0.001;
  set_print_string_function([](const char*) {});
  model* trained = train(&task, &how);
  Judge judge;
  judge.names_.assign(names.begin(), names.end());
  // LIBLINEAR names the class that it met first the positive one.
  const double sign = trained->label[0] == 1 ? 1 : -1;
  for (std::size_t i = 0; i < names.size(); ++i) judge.weights_.push_back(sign * trained->w[i]);
  judge.bias_ = sign * trained->w[names.size()];
  free_and_destroy_model(&trained);
  return judge;
}

Judge Judge::read(YamlMap yaml, std::span<const std::string_view> names) {
  Judge judge;
  judge.bias_ = yaml.real(kBias, -kWeightMax, kWeightMax);
  for (const auto name : names) {
    judge.names_.emplace_back(name);
    judge.weights_.push_back(yaml.real(name, -kWeightMax, kWeightMax));
  }
  yaml.finish();
  return judge;
}

std::string Judge::yaml() const {
  const auto entry = [](std::string_view name, double weight) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", weight);
    return std::string(name) + ": " + text;
  };
  std::string all = "{" + entry(kBias, bias_);
  for (std::size_t i = 0; i < names_.size(); ++i) all += ", " + entry(names_[i], weights_[i]);
  return all + "}";
}

double Judge::probability(std::span<const double> numbers) const {
  assert(numbers.size() == weights_.size());
  double sum = bias_;
  for (std::size_t i = 0; i < numbers.size(); ++i) sum += weights_[i] * numbers[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace knowledge
