#include "bot/topic_draft.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "knowledge/normalize.h"
#include "knowledge/template.h"
#include "knowledge/topic_loader.h"

namespace bot {
namespace {

constexpr std::size_t kIdBytesMax = 40;
constexpr std::size_t kPhraseBytesMax = 200;
constexpr const char* kFollowUp = "request_callback";
constexpr const char* kHead =
    "A draft. Write the answer from the reviewed page and name its section under 'source' (or,\n"
    "where the page says nothing, make it a 'gap' without one), say the question in a few more\n"
    "ways under 'phrases', and run the check.";

/// As many whole words as fit; a first word that does not is cut.
std::string whole_words(std::string text, std::size_t bytes_max) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.size() <= bytes_max) return text;
  const auto space = text.rfind(' ', bytes_max);
  text.resize(space == std::string::npos || space == 0 ? bytes_max : space);
  return text;
}

/// "is there parking" -> "is_there_parking": ASCII only, and a letter first.
std::string id_of(const std::string& words, const knowledge::Knowledge& knowledge) {
  std::string ascii;
  for (const char byte : words)
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == ' ') ascii += byte;
  while (ascii.starts_with(' ')) ascii.erase(0, 1);
  std::string id = whole_words(ascii, kIdBytesMax);
  std::replace(id.begin(), id.end(), ' ', '_');
  if (id.empty() || id.front() < 'a') id = "topic_" + id;
  if (id.back() == '_') id.pop_back();
  std::string free = id;
  for (int i = 2; knowledge.find_topic(free) != nullptr; ++i) free = id + "_" + std::to_string(i);
  return free;
}

/// On one line, within a button's length, no character cut in two.
std::string title_of(std::string_view question) {
  std::string line(question);
  std::replace_if(
      line.begin(), line.end(),
      [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; }, ' ');
  while (line.starts_with(' ')) line.erase(0, 1);
  while (line.ends_with(' ')) line.pop_back();
  while (knowledge::characters(line) > knowledge::kTitleCharactersMax) {
    while ((static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
    line.pop_back();
  }
  return line;
}

void emit_wording(YAML::Emitter& out, const knowledge::Languages& languages) {
  out << YAML::Key << "answer" << YAML::Value << YAML::BeginMap;
  for (const auto& language : languages)
    out << YAML::Key << language << YAML::Value << YAML::BeginMap << YAML::Key << "web"
        << YAML::Value << YAML::DoubleQuoted << "" << YAML::Key << "sms" << YAML::Value
        << YAML::DoubleQuoted << "" << YAML::EndMap;
  out << YAML::EndMap;
}

}  // namespace

std::optional<TopicDraft> draft_topic(std::string_view question,
                                      const knowledge::Language& language,
                                      const knowledge::Languages& languages,
                                      const knowledge::Knowledge& knowledge) {
  const auto words = knowledge::as_words(knowledge::normalize(question));
  const auto phrase = whole_words(words, kPhraseBytesMax);
  if (phrase.empty()) return std::nullopt;
  const auto id = id_of(words, knowledge), title = title_of(question);
  YAML::Emitter out;
  out << YAML::Comment(kHead) << YAML::Newline << YAML::BeginMap;
  out << YAML::Key << "id" << YAML::Value << id;
  out << YAML::Key << "kind" << YAML::Value << "answer";
  out << YAML::Key << "title" << YAML::Value << YAML::BeginMap;
  for (const auto& each : languages)
    out << YAML::Key << each << YAML::Value << YAML::DoubleQuoted << title;
  out << YAML::EndMap;
  out << YAML::Key << "source" << YAML::Value << YAML::DoubleQuoted << "";
  if (knowledge.find_topic(kFollowUp) != nullptr)
    out << YAML::Key << "follow_ups" << YAML::Value << YAML::Flow << YAML::BeginSeq << kFollowUp
        << YAML::EndSeq;
  emit_wording(out, languages);
  out << YAML::Key << "phrases" << YAML::Value << YAML::BeginMap;
  for (const auto& each : languages) {
    out << YAML::Key << each << YAML::Value << YAML::BeginSeq;
    if (each == language) out << YAML::DoubleQuoted << phrase;
    out << YAML::EndSeq;
  }
  out << YAML::EndMap << YAML::EndMap;
  return TopicDraft{id, std::string(out.c_str()) + "\n"};
}

}  // namespace bot
