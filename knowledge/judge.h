#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/yaml_reader.h"

namespace knowledge {

/// How probable something is, from a few named numbers that speak for or against it: a logistic
/// regression whose weights stand in content, where they can be read. Immutable; thread-safe.
class Judge {
 public:
  Judge() = default;  ///< undecided on everything

  /// What was judged once: the numbers, in the order of the names, and what was right.
  struct Case {
    std::vector<double> numbers;
    bool is_right = false;
  };
  /// Learns the weights with LIBLINEAR. REQUIRES: cases of both kinds.
  static Judge fit(std::span<const std::string_view> names, const std::vector<Case>& cases);

  /// Reads {bias: ..., <name>: ..., ...}: every name, nothing else.
  static Judge read(YamlMap yaml, std::span<const std::string_view> names);
  /// As read() takes it, on one line.
  std::string yaml() const;

  /// 0..1. REQUIRES: as many numbers as there are names.
  double probability(std::span<const double> numbers) const;

 private:
  std::vector<std::string> names_;
  std::vector<double> weights_;
  double bias_ = 0;
};

}  // namespace knowledge
