#include "knowledge/topic_loader.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include "knowledge/content_file.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

bool is_id(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

TopicKind read_kind(YamlMap& map) {
  const std::string kind = map.text("kind");
  if (kind == "gap") return TopicKind::gap;
  if (kind == "request") return TopicKind::request;
  if (kind != "answer" && !kind.empty())
    map.problem("'" + kind + "' is no kind of topic: write answer, gap or request", "kind");
  return TopicKind::answer;
}

void check_lengths(const Topic& topic, YamlMap& map) {
  for (const auto& [language, title] : topic.title.by_language)
    if (characters(title) > kTitleCharactersMax)
      map.problem("the title in '" + language + "' has " + std::to_string(characters(title)) +
                      " of " + std::to_string(kTitleCharactersMax) +
                      " characters, and is a button's label: shorten it",
                  "title");
  for (const auto& [language, wording] : topic.answer.by_language)
    if (characters(wording.web) > kWebAnswerCharactersMax)
      map.problem_in("the web text has " + std::to_string(characters(wording.web)) + " of " +
                         std::to_string(kWebAnswerCharactersMax) + " characters: shorten it",
                     {"answer", language, "web"});
}

void check_follow_ups(const Topic& topic, YamlMap& map) {
  if (topic.follow_ups.size() > kFollowUpsMax)
    map.problem("has " + std::to_string(topic.follow_ups.size()) + " follow-ups of " +
                    std::to_string(kFollowUpsMax) + ": keep the most useful",
                "follow_ups");
  std::set<std::string> seen;
  for (const auto& id : topic.follow_ups) {
    if (id == topic.id) map.problem("follows itself: name another topic", "follow_ups");
    else if (!seen.insert(id).second)
      map.problem("names the follow-up '" + id + "' twice: keep one", "follow_ups");
  }
}

LoadedTopic::WordingLines lines_of(const YamlMap& map, const Language& language) {
  return {map.line_of({"answer", language, "web"}), map.line_of({"answer", language, "sms"})};
}

/// The answers to those who named something, and where things that others answer for are sent.
void read_named(YamlMap& map, const Languages& languages, LoadedTopic& loaded) {
  for (YamlMap& item : map.maps("named")) {
    NamedAnswer answer;
    answer.kind = item.text("kind");
    answer.names_max = static_cast<std::size_t>(item.number("names_max", 1, kNamesMax));
    answer.joiner = item.localized("joiner", languages);
    answer.wording = item.wording("answer", languages);
    const std::string placeholder = "{" + answer.kind + "}";
    auto& lines = loaded.named_lines.emplace_back();
    for (const auto& [language, wording] : answer.wording.by_language) {
      lines[language] = lines_of(item, language);
      for (const auto& [form, text] : {std::pair("web", &wording.web), {"sms", &wording.sms}})
        if (text->find(placeholder) == std::string::npos)
          item.problem_in("the text never says " + placeholder + ", what the visitor named: add it",
                          {"answer", language, form});
    }
    item.finish();
    loaded.topic.named.push_back(std::move(answer));
  }
  for (YamlMap& item : map.maps("elsewhere")) {
    const std::string kind = item.text("kind");
    if (!loaded.topic.elsewhere.emplace(kind, item.text("topic")).second)
      item.problem("sends " + kind + " to two topics: keep one of them", "kind");
    item.finish();
  }
}

/// The answers to those who ask in a particular way. `means` is for the next reader of the file.
void read_asked(YamlMap& map, const Languages& languages, LoadedTopic& loaded) {
  for (YamlMap& item : map.maps("asked")) {
    AskedAnswer answer;
    item.text("means");
    answer.phrases = item.localized_texts("phrases", languages);
    answer.wording = item.wording("answer", languages);
    auto& lines = loaded.asked_lines.emplace_back();
    for (const auto& [language, wording] : answer.wording.by_language)
      lines[language] = lines_of(item, language);
    item.finish();
    loaded.topic.asked.push_back(std::move(answer));
  }
}

LoadedTopic read_topic(const std::filesystem::path& file, const std::filesystem::path& root,
                       const Languages& languages, Problems& problems) {
  YamlMap map = YamlMap::read_file(file, root, problems);
  LoadedTopic loaded;
  loaded.file = map.file();
  Topic& topic = loaded.topic;
  topic.id = map.text("id");
  if (!topic.id.empty() && topic.id != file.stem().string())
    map.problem("the id '" + topic.id + "' is not the file's name: make them equal", "id");
  else if (!topic.id.empty() && !is_id(topic.id))
    map.problem("'" + topic.id + "' is no id: use lower-case letters, digits and '_'", "id");
  topic.kind = read_kind(map);
  topic.title = map.localized("title", languages);
  topic.source = map.text_or("source", "");
  loaded.source_line = map.line_of({"source"});
  loaded.follow_ups_line = map.line_of({"follow_ups"});
  loaded.elsewhere_line = map.line_of({"elsewhere"});
  if (topic.kind == TopicKind::answer && !map.has("source"))
    map.problem("an answer needs 'source': name the heading of the section that it rests on");
  if (topic.kind != TopicKind::answer && map.has("source"))
    map.problem("only an answer has a 'source': remove it, or make the topic an answer", "source");
  topic.follow_ups = map.texts("follow_ups");
  check_follow_ups(topic, map);
  if (topic.kind != TopicKind::request || map.has("answer"))
    topic.answer = map.wording("answer", languages);
  for (const auto& language : languages)
    loaded.answer_lines[language] = lines_of(map, language);
  read_named(map, languages, loaded);
  read_asked(map, languages, loaded);
  topic.templates = map.localized_texts("phrases", languages);
  check_lengths(topic, map);
  map.finish();
  return loaded;
}

std::vector<std::filesystem::path> topic_files(const std::filesystem::path& folder,
                                               const std::filesystem::path& root,
                                               Problems& problems) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto& path = entry->path();
    const std::string name = path.filename().string();
    if (name.starts_with('.') || name == "README.md") continue;
    if (path.extension() == ".yaml") files.push_back(path);
    else
      problems.push_back(
          {content_name(path, root), 0, "is not a topic: keep only <id>.yaml files here"});
  }
  std::sort(files.begin(), files.end());
  if (files.empty())
    problems.push_back(
        {content_name(folder, root), 0, "holds no topics: add a file <id>.yaml for each"});
  return files;
}

}  // namespace

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::vector<LoadedTopic> load_topics(const std::filesystem::path& folder,
                                     const std::filesystem::path& root, const Languages& languages,
                                     Problems& problems) {
  std::vector<LoadedTopic> topics;
  std::set<std::string> ids;
  for (const auto& file : topic_files(folder, root, problems)) {
    topics.push_back(read_topic(file, root, languages, problems));
    ids.insert(file.stem().string());
  }
  for (const auto& loaded : topics) {
    for (const auto& id : loaded.topic.follow_ups)
      if (!ids.contains(id))
        problems.push_back(
            {loaded.file, loaded.follow_ups_line,
             "the follow-up '" + id + "' is no topic: correct the id or write the topic"});
    for (const auto& [kind, id] : loaded.topic.elsewhere)
      if (!ids.contains(id))
        problems.push_back({loaded.file, loaded.elsewhere_line,
                            "sends " + kind + " to '" + id +
                                "', which is no topic: correct the id or write the topic"});
  }
  std::sort(topics.begin(), topics.end(),
            [](const auto& left, const auto& right) { return left.topic.id < right.topic.id; });
  return topics;
}

}  // namespace knowledge
