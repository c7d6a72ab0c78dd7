#include "knowledge/training_set.h"

#include <algorithm>
#include <map>
#include <utility>

#include "knowledge/content_file.h"
#include "knowledge/normalize.h"
#include "knowledge/template.h"

namespace knowledge {
namespace {

constexpr std::string_view kSeveral = "several";
constexpr std::string_view kBatchMark = "# batch ";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Reads the files of one folder of messages and holds every message against those before it.
class MessageReader {
 public:
  MessageReader(const std::filesystem::path& root, const std::vector<std::string>& topic_ids,
                Problems& problems)
      : root_(root), topic_ids_(topic_ids), problems_(problems) {}

  void read_file(const std::filesystem::path& file, const Language& language) {
    const std::string name = content_name(file, root_);
    const std::string stem = file.stem().string();
    if (file.extension() != ".txt" ||
        (stem != kSeveral && stem != kOutOfScope && !is_topic(stem))) {
      problems_.push_back({name, 0, "is named after no topic: use <topic>.txt, " +
                                        std::string(kOutOfScope) + ".txt or several.txt"});
      return;
    }
    const std::string content = read_content_file(file, root_, problems_);
    std::string batch;
    int line_number = 0;
    for (std::size_t at = 0; at < content.size();) {
      const auto end = std::min(content.find('\n', at), content.size());
      const auto line = trimmed(std::string_view(content).substr(at, end - at));
      at = end + 1;
      ++line_number;
      if (line.substr(0, kBatchMark.size()) == kBatchMark)
        batch = language + ":" + std::string(line.substr(kBatchMark.size()));
      if (line.empty() || line[0] == '#') continue;
      take(line, stem, {name, line_number}, language, batch);
    }
  }

  std::vector<TrainingMessage> messages;

 private:
  struct Place {
    std::string file;
    int line = 0;
  };

  bool is_topic(std::string_view id) const {
    return std::find(topic_ids_.begin(), topic_ids_.end(), id) != topic_ids_.end();
  }

  void take(std::string_view line, const std::string& stem, const Place& place,
            const Language& language, const std::string& batch) {
    TrainingMessage message{std::string(line), {}, language, batch};
    if (stem == kSeveral) {
      const auto bar = line.find('|');
      if (bar == std::string_view::npos) {
        problem(place, "write the topics, then '|', then the message");
        return;
      }
      message.topics = split_words(trimmed(line.substr(0, bar)));
      std::erase(message.topics, kOutOfScope);  // a part of it is nothing that is answered
      message.text = trimmed(line.substr(bar + 1));
      for (const auto& topic : message.topics)
        if (!is_topic(topic)) problem(place, "there is no topic '" + topic + "'");
    } else if (stem != kOutOfScope) {
      message.topics = {stem};
    }
    const std::string form = as_words(normalize(message.text));
    if (!form.empty()) {
      const auto [seen, is_new] = seen_.try_emplace(form, place);
      if (!is_new) {
        problem(place, "the same message stands in " + seen->second.file + ":" +
                           std::to_string(seen->second.line) + ": keep one of them");
        return;
      }
    }
    messages.push_back(std::move(message));
  }

  void problem(const Place& place, std::string what) {
    problems_.push_back({place.file, place.line, std::move(what)});
  }

  const std::filesystem::path& root_;
  const std::vector<std::string>& topic_ids_;
  Problems& problems_;
  std::map<std::string, Place> seen_;
};

}  // namespace

TrainingSet TrainingSet::load(const std::filesystem::path& folder, const Languages& languages,
                              const std::vector<std::string>& topic_ids, Problems& problems) {
  const auto root = folder.parent_path();
  MessageReader reader(root, topic_ids, problems);
  for (const Language& language : languages) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder / language))
      for (const auto& entry : std::filesystem::directory_iterator(folder / language))
        files.push_back(entry.path());
    if (files.empty())
      problems.push_back({content_name(folder / language, root), 0,
                          "has no messages to learn from: add <topic>.txt"});
    std::sort(files.begin(), files.end());
    for (const auto& file : files) reader.read_file(file, language);
  }
  return {std::move(reader.messages)};
}

}  // namespace knowledge
