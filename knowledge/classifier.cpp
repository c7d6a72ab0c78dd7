#include "knowledge/classifier.h"

#include <linear.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "knowledge/binary_stream.h"
#include "knowledge/neighbours.h"

namespace knowledge {
namespace {

constexpr std::uint32_t kFileVersion = 0xC1A55004;  // grows with the layout of the file
constexpr double kTrainingPrecision = 0.01;         // LIBLINEAR's own default for this solver
constexpr std::size_t kRowAlignment = 8;            // floats; rows fill whole vector registers

/// The messages as LIBLINEAR reads them: one array of nodes, one row a message.
class SparseMatrix {
 public:
  void add(int index, double value) { nodes_.push_back({index, value}); }
  void end_row() {
    nodes_.push_back({-1, 0});
    begins_.push_back(nodes_.size());
  }
  std::vector<feature_node*> rows() {
    std::vector<feature_node*> rows;
    for (std::size_t i = 0; i + 1 < begins_.size(); ++i) rows.push_back(&nodes_[begins_[i]]);
    return rows;
  }

 private:
  std::vector<feature_node> nodes_;
  std::vector<std::size_t> begins_ = {0};
};

}  // namespace

/// One row of weights a feature, one column a label: a message adds up few rows.
struct Classifier::Model {
  std::vector<std::string> labels;
  Features features;
  std::uint32_t dense_size = 0;
  float dense_weight = 0;
  float neighbour_weight = 0;
  Neighbours neighbours;
  std::uint32_t row = 0;          ///< labels, rounded up
  std::vector<float> weights;     ///< (n-grams + dense + 1) rows; the last is the bias
  std::vector<float> dense_mean;  ///< taken from every sentence vector before it is scaled

  std::size_t rows() const { return features.size() + dense_size + 1; }

  /// A sentence vector as it is compared: centred, of length 1 (or of 0, where it is the mean).
  void centre(std::span<const float> dense, std::span<float> centred) const {
    float squares = 0;
    for (std::size_t i = 0; i < dense.size(); ++i) {
      centred[i] = dense[i] - dense_mean[i];
      squares += centred[i] * centred[i];
    }
    const float factor = squares > 0 ? 1 / std::sqrt(squares) : 0;
    for (float& value : centred) value *= factor;
  }

  SparseMatrix matrix_of(const std::vector<LabelledExample>& examples) const {
    SparseMatrix matrix;
    std::vector<Feature> found;
    std::vector<float> centred(dense_size);
    for (const auto& example : examples) {
      features.extract(example.text, found);
      for (const Feature& feature : found)
        matrix.add(static_cast<int>(feature.index) + 1, static_cast<double>(feature.value));
      if (!centred.empty()) centre(example.dense, centred);
      for (std::size_t i = 0; i < centred.size(); ++i)
        matrix.add(static_cast<int>(features.size() + i) + 1,
                   static_cast<double>(dense_weight * centred[i]));
      matrix.add(static_cast<int>(rows()), 1);
      matrix.end_row();
    }
    return matrix;
  }

