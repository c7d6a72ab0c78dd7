#include "bot/content.h"

namespace bot {

Content Content::load(const std::filesystem::path& config_file, knowledge::Problems& problems,
                      const std::function<void(std::size_t, std::size_t)>& progress,
                      const std::filesystem::path& knowledge_folder) {
  Content content;
  content.config = Config::load(config_file, problems);
  if (!problems.empty()) return content;
  const Config& config = content.config;
  content.knowledge = std::make_unique<const knowledge::Knowledge>(
      knowledge::Knowledge::load({knowledge_folder.empty() ? config.content_folder / "knowledge"
                                                           : knowledge_folder,
                                  config.storage.model_cache,
                                  config.storage.encoder_file, progress},
                                 config.languages, problems));
  content.script = std::make_unique<const dialogs::Script>(dialogs::Script::load(
      config.content_folder / "dialogs", *content.knowledge,
      {config.clinic.name, config.clinic.short_name, config.clinic.phone, config.clinic.zone},
      problems));
  return content;
}

}  // namespace bot
