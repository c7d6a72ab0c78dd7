#include "knowledge/encoder/sentence_encoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "knowledge/encoder/encoder_file.h"
#include "knowledge/encoder/packed_matrix.h"
#include "knowledge/encoder/tokenizer.h"

namespace knowledge {
namespace {

constexpr std::size_t kEmbedding = 512, kBranch = 256, kBranches = 3;
constexpr std::size_t kAllBranches = kBranch * kBranches;
constexpr std::size_t kFeatures = kEmbedding + kAllBranches;
constexpr std::size_t kHidden = 320;
constexpr std::size_t kChunks = 17;  // tokens are quantised in chunks by id modulo 17
constexpr float kEpsilon = 1e-12F;

/// A convolution looks at `width` tokens, `left` of them before the one it is for.
struct Order {
  std::size_t width, left;
  const char* name;
};
constexpr std::array<Order, kBranches> kOrders = {{{2, 0, "2"}, {3, 1, "3"}, {5, 2, "5"}}};
constexpr std::size_t kPadding = 4;  // rows of zeros around a sentence: the widest window

/// The sum of a term over a row, as eight sums side by side: what wide registers take.
template <typename Term>
float sum_of(const float* row, std::size_t size, Term term) {
  constexpr std::size_t kLanes = 8;
  std::array<float, kLanes> sums{};
  for (std::size_t i = 0; i + kLanes <= size; i += kLanes)
#pragma GCC unroll 8
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += term(row[i + lane]);
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

/// REQUIRES: `size` is a multiple of eight, as every layer's is.
void normalize_layer(float* row, std::size_t size, std::span<const float> gain,
                     std::span<const float> bias) {
  const auto count = static_cast<float>(size);
  const float mean = sum_of(row, size, [](float value) { return value; }) / count;
  const float variance = sum_of(row, size, [mean](float value) {
                           return (value - mean) * (value - mean);
                         }) / count;
  const float scale = 1 / std::sqrt(variance + kEpsilon);
  for (std::size_t i = 0; i < size; ++i) row[i] = (row[i] - mean) * scale * gain[i] + bias[i];
}

void rectify(float* values, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) values[i] = std::max(values[i], 0.0F);
}

struct Branch {
  PackedMatrix projection, first, second;
  std::span<const float> projection_bias, first_bias, second_bias, gain, bias;
};

}  // namespace

struct SentenceEncoder::Net {
  explicit Net(EncoderFile opened) : file(std::move(opened)) {}

  bool load();
  void embed(std::uint32_t token, float* row) const;
  void project(const float* embedded, std::size_t count, float* projected) const;
  void convolve(const Branch& branch, const Order& order, std::size_t column, std::size_t count,
                const float* projected, float* features) const;
  std::vector<float> feed_forward(const float* mean) const;

  EncoderFile file;
  Tokenizer tokenizer;
  std::span<const std::int8_t> table;
  std::span<const float> table_scale, table_low;
  std::array<Branch, kBranches> branches;
  std::vector<float> all_gain, all_bias;  ///< of the three projections side by side
  std::span<const float> gain, bias, output_bias;
  PackedMatrix output, d0, d1, d2, d3, p1, p3;

 private:
  bool take(const std::string& name, std::size_t size, std::span<const float>& floats) const {
    const auto* found = file.find(name);
    if (found == nullptr || found->floats().size() != size) return false;
    floats = found->floats();
    return true;
  }
  bool take(const std::string& name, std::size_t rows, std::size_t columns,
            PackedMatrix& matrix) const {
    const auto* found = file.find(name);
    if (found == nullptr || found->rows != rows || found->columns != columns ||
        found->codes().empty())
      return false;
    matrix = PackedMatrix(*found);
    return true;
  }
};

bool SentenceEncoder::Net::load() {
  const auto* embeddings = file.find("table");
  if (embeddings == nullptr || embeddings->columns != kEmbedding) return false;
  table = embeddings->codes();
  auto pieces = Tokenizer::load(file, embeddings->rows);
  if (!pieces) return false;
  tokenizer = *std::move(pieces);
  bool whole = take("table_scale", kChunks, table_scale) && take("table_low", kChunks, table_low);
  for (std::size_t i = 0; i < kBranches && whole; ++i) {
    const std::string n = kOrders[i].name;
    const std::size_t window = kOrders[i].width * kBranch;
    Branch& branch = branches[i];
    whole = take("proj" + n, kEmbedding, kBranch, branch.projection) &&
            take("w1_" + n, window, kBranch, branch.first) &&
            take("w2_" + n, window, kBranch, branch.second) &&
            take("proj_b" + n, kBranch, branch.projection_bias) &&
            take("b1_" + n, kBranch, branch.first_bias) &&
            take("b2_" + n, kBranch, branch.second_bias) &&
            take("ln_g" + n, kBranch, branch.gain) && take("ln_b" + n, kBranch, branch.bias);
    all_gain.insert(all_gain.end(), branch.gain.begin(), branch.gain.end());
    all_bias.insert(all_bias.end(), branch.bias.begin(), branch.bias.end());
  }
  return whole && take("ln_g", kFeatures, gain) && take("ln_b", kFeatures, bias) &&
         take("cnn_b", kSize, output_bias) && take("cnn_W", kFeatures, kSize, output) &&
         take("d0", kSize, kHidden, d0) && take("d1", kHidden, kHidden, d1) &&
         take("p1", kSize, kHidden, p1) && take("d2", kHidden, kSize, d2) &&
         take("p3", kHidden, kSize, p3) && take("d3", kSize, kSize, d3);
}

void SentenceEncoder::Net::embed(std::uint32_t token, float* row) const {
  const std::size_t id = token;
  const auto* codes = reinterpret_cast<const unsigned char*>(table.data()) + id * kEmbedding;
  const float scale = table_scale[id % kChunks], low = table_low[id % kChunks];
  for (std::size_t i = 0; i < kEmbedding; ++i) row[i] = static_cast<float>(codes[i]) * scale + low;
}

void SentenceEncoder::Net::project(const float* embedded, std::size_t count,
                                   float* projected) const {
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t i = 0; i < kBranches; ++i)
      std::copy(branches[i].projection_bias.begin(), branches[i].projection_bias.end(),
                projected + t * kAllBranches + i * kBranch);
  for (std::size_t i = 0; i < kBranches; ++i)
    branches[i].projection.add_product(embedded, kFeatures, count, projected + i * kBranch,
                                       kAllBranches);
  for (std::size_t t = 0; t < count; ++t)
    normalize_layer(projected + t * kAllBranches, kAllBranches, all_gain, all_bias);
}

