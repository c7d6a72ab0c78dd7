#include "knowledge/questions_in_a_row.h"

#include <algorithm>

#include "knowledge/template.h"

namespace knowledge {
namespace {

constexpr std::size_t kQuestionWordsMax = 8;

constexpr std::string_view kMark = "|";
constexpr std::size_t kBareWordsMax = 2;

/// The words of a message, with kMark for every mark between them.
std::string words_and_marks(std::string_view normalized) {
  std::string words;
  for (std::size_t begin = 0; begin < normalized.size();) {
    const auto end = std::min(normalized.find_first_of(",;.?!", begin), normalized.size());
    std::string part = as_words(normalized.substr(begin, end - begin));
    while (!part.empty() && part.back() == ' ') part.pop_back();
    if (!part.empty()) words += (words.empty() ? "" : " | ") + part;
    begin = end + 1;
  }
  return words;
}

/// Where each word begins, and one past the last.
std::vector<std::size_t> begins_of(std::string_view words) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t at = 0; at < words.size(); ++at)
    if (words[at] == ' ') begins.push_back(at + 1);
  begins.push_back(words.size() + 1);
  return begins;
}

/// The best way to read the first words: fewest questions, so that none is cut in two.
struct Reading {
  bool is_possible = false;
  std::size_t questions = 0;
  std::size_t before = 0;  ///< the reading that this one goes on from
  bool may_follow = true;  ///< a question may come next without a joiner
  std::string topic;       ///< of the last question; empty after a joiner
};

bool is_joiner(std::string_view words, const std::vector<std::string>& joiners) {
  return words == kMark || std::find(joiners.begin(), joiners.end(), words) != joiners.end();
}

void go_on(Reading& to, const Reading& from, std::size_t before, bool may_follow,
           std::string topic) {
  const std::size_t questions = from.questions + (topic.empty() ? 0 : 1);
  if (to.is_possible && to.questions <= questions) return;
  to = {true, questions, before, may_follow, std::move(topic)};
}

}  // namespace

std::vector<std::string> questions_in_a_row(std::string_view normalized,
                                            const std::vector<std::string>& joiners,
                                            const TopicOf& topic_of) {
  const std::string text = words_and_marks(normalized);
  const std::string_view words = text;
  const auto begins = begins_of(words);
  const std::size_t count = begins.size() - 1;
  if (words.empty() || count < 2 || count > kRowWordsMax) return {};
  std::vector<Reading> readings(count + 1);
  readings[0].is_possible = true;
  for (std::size_t from = 0; from < count; ++from) {
    if (!readings[from].is_possible) continue;
    for (std::size_t to = from + 1; to <= std::min(count, from + kQuestionWordsMax); ++to) {
      const auto part = words.substr(begins[from], begins[to] - 1 - begins[from]);
      if (from > 0 && to < count && is_joiner(part, joiners))
        go_on(readings[to], readings[from], from, true, {});
      else if (!readings[from].may_follow)
        continue;
      else if (auto topic = topic_of(part))
        go_on(readings[to], readings[from], from, to - from <= kBareWordsMax, *std::move(topic));
    }
  }
  std::vector<std::string> topics;
  for (std::size_t at = count; readings[count].is_possible && at > 0; at = readings[at].before) {
    const std::string& topic = readings[at].topic;
    if (!topic.empty()) topics.push_back(topic);
  }
  std::reverse(topics.begin(), topics.end());
  std::vector<std::string> once;
  for (std::string& topic : topics)
    if (std::find(once.begin(), once.end(), topic) == once.end()) once.push_back(std::move(topic));
  return once.size() < 2 ? std::vector<std::string>() : once;
}

}  // namespace knowledge
