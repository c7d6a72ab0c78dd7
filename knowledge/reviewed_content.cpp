#include "knowledge/reviewed_content.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "knowledge/grounding.h"
#include "knowledge/term_list.h"
#include "knowledge/topic_loader.h"

namespace knowledge {
namespace {

SourcePage load_page(const std::filesystem::path& content, Problems& problems) {
  Problems of_page;
  SourcePage page = SourcePage::load(content / "sources", of_page);
  for (auto& problem : of_page) {
    problem.file = "sources/" + problem.file;
    problems.push_back(std::move(problem));
  }
  return page;
}

}  // namespace

ReviewedContent load_reviewed_content(const std::filesystem::path& content,
                                      const Languages& languages, Problems& problems) {
  ReviewedContent reviewed;
  const std::size_t before = problems.size();
  reviewed.page = load_page(content, problems);
  Languages written = languages;
  if (std::find(written.begin(), written.end(), reviewed.page.language) == written.end())
    written.push_back(reviewed.page.language);
  const TermList terms =
      TermList::load(content / "sources" / "terms.yaml", content, written, problems);
  // Against a page or terms that could not be read, every answer would seem ungrounded.
  const bool provable = problems.size() == before;
  reviewed.entities = EntityCatalog::load(content / "entities", languages, problems);
  const auto topics = load_topics(content / "topics", content, languages, problems);
  if (provable) prove_grounding(reviewed.page, terms, reviewed.entities, topics, problems);
  std::transform(topics.begin(), topics.end(), std::back_inserter(reviewed.topics),
                 [](const LoadedTopic& loaded) { return loaded.topic; });
  return reviewed;
}

}  // namespace knowledge
