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

  /// `fillers` are polite phrases that mean nothing at either end of a message ("hi", "please").
  /// Broken templates, and messages that templates of two topics match, are problems in
  /// "topics/<id>.yaml".
  static TemplateSet compile(const std::vector<Topic>& topics, const PhraseLists& lists,
                             const std::vector<std::string>& fillers, Problems& problems);

  /// The topic one of whose templates is the whole message, or is what remains of it without the
  /// fillers at both ends. `normalized` comes from normalize(). nullopt where none is, or several
  /// are.
  std::optional<std::string> match(std::string_view normalized) const;

  /// The message in words (see as_words()) without fillers; all of it where nothing would remain.
  std::string_view without_fillers(std::string_view words) const;

 private:
  struct Automaton;
  std::unique_ptr<const Automaton> automaton_;
};

}  // namespace knowledge
