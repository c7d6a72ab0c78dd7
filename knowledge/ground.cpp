#include "knowledge/ground.h"

#include <algorithm>

#include "knowledge/sentences.h"

namespace knowledge {

GroundProver::GroundProver(const SourcePage& page, const TermList& terms, Problems& problems)
    : page_(page), terms_(terms), problems_(problems) {
  std::string all;
  for (const auto& [heading, section] : page.sections) all += heading + "\n" + section + "\n";
  whole_ = ground("on the reviewed page", "remove it", all);
}

Ground GroundProver::ground(std::string name, std::string cure, const std::string& text) {
  Ground ground{std::move(name), std::move(cure), reader(page_.language).read(text), {}};
  for (const auto& mention : terms_.mentions(text)) ground.terms.insert(mention.term);
  return ground;
}

const FactReader& GroundProver::reader(const Language& language) {
  return readers_.try_emplace(language, language).first->second;
}

void GroundProver::prove(const ProvenText& text, const Ground& basis) {
  if (text.text.empty()) return;
  bool phone_named = false;
  prove_facts(text, basis, phone_named);
  if (text.topic.kind == TopicKind::gap) {
    prove_gap(text, phone_named);
    return;
  }
  for (const auto& mention : terms_.mentions(text.text))
    if (!basis.terms.contains(mention.term) && !text.repeated.contains(mention.term))
      report(text, "names '" + mention.shown + "', which does not stand " + basis.name, basis.cure);
}

void GroundProver::prove_facts(const ProvenText& text, const Ground& basis, bool& phone_named) {
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
}

void GroundProver::prove_gap(const ProvenText& text, bool phone_named) {
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

void GroundProver::report(const ProvenText& text, const std::string& what,
                          const std::string& cure) {
  problems_.push_back({text.file, text.line,
                       text.about + "the text in '" + text.language + "' " + what + ": " + cure});
}

}  // namespace knowledge
