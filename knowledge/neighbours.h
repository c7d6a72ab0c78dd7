#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <vector>

#include "knowledge/encoder/packed_matrix.h"

namespace knowledge {

/// The sentence vectors of the training messages, a byte a value. Those nearest to a message's vote
/// for their labels: what a line between two topics cannot tell, a few like messages can.
/// Immutable; thread-safe.
class Neighbours {
 public:
  Neighbours() = default;  ///< has no votes

  /// A vector of length 1 and the indices of its labels.
  struct Example {
    std::vector<float> vector;
    std::vector<std::uint32_t> labels;
  };
  /// REQUIRES: all vectors have `size` values.
  static Neighbours of(std::size_t size, const std::vector<Example>& examples);

  /// Shares `weight` out among the labels of the nearest, the nearer the more, and adds it to
  /// `values`. REQUIRES: `vector` has length 1; every label is an index of `values`.
  void add_votes(std::span<const float> vector, float weight, std::span<float> values) const;

  std::size_t size() const { return count_; }

  void write(std::ostream& out) const;
  /// False where the stream does not hold what write() wrote for labels below `labels`.
  bool read(std::istream& in, std::size_t labels);

 private:
  void pack();

  std::uint64_t count_ = 0;
  std::vector<std::int8_t> codes_;      ///< a column an example, rounded up to whole panels
  std::vector<std::uint32_t> labels_;   ///< of all examples, one after another
  std::vector<std::uint32_t> starts_;   ///< where those of each begin, and the last one's end
  PackedMatrix vectors_;
};

}  // namespace knowledge
