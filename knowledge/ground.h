#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/facts.h"
#include "knowledge/problem.h"
#include "knowledge/source_page.h"
#include "knowledge/term_list.h"
#include "knowledge/topic.h"

namespace knowledge {

/// What a text may rest on.
struct Ground {
  std::string name;  ///< "in the section 'X'"
  std::string cure;
  std::vector<Fact> facts;
  std::set<std::string> terms;
};

/// One answer as it will be read, and where it stands. What it refers to outlives it.
struct ProvenText {
  const Topic& topic;
  const Language& language;
  std::string_view text;
  const std::string& file;
  int line = 0;
  std::string about = {};  ///< begins a problem's message: "with 'ADHD' "
  /// Terms that the visitor named and the text repeats, without their ground.
  std::set<std::string> repeated = {};
};

/// Holds texts against what they may rest on; what cannot be proven becomes a problem. What it is
/// made of outlives it.
class GroundProver {
 public:
  GroundProver(const SourcePage& page, const TermList& terms, Problems& problems);

  Ground ground(std::string name, std::string cure, const std::string& text);
  const Ground& whole_page() const { return whole_; }
  const TermList& terms() const { return terms_; }
  std::size_t problems() const { return problems_.size(); }

  void prove(const ProvenText& text, const Ground& basis);
  void report(const ProvenText& text, const std::string& what, const std::string& cure);

 private:
  const FactReader& reader(const Language& language);
  void prove_facts(const ProvenText& text, const Ground& basis, bool& phone_named);
  void prove_gap(const ProvenText& text, bool phone_named);

  const SourcePage& page_;
  const TermList& terms_;
  Problems& problems_;
  std::map<Language, FactReader> readers_;
  Ground whole_;
};

}  // namespace knowledge
