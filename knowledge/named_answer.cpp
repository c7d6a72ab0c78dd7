#include "knowledge/named_answer.h"

#include <algorithm>

namespace knowledge {

std::string listed(const std::vector<std::string>& names, const std::string& joiner) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " " + joiner + " " : ", ";
    text += names[i];
  }
  return text;
}

std::vector<std::string> names_for(const NamedAnswer& answer, const std::vector<Entity>& named,
                                   const EntityCatalog& catalog, const Language& language) {
  std::vector<std::string> names;
  for (const Entity& entity : named) {
    if (entity.kind != answer.kind) continue;
    const EntityEntry* entry = catalog.entry(entity.kind, entity.id);
    if (entry == nullptr) continue;
    const std::string& name = entry->name.in(language);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (names.size() > answer.names_max) names.clear();
  return names;
}

std::string with_names(std::string_view text, const NamedAnswer& answer,
                       const std::vector<std::string>& names, const Language& language) {
  const std::string placeholder = "{" + answer.kind + "}";
  const std::string shown = listed(names, answer.joiner.in(language));
  std::string filled(text);
  for (std::size_t at = 0; (at = filled.find(placeholder, at)) != std::string::npos;
       at += shown.size())
    filled.replace(at, placeholder.size(), shown);
  return filled;
}

}  // namespace knowledge