  Neighbours neighbours_of(const std::vector<LabelledExample>& examples) const {
    std::vector<Neighbours::Example> made;
    for (const auto& example : examples) {
      Neighbours::Example one{std::vector<float>(dense_size), {}};
      centre(example.dense, one.vector);
      for (const auto& label : example.labels)
        one.labels.push_back(static_cast<std::uint32_t>(
            std::lower_bound(labels.begin(), labels.end(), label) - labels.begin()));
      if (!one.labels.empty()) made.push_back(std::move(one));
    }
    return Neighbours::of(dense_size, made);
  }
};

namespace {

/// One machine against all others; gives its weights, the bias last.
std::vector<double> train_one(std::vector<feature_node*>& rows, std::vector<double>& targets,
                              int features, double cost) {
  problem task{};
  task.l = static_cast<int>(rows.size());
  task.n = features;
  task.y = targets.data();
  task.x = rows.data();
  task.bias = -1;
  parameter how{};
  how.solver_type = L2R_L2LOSS_SVC;  // the primal solver draws no random numbers
  how.C = cost;
  how.eps = kTrainingPrecision;
  how.p = 0.1;
  model* trained = train(&task, &how);
  std::vector<double> weights(trained->w, trained->w + features);
  // LIBLINEAR names the class that it met first the positive one.
  if (trained->label[0] != 1)
    for (double& weight : weights) weight = -weight;
  free_and_destroy_model(&trained);
  return weights;
}

/// How far the greatest value is ahead of the next.
float lead(std::span<const float> values) {
  float first = -std::numeric_limits<float>::infinity(), second = first;
  for (const float value : values) {
    second = std::max(second, std::min(first, value));
    first = std::max(first, value);
  }
  return first - second;
}

}  // namespace

Classifier::Classifier(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Classifier::Classifier(Classifier&&) noexcept = default;
Classifier& Classifier::operator=(Classifier&&) noexcept = default;
Classifier::~Classifier() = default;

Classifier Classifier::train(const std::vector<LabelledExample>& examples,
                             const ClassifierSettings& settings, const Progress& progress) {
  auto model = std::make_unique<Model>();
  std::set<std::string> labels;
  std::vector<std::string_view> texts;
  for (const auto& example : examples) {
    labels.insert(example.labels.begin(), example.labels.end());
    texts.push_back(example.text);
  }
  assert(!labels.empty());
  model->labels.assign(labels.begin(), labels.end());
  model->features = Features::fit(settings.features, texts);
  model->dense_size = static_cast<std::uint32_t>(examples.front().dense.size());
  model->dense_weight = settings.dense_weight;
  model->neighbour_weight = settings.neighbour_weight;
  model->row = static_cast<std::uint32_t>((labels.size() + kRowAlignment - 1) / kRowAlignment *
                                          kRowAlignment);
  model->weights.resize(model->rows() * model->row);
  model->dense_mean.resize(model->dense_size);
  for (const auto& example : examples)
    for (std::size_t i = 0; i < model->dense_size; ++i)
      model->dense_mean[i] += example.dense[i] / static_cast<float>(examples.size());

  SparseMatrix matrix = model->matrix_of(examples);
  if (model->dense_size > 0) model->neighbours = model->neighbours_of(examples);

  set_print_string_function([](const char*) {});
  auto rows = matrix.rows();
  std::atomic<std::size_t> next = 0;
  std::size_t done = 0;
  std::mutex progress_mutex;
  const auto work = [&] {
    std::vector<double> targets(examples.size());
    for (std::size_t label; (label = next++) < model->labels.size();) {
      for (std::size_t i = 0; i < examples.size(); ++i) {
        const auto& right = examples[i].labels;
        const auto found = std::find(right.begin(), right.end(), model->labels[label]);
        targets[i] = found != right.end() ? 1 : -1;
      }
      const auto weights =
          train_one(rows, targets, static_cast<int>(model->rows()), settings.cost);
      for (std::size_t i = 0; i < weights.size(); ++i)
        model->weights[i * model->row + label] = static_cast<float>(weights[i]);
      const std::lock_guard lock(progress_mutex);
      if (progress) progress(++done, model->labels.size());
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < settings.threads; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  return Classifier(std::move(model));
}

const std::vector<std::string>& Classifier::labels() const {
  return model_->labels;
}

void Classifier::decide(std::string_view normalized, std::span<const float> dense,
                        std::span<float> values) const {
  assert(values.size() == model_->labels.size());
  assert(dense.empty() || dense.size() == model_->dense_size);
  thread_local std::vector<Feature> found;
  thread_local std::vector<float> sums, centred;
  sums.assign(model_->row, 0);
  const auto add_row = [&](std::size_t row, float value) {
    const float* weights = &model_->weights[row * model_->row];
    for (std::size_t i = 0; i < model_->row; ++i) sums[i] += value * weights[i];
  };
  model_->features.extract(normalized, found);
  for (const Feature& feature : found) add_row(feature.index, feature.value);
  if (!dense.empty()) {
    centred.resize(dense.size());
    model_->centre(dense, centred);
    for (std::size_t i = 0; i < centred.size(); ++i)
      add_row(model_->features.size() + i, model_->dense_weight * centred[i]);
  }
  add_row(model_->rows() - 1, 1);
  // All votes together move a label by neighbour_weight at most: where the first is further ahead
  // than that they cannot change which it is, and the time for them is saved.
  if (!dense.empty() && lead(std::span(sums).first(values.size())) <= model_->neighbour_weight)
    model_->neighbours.add_votes(centred, model_->neighbour_weight, sums);
  std::copy_n(sums.begin(), values.size(), values.begin());
}

void Classifier::save(const std::filesystem::path& file) const {
  std::filesystem::create_directories(file.parent_path());
  const std::filesystem::path part = file.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    write_value(out, kFileVersion);
    write_value(out, static_cast<std::uint32_t>(model_->labels.size()));
    for (const auto& label : model_->labels) write_text(out, label);
    model_->features.write(out);
    write_value(out, model_->dense_size);
    write_value(out, model_->dense_weight);
    write_value(out, model_->neighbour_weight);
    model_->neighbours.write(out);
    write_values(out, model_->dense_mean);
    write_values(out, model_->weights);
    write_value(out, kFileVersion);
  }
  std::filesystem::rename(part, file);
}

std::optional<Classifier> Classifier::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  auto model = std::make_unique<Model>();
  std::uint32_t version = 0, labels = 0, end = 0;
  if (!in || !read_value(in, version) || version != kFileVersion || !read_value(in, labels))
    return std::nullopt;
  for (std::uint32_t i = 0; i < labels; ++i) {
    std::string label;
    if (!read_text(in, label)) return std::nullopt;
    model->labels.push_back(std::move(label));
  }
  if (!model->features.read(in) || !read_value(in, model->dense_size) ||
      !read_value(in, model->dense_weight) || !read_value(in, model->neighbour_weight) ||
      !model->neighbours.read(in, labels) || !read_values(in, model->dense_mean) ||
      !read_values(in, model->weights) || !read_value(in, end) || end != kFileVersion)
    return std::nullopt;
  model->row = static_cast<std::uint32_t>((model->labels.size() + kRowAlignment - 1) /
                                          kRowAlignment * kRowAlignment);
  if (model->weights.size() != model->rows() * model->row ||
      model->dense_mean.size() != model->dense_size)
    return std::nullopt;
  return Classifier(std::move(model));
}

}  // namespace knowledge
