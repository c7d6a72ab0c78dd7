#include "knowledge/grounding.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "knowledge/ground.h"
#include "knowledge/gsm7.h"
#include "knowledge/named_answer.h"
#include "knowledge/sentences.h"

namespace knowledge {
namespace {

/// The names that take most room, as many as the answer lists.
std::vector<std::string> longest_names(const NamedAnswer& answer,
                                       const std::vector<EntityEntry>& entries,
                                       const Language& language) {
  std::vector<std::string> names;
  for (const auto& entry : entries) names.push_back(entry.name.in(language));
  std::stable_sort(names.begin(), names.end(), [](const auto& left, const auto& right) {
    return characters(left) > characters(right);
  });
  names.resize(std::min(names.size(), answer.names_max));
  return names;
}

/// One named answer of one topic, held against every name that may stand in it.
class NamedProof {
 public:
  NamedProof(GroundProver& prover, const Ground& basis, const NamedAnswer& answer)
      : prover_(prover), basis_(basis), answer_(answer) {}

  void prove_web(const ProvenText& text, const std::vector<EntityEntry>& entries) {
    const auto names = longest_names(answer_, entries, text.language);
    const auto filled = with_names(text.text, answer_, names, text.language);
    if (characters(filled) > kWebAnswerCharactersMax)
      prover_.report(text, "has " + std::to_string(characters(filled)) + " of " +
                               std::to_string(kWebAnswerCharactersMax) +
                               " characters with the longest names", "shorten it");
    prove_names(text, entries);
  }

  void prove_sms(const ProvenText& text, const std::vector<EntityEntry>& entries) {
    const auto names = longest_names(answer_, entries, text.language);
    const auto filled = to_gsm7(with_names(text.text, answer_, names, text.language));
    const auto septets = gsm7_septets(filled);
    if (!septets)
      prover_.report(text, "becomes no plain SMS with the character '" + first_not_gsm7(filled) +
                               "' of a name", "write the name with other letters");
    else if (*septets > kSmsSeptetsMax)
      prover_.report(text, "has " + std::to_string(*septets) + " of " +
                               std::to_string(kSmsSeptetsMax) +
                               " characters of an SMS with the longest names", "shorten it");
    prove_names(text, entries);
  }

 private:
  /// One name that does not fit is enough to say of a text.
  void prove_names(const ProvenText& text, const std::vector<EntityEntry>& entries) {
    const std::size_t before = prover_.problems();
    for (const auto& entry : entries)
      if (prover_.problems() == before) prove_name(text, entry);
  }

  void prove_name(const ProvenText& text, const EntityEntry& entry) {
    const std::string name = entry.name.in(text.language);
    const std::string filled = with_names(text.text, answer_, {name}, text.language);
    ProvenText whole = text;
    whole.text = filled;
    whole.about = "with '" + name + "' for {" + answer_.kind + "} ";
    const auto mentions = prover_.terms().mentions(name);
    const auto stands_on = [&](const Ground& ground) {
      return !mentions.empty() &&
             std::all_of(mentions.begin(), mentions.end(), [&](const TermList::Mention& mention) {
               return ground.terms.contains(mention.term);
             });
    };
    for (const auto& mention : mentions) whole.repeated.insert(mention.term);
    prover_.prove(whole, basis_);
    if (entry.claims_nothing) return;
    const bool is_grounded = stands_on(text.topic.kind == TopicKind::answer ? basis_
                                                                            : prover_.whole_page());
    for (const auto sentence : sentences(filled)) {
      if (sentence.find(name) == std::string_view::npos) continue;
      if (!is_grounded && prover_.terms().promises(sentence, text.language))
        prover_.report(whole, "promises what does not stand " + basis_.name,
                       "say that the page does not cover it");
      if (stands_on(prover_.whole_page()) && prover_.terms().denies(sentence, text.language))
        prover_.report(whole, "denies what stands on the reviewed page",
                       "move the name to another kind");
    }
  }

  GroundProver& prover_;
  const Ground& basis_;
  const NamedAnswer& answer_;
};

void prove_wordings(GroundProver& prover, const Ground& basis, const LoadedTopic& loaded,
                    const LocalizedWording& wordings,
                    const std::map<Language, LoadedTopic::WordingLines>& lines) {
  for (const auto& [language, wording] : wordings.by_language) {
    const auto found = lines.find(language);
    const auto at = found == lines.end() ? LoadedTopic::WordingLines{} : found->second;
    prover.prove({loaded.topic, language, wording.web, loaded.file, at.web}, basis);
    prover.prove({loaded.topic, language, wording.sms, loaded.file, at.sms}, basis);
  }
}

void prove_topic(GroundProver& prover, const SourcePage& page, const EntityCatalog& entities,
                 const LoadedTopic& loaded, Problems& problems) {
  const Topic& topic = loaded.topic;
  const auto section = page.sections.find(topic.source);
  const bool cited = topic.kind == TopicKind::answer;
  if (cited && section == page.sections.end()) {
    // A missing source is already a problem of the topic.
    if (!topic.source.empty())
      problems.push_back(
          {loaded.file, loaded.source_line,
           "'" + topic.source + "' is no section of the page: copy one of its headings exactly"});
    return;
  }
  const Ground basis = cited ? prover.ground("in the section '" + topic.source + "'",
                                             "remove it, or cite the section that says it",
                                             topic.source + "\n" + section->second)
                             : prover.whole_page();
  prove_wordings(prover, basis, loaded, topic.answer, loaded.answer_lines);
  for (std::size_t i = 0; i < topic.asked.size(); ++i)
    prove_wordings(prover, basis, loaded, topic.asked[i].wording, loaded.asked_lines[i]);
  for (const auto& [kind, other] : topic.elsewhere)
    if (entities.entries_of(kind).empty())
      problems.push_back({loaded.file, loaded.elsewhere_line,
                          "sends the kind '" + kind + "' to '" + other +
                              "', but nothing is known of it: write entities/" + kind + ".yaml"});
  for (std::size_t i = 0; i < topic.named.size(); ++i) {
    const NamedAnswer& answer = topic.named[i];
    const auto entries = entities.entries_of(answer.kind);
    NamedProof proof(prover, basis, answer);
    for (const auto& [language, wording] : answer.wording.by_language) {
      const auto& at = loaded.named_lines[i].at(language);
      const ProvenText web{topic, language, wording.web, loaded.file, at.web};
      if (entries.empty()) {
        prover.report(web, "speaks of the kind '" + answer.kind + "', of which nothing is known",
                      "write entities/" + answer.kind + ".yaml");
        continue;
      }
      proof.prove_web(web, entries);
      proof.prove_sms({topic, language, wording.sms, loaded.file, at.sms}, entries);
    }
  }
}

}  // namespace

void prove_grounding(const SourcePage& page, const TermList& terms, const EntityCatalog& entities,
                     const std::vector<LoadedTopic>& topics, Problems& problems) {
  GroundProver prover(page, terms, problems);
  for (const auto& topic : topics) prove_topic(prover, page, entities, topic, problems);
}

}  // namespace knowledge
