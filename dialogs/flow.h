#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/slot.h"
#include "dialogs/turn.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace re2 {
class RE2;
}

namespace dialogs {

/// The closed set of what a state can be. No expressions, no regexes: whatever needs an `if` is a
/// slot kind or an effect in C++.
enum class StateKind {
  ask,      ///< asks for one slot
  choose,   ///< offers options, each with its own way on
  confirm,  ///< shows what was given and the consent; yes or no
  perform,  ///< `do` in YAML: an effect, nothing is said
  say,      ///< says something and goes on
  end,      ///< the form is over
};

/// One way out of a choose state, or a button that answers an ask state.
struct Option {
  std::string id;
  knowledge::Localized label;
  std::shared_ptr<const re2::RE2> says;  ///< whole answers that mean it, in any language, over
                                         ///< knowledge::as_words(); may be null
  std::map<std::string, std::string> set;                        ///< slots that choosing it fills
  std::vector<std::string> clear;  ///< slots that choosing it asks for once more
  std::string next;                ///< state; empty for the button of an ask state
};

/// Where a choose state leads without asking, because of what was given unasked.
struct Detour {
  std::map<std::string, std::string> when;  ///< slots of kind yes_no with these values
  std::string next;
};

/// One node of a form.
struct State {
  std::string id;
  StateKind kind = StateKind::end;
  knowledge::LocalizedWording prompt;     ///< ask, choose, confirm, say
  std::string slot;                       ///< ask
  bool optional = false;                  ///< ask: the visitor may skip it
  knowledge::LocalizedWording reason;     ///< ask: "why do you need that"
  knowledge::LocalizedWording rephrased;  ///< after two misses: other words and a way around
  std::map<Refusal, knowledge::LocalizedWording> refusals;  ///< ask, choose: `unclear` always there
  std::vector<Option> options;
  std::vector<Detour> detours;         ///< choose: the first that fits is taken
  std::string next;                    ///< ask, say, perform
  std::string on_yes;                  ///< confirm
  std::string on_no;                   ///< confirm
  std::string consent;                 ///< confirm: which consent a yes gives
  Effect effect = Effect::store_lead;  ///< perform
  int line = 0;
};

/// A slot of a form.
struct FlowSlot {
  SlotKind kind = SlotKind::name;
  bool required = false;       ///< no lead without it
  bool brief = false;          ///< also in the short summary, by SMS
  knowledge::Localized label;  ///< "Phone", for the summary
};

/// The exact words that a visitor agrees to.
struct ConsentText {
  std::string version;
  knowledge::LocalizedWording wording;
};

/// One form: a graph of states, loaded from one YAML file in dialogs/flows and proven by prove().
struct Flow {
  std::string id;
  std::string begins_with;  ///< topic id that starts it
  std::string start;
  std::map<std::string, FlowSlot, std::less<>> slots;
  std::vector<std::string> slot_order;  ///< names of `slots` in file order
  std::map<std::string, ConsentText, std::less<>> consents;
  std::vector<State> states;  ///< in file order
  std::string file;           ///< relative, for problems

  const State* find(std::string_view state) const;  ///< nullptr where there is none
  const State& at(std::string_view state) const;    ///< REQUIRES: it exists
};

/// Reads one flow file. Shape mistakes become problems; what the graph means is proven elsewhere.
Flow load_flow(const std::filesystem::path& file, const std::filesystem::path& root,
               const knowledge::Languages& languages, knowledge::Problems& problems);

/// Proves that a flow has what it uses and uses what it has: slots, consents, effects, the words
/// for every refusal of a reader. Adds a problem for every violation.
void prove_declarations(const Flow& flow, knowledge::Problems& problems);

/// The above, and what the graph means: every state is reachable, every path ends, no circle is
/// without a question, every `{slot}` in a text is filled before it is shown, and no lead is stored
/// without its required slots and a consent. Adds a problem for every violation.
void prove(const Flow& flow, knowledge::Problems& problems);

/// The flow as a Mermaid state diagram.
std::string mermaid(const Flow& flow);

}  // namespace dialogs
