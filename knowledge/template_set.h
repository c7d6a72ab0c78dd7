#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/problem.h"
#include "knowledge/template.h"
#include "knowledge/topic.h"

namespace knowledge {

/// All templates of all topics and languages, compiled to one automaton. Immutable; thread-safe.
class TemplateSet {
 public:
  TemplateSet();  ///< matches nothing
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;

  /// Broken templates, and messages that templates of two topics match, are problems in
  /// "topics/<id>.yaml".
  static TemplateSet compile(const std::vector<Topic>& topics, const PhraseLists& lists,
                             Problems& problems);

  /// The topic one of whose templates is the whole message, polite words at both ends left out
  /// ("hi, ... please", "hola ... gracias"); a message of only such words matches by itself.
  /// `normalized` comes from normalize().
  std::optional<std::string> match(std::string_view normalized) const;

 private:
  struct Automaton;
  std::unique_ptr<const Automaton> automaton_;
};

}  // namespace knowledge
