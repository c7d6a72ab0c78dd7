#include "knowledge/grounding.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "knowledge/facts.h"

namespace knowledge {
namespace {

/// What a text may rest on.
struct Ground {
  std::string name;  ///< "in the section 'X'"
  std::string cure;
  std::vector<Fact> facts;
  std::set<std::string> terms;
};

/// One answer as it will be read, and where it stands.
struct Text {
  const Topic& topic;
  Language language;
  std::string_view text;
  std::string file;
  int line = 0;
};

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(".!?\n"), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

class Prover {
 public:
  Prover(const SourcePage& page, const TermList& terms, Problems& problems)
      : page_(page), terms_(terms), problems_(problems) {
    std::string all;
    for (const auto& [heading, section] : page.sections) all += heading + "\n" + section + "\n";
    whole_ = ground("on the reviewed page", "remove it", all);
  }

  void prove(const LoadedTopic& loaded) {
    const Topic& topic = loaded.topic;
    const auto section = page_.sections.find(topic.source);
    if (topic.kind == TopicKind::answer && section == page_.sections.end()) {
      // A missing source is already a problem of the topic.
      if (!topic.source.empty())
        problems_.push_back(
            {loaded.file, loaded.source_line,
             "'" + topic.source + "' is no section of the page: copy one of its headings exactly"});
      return;
    }
    const bool cited = topic.kind == TopicKind::answer;
    const Ground section_ground = cited ? ground("in the section '" + topic.source + "'",
                                                 "remove it, or cite the section that says it",
                                                 topic.source + "\n" + section->second)
                                        : Ground{};
    const Ground& basis = cited ? section_ground : whole_;
    for (const auto& [language, wording] : topic.answer.by_language) {
      const auto lines = loaded.answer_lines.find(language);
      const auto at =
          lines == loaded.answer_lines.end() ? LoadedTopic::WordingLines{} : lines->second;
      prove_text({topic, language, wording.web, loaded.file, at.web}, basis);
      prove_text({topic, language, wording.sms, loaded.file, at.sms}, basis);
    }
  }

 private:
  Ground ground(std::string name, std::string cure, const std::string& text) {
    Ground ground{std::move(name), std::move(cure), reader(page_.language).read(text), {}};
    for (const auto& mention : terms_.mentions(text)) ground.terms.insert(mention.term);
    return ground;
  }

  const FactReader& reader(const Language& language) {
    return readers_.try_emplace(language, language).first->second;
  }

  void prove_text(const Text& text, const Ground& basis) {
    if (text.text.empty()) return;
    bool phone_named = false;
    std::set<std::string> reported;
    for (const auto& fact : reader(text.language).read(text.text)) {
      const bool phone = fact.kind == Fact::Kind::phone;
      const bool grounded = hold(phone ? whole_.facts : basis.facts, fact);
      if (phone && grounded) phone_named = true;
      if (grounded || terms_.is_public_number(fact.value) || !reported.insert(fact.shown).second)
        continue;
      if (phone)
        report(text, "gives the phone " + fact.shown + ", which is not the clinic's", "correct it");
      else
        report(text, "says '" + fact.shown + "', which does not stand " + basis.name, basis.cure);
    }
    if (text.topic.kind == TopicKind::gap) {
      prove_gap(text, phone_named);
      return;
    }
    for (const auto& mention : terms_.mentions(text.text))
      if (!basis.terms.contains(mention.term))
        report(text, "names '" + mention.shown + "', which does not stand " + basis.name,
               basis.cure);
  }

  void prove_gap(const Text& text, bool phone_named) {
    if (!phone_named)
      report(text, "does not give the clinic's phone number, which whoever asks this needs",
             "add it");
    for (const auto sentence : sentences(text.text)) {
      if (!terms_.promises(sentence, text.language)) continue;
      for (const auto& mention : terms_.mentions(sentence))
        if (!whole_.terms.contains(mention.term))
          report(text, "promises '" + mention.shown + "', which does not stand " + whole_.name,
                 "say that the page does not cover it");
    }
  }

  void report(const Text& text, const std::string& what, const std::string& cure) {
    problems_.push_back(
        {text.file, text.line, "the text in '" + text.language + "' " + what + ": " + cure});
  }

  const SourcePage& page_;
  const TermList& terms_;
  Problems& problems_;
  std::map<Language, FactReader> readers_;
  Ground whole_;
};

}  // namespace

void prove_grounding(const SourcePage& page, const TermList& terms,
                     const std::vector<LoadedTopic>& topics, Problems& problems) {
  Prover prover(page, terms, problems);
  for (const auto& topic : topics) prover.prove(topic);
}

}  // namespace knowledge
