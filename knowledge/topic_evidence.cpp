#include "knowledge/topic_evidence.h"

#include <algorithm>
#include <cmath>

#include "knowledge/training_set.h"

namespace knowledge {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLabelsOfPart = 2;  // the best of a part and the next

double logarithm(double probability) {
  constexpr double kLeast = 1e-4;
  return std::log(probability + kLeast);
}

/// Indices of the greatest values, best first, without `left_out`.
std::vector<std::size_t> best_of(const std::vector<double>& values, std::size_t count,
                                 std::size_t left_out) {
  std::vector<std::size_t> best;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (i != left_out) best.push_back(i);
  count = std::min(count, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(),
                    [&](std::size_t left, std::size_t right) {
                      return values[left] > values[right] ||
                             (values[left] == values[right] && left < right);
                    });
  best.resize(count);
  return best;
}

bool asks(std::string_view part, const std::vector<std::string>& question_words) {
  const auto first = part.substr(0, part.find(' '));
  return std::find(question_words.begin(), question_words.end(), first) != question_words.end();
}

double tens_of_words(std::string_view part) {
  constexpr double kTen = 10;
  return std::min(static_cast<double>(std::count(part.begin(), part.end(), ' ') + 1) / kTen, 1.0);
}

/// Gathers the evidence of one message.
class Gathering {
 public:
  Gathering(const std::vector<std::string>& labels, const DecidedMessage& message, double slope)
      : message_(message), whole_(probabilities(message.decisions.whole, slope)) {
    for (const auto& part : message.decisions.parts) parts_.push_back(probabilities(part, slope));
    const auto found = std::find(labels.begin(), labels.end(), kOutOfScope);
    if (found != labels.end())
      out_of_scope_ = static_cast<std::size_t>(found - labels.begin());
  }

  MainEvidence main() const {
    const auto& values = message_.decisions.whole;
    const std::size_t label = best_of(whole_, 1, out_of_scope_).front();
    MainEvidence made{label, home_of(label), {}};
    made.numbers = {value_of(values, label),
                    value_of(values, label) - value_of(values, next_to(label)),
                    out_of_scope_ == kNone ? 0 : whole_[out_of_scope_],
                    value_of(values, out_of_scope_),
                    value_of(message_.ngrams, label),
                    value_of(message_.ngrams, out_of_scope_),
                    parts_.empty() ? 0.0 : 1.0,
                    parts_.empty() ? whole_[label] : parts_[made.part][label],
                    message_.strange};
    return made;
  }

  std::vector<FurtherEvidence> further(const MainEvidence& main,
                                       const std::vector<std::string>& question_words) const {
    std::vector<FurtherEvidence> all;
    for (std::size_t part = 0; part < parts_.size(); ++part)
      for (const std::size_t label : best_of(parts_[part], kLabelsOfPart, out_of_scope_)) {
        if (label == main.label) continue;
        const auto same = std::find_if(all.begin(), all.end(), [&](const FurtherEvidence& one) {
          return one.label == label;
        });
        if (same == all.end()) all.push_back(evidence(label, part, main, question_words));
        else if (parts_[part][label] > parts_[same->part][label])
          *same = evidence(label, part, main, question_words);
      }
    std::stable_sort(all.begin(), all.end(),
                     [](const FurtherEvidence& left, const FurtherEvidence& right) {
                       return left.part < right.part;
                     });
    return all;
  }

 private:
  static double value_of(const std::vector<float>& values, std::size_t label) {
    return label == kNone ? 0 : static_cast<double>(values[label]);
  }

  /// The best label beside `label`, kOutOfScope as well.
  std::size_t next_to(std::size_t label) const { return best_of(whole_, 1, label).front(); }

  /// Where in the message a topic is asked: the part that leans to it most.
  std::size_t home_of(std::size_t label) const {
    std::size_t home = 0;
    for (std::size_t i = 1; i < parts_.size(); ++i)
      if (parts_[i][label] > parts_[home][label]) home = i;
    return home;
  }

  FurtherEvidence evidence(std::size_t label, std::size_t part, const MainEvidence& main,
                           const std::vector<std::string>& question_words) const {
    const auto text = message_.parts[part];
    const auto& probable = parts_[part];
    const auto& values = message_.decisions.parts[part];
    const double is_asking = asks(text, question_words) ? 1 : 0;
    const auto marks = std::count(message_.text.begin(), message_.text.end(), '?');
    return {label,
            part,
            {logarithm(probable[label]), logarithm(whole_[label]),
             value_of(message_.decisions.whole, label), probable[main.label], is_asking,
             tens_of_words(text), marks > 1 ? 1.0 : 0.0, whole_[main.label],
             value_of(values, label) - value_of(values, main.label), is_asking * probable[label]}};
  }

  const DecidedMessage& message_;
  std::vector<double> whole_;
  std::vector<std::vector<double>> parts_;
  std::size_t out_of_scope_ = kNone;
};

}  // namespace

TopicEvidence topic_evidence(const std::vector<std::string>& labels, const DecidedMessage& message,
                             double slope, const std::vector<std::string>& question_words) {
  const Gathering gathering(labels, message, slope);
  TopicEvidence made{gathering.main(), {}};
  made.further = gathering.further(made.main, question_words);
  return made;
}

std::vector<double> probabilities(const std::vector<float>& decision_values, double slope) {
  const double highest = static_cast<double>(
      *std::max_element(decision_values.begin(), decision_values.end()));
  std::vector<double> made;
  double sum = 0;
  for (const float value : decision_values) {
    made.push_back(std::exp(slope * (static_cast<double>(value) - highest)));
    sum += made.back();
  }
  for (double& share : made) share /= sum;
  return made;
}

}  // namespace knowledge
