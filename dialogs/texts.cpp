#include "dialogs/texts.h"

#include <utility>

#include "knowledge/yaml_reader.h"

namespace dialogs {
namespace {

using Sentence = std::pair<const char*, knowledge::LocalizedWording Texts::*>;
using Word = std::pair<const char*, knowledge::Localized Texts::*>;

constexpr Sentence kSentences[] = {
    {"disclosure", &Texts::disclosure},
    {"after_danger", &Texts::after_danger},
    {"resumed", &Texts::resumed},
    {"welcome_back", &Texts::welcome_back},
    {"go_on_or_not", &Texts::go_on_or_not},
    {"person", &Texts::person},
    {"person_in_form", &Texts::person_in_form},
    {"skipped", &Texts::skipped},
    {"cannot_skip", &Texts::cannot_skip},
    {"nothing_to_go_back_to", &Texts::nothing_to_go_back_to},
    {"all_set", &Texts::all_set},
    {"noted", &Texts::noted},
    {"check_email", &Texts::check_email},
    {"changed", &Texts::changed},
    {"nothing_to_change", &Texts::nothing_to_change},
    {"what_to_change", &Texts::what_to_change},
    {"which_number", &Texts::which_number},
    {"already_open", &Texts::already_open},
    {"status_open", &Texts::status_open},
    {"status_in_form", &Texts::status_in_form},
    {"status_none", &Texts::status_none},
    {"status_cancelled", &Texts::status_cancelled},
    {"form_cancelled", &Texts::form_cancelled},
    {"lead_cancelled", &Texts::lead_cancelled},
    {"how_to_cancel", &Texts::how_to_cancel},
    {"nothing_to_cancel", &Texts::nothing_to_cancel},
    {"erase_or_not", &Texts::erase_or_not},
    {"erased", &Texts::erased},
    {"started_over", &Texts::started_over},
    {"language_switched", &Texts::language_switched},
    {"language_not_served", &Texts::language_not_served},
    {"did_you_mean", &Texts::did_you_mean},
    {"ask_coordinator", &Texts::ask_coordinator},
    {"heard", &Texts::heard},
    {"heard_in_form", &Texts::heard_in_form},
    {"not_understood", &Texts::not_understood},
    {"as_mentioned", &Texts::as_mentioned},
    {"of_course", &Texts::of_course},
    {"i_hear_you", &Texts::i_hear_you},
    {"back_to_question", &Texts::back_to_question},
    {"once_more", &Texts::once_more},
    {"reply_with_number", &Texts::reply_with_number},
    {"sms_stopped", &Texts::sms_stopped},
    {"sms_started", &Texts::sms_started},
    {"sms_help", &Texts::sms_help},
};

constexpr Word kWords[] = {
    {"skip", &Texts::skip},
    {"yes", &Texts::yes},
    {"no", &Texts::no},
    {"today", &Texts::today},
    {"tomorrow", &Texts::tomorrow},
    {"any_day", &Texts::any_day},
    {"weekdays", &Texts::weekdays},
    {"weekends", &Texts::weekends},
    {"every_day_named", &Texts::every_day_named},
    {"from_day_to_day", &Texts::from_day_to_day},
    {"from_time_to_time", &Texts::from_time_to_time},
    {"on_day_at_time", &Texts::on_day_at_time},
    {"and_word", &Texts::and_word},
    {"am", &Texts::am},
    {"pm", &Texts::pm},
    {"day_pattern", &Texts::day_pattern},
    {"for_self", &Texts::for_self},
    {"for_other", &Texts::for_other},
    {"no_insurance", &Texts::no_insurance},
    {"unknown_insurance", &Texts::unknown_insurance},
    {"unknown_time", &Texts::unknown_time},
};

}  // namespace

Texts Texts::load(const std::filesystem::path& file, const std::filesystem::path& root,
                  const knowledge::Languages& languages, knowledge::Problems& problems) {
  auto map = knowledge::YamlMap::read_file(file, root, problems);
  Texts texts;
  auto sentences = map.map("sentences");
  for (const auto& [key, member] : kSentences) texts.*member = sentences.wording(key, languages);
  sentences.finish();
  auto words = map.map("words");
  for (const auto& [key, member] : kWords) texts.*member = words.localized(key, languages);
  words.finish();
  auto relations = map.map("relations");
  for (const auto& relation : relations.keys())
    texts.relations[relation] = relations.localized(relation, languages);
  relations.finish();
  auto language_names = map.map("language_names");
  for (const auto& language : language_names.keys())
    texts.language_name[language] = language_names.text(language);
  for (const auto& language : languages)
    if (!texts.language_name.contains(language))
      language_names.problem("the name of language '" + language + "' is missing: add it");
  language_names.finish();
  map.finish();
  return texts;
}

}  // namespace dialogs
