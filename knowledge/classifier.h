#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/features.h"

namespace knowledge {

/// A normalised message and every label that is right for it.
struct LabelledExample {
  std::string text;
  std::vector<std::string> labels;
  std::vector<float> dense;  ///< a sentence vector; all of one size, or all empty
};

struct ClassifierSettings {
  FeatureSettings features;
  float dense_weight = 0.75F;  ///< length that a sentence vector of length 1 is given
  float neighbour_weight = 0.5F;  ///< what the nearest examples add to a decision value, all told
  double cost = 1;  ///< C of the support vector machines
  std::size_t threads = 2;
};

/// One linear L2-regularised, L2-loss support vector machine a label (LIBLINEAR), over n-grams and,
/// where there is one, a sentence vector; beside it the votes of the nearest examples. Training is
/// deterministic. Immutable; thread-safe.
class Classifier {
 public:
  /// Called from several threads, one at a time.
  using Progress = std::function<void(std::size_t done, std::size_t total)>;

  /// REQUIRES: some example has a label.
  static Classifier train(const std::vector<LabelledExample>& examples,
                          const ClassifierSettings& settings, const Progress& progress = {});

  /// nullopt where the file is absent, damaged or of another version.
  static std::optional<Classifier> load(const std::filesystem::path& file);
  /// Written beside it and renamed: a reader sees the whole file or none. Throws on failure.
  void save(const std::filesystem::path& file) const;

  Classifier(Classifier&&) noexcept;
  Classifier& operator=(Classifier&&) noexcept;
  ~Classifier();

  const std::vector<std::string>& labels() const;  ///< sorted

  /// The decision value of each label: above 0 leans to it. `dense` may be empty: then it is what
  /// the n-grams alone say. No allocation once warm. REQUIRES: values.size() == labels().size().
  void decide(std::string_view normalized, std::span<const float> dense,
              std::span<float> values) const;

 private:
  struct Model;
  explicit Classifier(std::unique_ptr<const Model> model);
  std::unique_ptr<const Model> model_;
};

}  // namespace knowledge
