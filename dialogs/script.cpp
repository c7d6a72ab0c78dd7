#include "dialogs/script.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "dialogs/escape_proof.h"
#include "dialogs/request.h"
#include "dialogs/slots/slot.h"

namespace dialogs {
namespace {

using knowledge::Problems;
namespace fs = std::filesystem;

std::vector<fs::path> yaml_files(const fs::path& folder, Problems& problems) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  if (files.empty())
    problems.push_back({folder.filename().string(), 0, "no .yaml file is here: add a flow"});
  std::sort(files.begin(), files.end());
  return files;
}

std::string hash_of(const std::vector<fs::path>& files) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
    const std::string name = file.filename().string() + '\0' + std::to_string(bytes.size()) + '\0';
    for (const std::string& part : {name, bytes})
      crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                part.size());
  }
  unsigned char digest[crypto_generichash_BYTES];
  crypto_generichash_final(&state, digest, sizeof digest);
  char hex[2 * sizeof digest + 1];
  return sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
}

/// A button of an ask state is pressed as if its label had been typed, so the slot must read it.
void check_buttons(const Flow& flow, const ClinicFacts& clinic, Problems& problems) {
  constexpr std::int64_t kSomeMorningMs = 1773327600000;  // 2026-03-12 08:00 in Los Angeles
  for (const State& state : flow.states) {
    const auto slot = flow.slots.find(state.slot);
    if (state.kind != StateKind::ask || slot == flow.slots.end()) continue;
    for (const Option& option : state.options)
      for (const auto& [language, label] : option.label.by_language)
        if (!read_slot(slot->second.kind, label,
                       {kSomeMorningMs, clinic.zone, clinic.zone, language})
                 .value)
          problems.push_back(
              {flow.file, state.line,
               "state '" + state.id + "': the button '" + label +
                   "' is no answer to its question: use words the slot understands"});
  }
}

void check_topic_of(const Flow& flow, const knowledge::Knowledge& knowledge, Problems& problems) {
  if (!knowledge.find_topic(flow.begins_with))
    problems.push_back(
        {flow.file, 0, "begins_with '" + flow.begins_with + "' is no topic: name a topic's id"});
}

}  // namespace

Script Script::load(const fs::path& folder, const knowledge::Knowledge& knowledge,
                    ClinicFacts clinic, Problems& problems) {
  Script script;
  script.knowledge = &knowledge;
  script.clinic = std::move(clinic);
  const fs::path root = folder.parent_path();
  const fs::path texts_file = folder / "texts.yaml";
  script.texts = Texts::load(texts_file, root, knowledge.languages(), problems);
  std::vector<fs::path> files = yaml_files(folder / "flows", problems);
  for (const fs::path& file : files) {
    Problems own;
    Flow flow = load_flow(file, root, knowledge.languages(), own);
    if (own.empty()) {
      prove(flow, own);
      check_buttons(flow, script.clinic, own);
      check_topic_of(flow, knowledge, own);
    }
    problems.insert(problems.end(), own.begin(), own.end());
    script.flows.emplace(flow.id, std::move(flow));
  }
  check_requests(knowledge, problems);
  // Only whole content can be played: a mistake in the knowledge counts as well.
  if (problems.empty()) prove_escapes(script, problems);
  files.push_back(texts_file);
  script.version = hash_of(files);
  return script;
}

}  // namespace dialogs
