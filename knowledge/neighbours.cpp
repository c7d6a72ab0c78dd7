#include "knowledge/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "knowledge/binary_stream.h"
#include "knowledge/encoder/product.h"

namespace knowledge {
namespace {

constexpr std::size_t kVoters = 30;
constexpr float kSharpness = 12;     // a vote weighs exp(kSharpness * (cosine - 1))
constexpr float kLargestValue = 0.4F;  // of 512 values whose squares add up to 1; larger are cut
constexpr float kStep = kLargestValue / 127;

using Voter = std::pair<float, std::uint32_t>;  // cosine, example

/// The examples with the greatest cosines, in no order.
std::size_t nearest(std::span<const float> cosines, std::array<Voter, kVoters>& found) {
  std::size_t size = 0;
  for (std::uint32_t i = 0; i < cosines.size(); ++i) {
    const Voter voter{cosines[i], i};
    if (size < kVoters) {
      found[size++] = voter;
      std::push_heap(found.begin(), found.begin() + size, std::greater<>());
    } else if (voter.first > found.front().first) {
      std::pop_heap(found.begin(), found.end(), std::greater<>());
      found.back() = voter;
      std::push_heap(found.begin(), found.end(), std::greater<>());
    }
  }
  return size;
}

}  // namespace

Neighbours Neighbours::of(std::size_t size, const std::vector<Example>& examples) {
  Neighbours made;
  made.count_ = examples.size();
  const std::size_t columns = (examples.size() + kPanel - 1) / kPanel * kPanel;
  made.codes_.resize(size * columns);
  made.starts_ = {0};
  for (std::size_t i = 0; i < examples.size(); ++i) {
    for (std::size_t k = 0; k < size; ++k)
      made.codes_[k * columns + i] = static_cast<std::int8_t>(
          std::clamp(std::round(examples[i].vector[k] / kStep), -127.0F, 127.0F));
    made.labels_.insert(made.labels_.end(), examples[i].labels.begin(), examples[i].labels.end());
    made.starts_.push_back(static_cast<std::uint32_t>(made.labels_.size()));
  }
  made.pack();
  return made;
}

void Neighbours::pack() {
  const std::size_t columns = (count_ + kPanel - 1) / kPanel * kPanel;
  if (columns == 0) return;
  EncoderArray array;
  array.rows = codes_.size() / columns;
  array.columns = columns;
  array.scale = kStep;
  array.bytes = std::as_bytes(std::span(codes_));
  array.value_bytes = 1;
  vectors_ = PackedMatrix(array);
}

void Neighbours::add_votes(std::span<const float> vector, float weight,
                           std::span<float> values) const {
  if (count_ == 0) return;
  thread_local std::vector<float> cosines;
  cosines.assign(vectors_.columns(), 0);
  vectors_.add_product(vector.data(), vector.size(), 1, cosines.data(), cosines.size());
  std::array<Voter, kVoters> voters;
  const std::size_t found = nearest(std::span(cosines).first(count_), voters);
  float all = 0;
  for (std::size_t i = 0; i < found; ++i) all += std::exp(kSharpness * (voters[i].first - 1));
  for (std::size_t i = 0; i < found; ++i) {
    const auto [cosine, example] = voters[i];
    const float share = weight * std::exp(kSharpness * (cosine - 1)) / all;
    const std::uint32_t begin = starts_[example], end = starts_[example + 1];
    for (std::uint32_t at = begin; at < end; ++at)
      values[labels_[at]] += share / static_cast<float>(end - begin);
  }
}

void Neighbours::write(std::ostream& out) const {
  write_value(out, count_);
  write_values(out, codes_);
  write_values(out, labels_);
  write_values(out, starts_);
}

bool Neighbours::read(std::istream& in, std::size_t labels) {
  if (!read_value(in, count_) || !read_values(in, codes_) || !read_values(in, labels_) ||
      !read_values(in, starts_))
    return false;
  const std::size_t columns = (count_ + kPanel - 1) / kPanel * kPanel;
  const bool fits =
      (count_ == 0 ? codes_.empty() : !codes_.empty() && codes_.size() % columns == 0) &&
      (starts_.size() == count_ + 1 || count_ == 0) &&
      std::is_sorted(starts_.begin(), starts_.end()) &&
      (starts_.empty() || starts_.back() == labels_.size()) &&
      std::all_of(labels_.begin(), labels_.end(),
                  [&](std::uint32_t label) { return label < labels; });
  if (fits) pack();
  return fits;
}

}  // namespace knowledge