void SentenceEncoder::Net::convolve(const Branch& branch, const Order& order, std::size_t column,
                                    std::size_t count, const float* projected,
                                    float* features) const {
  // With zeros before and after the sentence, the window of a token is one run of floats.
  thread_local std::vector<float> input, sums;
  input.assign((count + 2 * kPadding) * kBranch, 0);
  sums.resize(count * kBranch);
  float* const rows = input.data() + kPadding * kBranch;
  const float* const windows = rows - order.left * kBranch;
  for (std::size_t t = 0; t < count; ++t)
    std::copy_n(projected + t * kAllBranches + column, kBranch, rows + t * kBranch);
  for (const bool is_first : {true, false}) {
    const auto& layer_bias = is_first ? branch.first_bias : branch.second_bias;
    for (std::size_t t = 0; t < count; ++t)
      std::copy(layer_bias.begin(), layer_bias.end(), &sums[t * kBranch]);
    (is_first ? branch.first : branch.second)
        .add_product(windows, kBranch, count, sums.data(), kBranch);
    rectify(sums.data(), sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) rows[i] += sums[i];
  }
  for (std::size_t t = 0; t < count; ++t)
    std::copy_n(rows + t * kBranch, kBranch, features + t * kFeatures + kEmbedding + column);
}

std::vector<float> SentenceEncoder::Net::feed_forward(const float* mean) const {
  std::array<float, kHidden> y0{}, y1{};
  std::array<float, kSize> y2{};
  std::vector<float> z(kSize, 0);
  d0.add_product(mean, kSize, 1, y0.data(), kHidden);
  rectify(y0.data(), kHidden);
  p1.add_product(mean, kSize, 1, y1.data(), kHidden);
  d1.add_product(y0.data(), kHidden, 1, y1.data(), kHidden);
  rectify(y1.data(), kHidden);
  d2.add_product(y1.data(), kHidden, 1, y2.data(), kSize);
  rectify(y2.data(), kSize);
  p3.add_product(y1.data(), kHidden, 1, z.data(), kSize);
  d3.add_product(y2.data(), kSize, 1, z.data(), kSize);
  float squares = 0;
  for (float& value : z) {
    value = std::tanh(value);
    squares += value * value;
  }
  const float scale = 1 / std::sqrt(std::max(squares, kEpsilon));
  for (float& value : z) value *= scale;
  return z;
}

SentenceEncoder::SentenceEncoder(std::unique_ptr<const Net> net) : net_(std::move(net)) {}
SentenceEncoder::SentenceEncoder(SentenceEncoder&&) noexcept = default;
SentenceEncoder& SentenceEncoder::operator=(SentenceEncoder&&) noexcept = default;
SentenceEncoder::~SentenceEncoder() = default;

std::optional<SentenceEncoder> SentenceEncoder::load(const std::filesystem::path& file) {
  auto opened = EncoderFile::open(file);
  if (!opened) return std::nullopt;
  auto net = std::make_unique<Net>(*std::move(opened));
  if (!net->load()) return std::nullopt;
  return SentenceEncoder(std::move(net));
}

std::vector<float> SentenceEncoder::encode(std::string_view text) const {
  const auto ids = net_->tokenizer.tokens(text, kTokensMax);
  const std::size_t count = ids.size();
  // A row a token: the embedding, then the three convolutions.
  thread_local std::vector<float> features, projected;
  features.resize(count * kFeatures);
  projected.resize(count * kAllBranches);
  for (std::size_t t = 0; t < count; ++t) net_->embed(ids[t], features.data() + t * kFeatures);
  net_->project(features.data(), count, projected.data());
  for (std::size_t i = 0; i < kBranches; ++i)
    net_->convolve(net_->branches[i], kOrders[i], i * kBranch, count, projected.data(),
                   features.data());
  std::array<float, kFeatures> sum{};
  for (std::size_t t = 0; t < count; ++t) {
    float* row = features.data() + t * kFeatures;
    normalize_layer(row, kFeatures, net_->gain, net_->bias);
    for (std::size_t i = 0; i < kFeatures; ++i) sum[i] += row[i];
  }
  std::array<float, kSize> mean{};
  net_->output.add_product(sum.data(), kFeatures, 1, mean.data(), kSize);
  const auto tokens = static_cast<float>(count);
  for (std::size_t i = 0; i < kSize; ++i)
    mean[i] = (mean[i] + tokens * net_->output_bias[i]) / std::sqrt(tokens);
  return net_->feed_forward(mean.data());
}

}  // namespace knowledge
