#include "knowledge/content_version.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/knowledge/content_folder.h"

using knowledge::content_version;

TEST_CASE("content version: the same files, the same version, wherever they lie") {
  const ContentFolder one, two;
  one.write("topics/a.yaml", "a");
  one.write("messages/en/a.txt", "hello");
  two.write("messages/en/a.txt", "hello");
  two.write("topics/a.yaml", "a");
  CHECK(content_version(one.path()) == content_version(two.path()));
  CHECK(content_version(one.path()).size() == 64);
  CHECK(content_version(one.path()).find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("content version: every byte, name and boundary counts; code and backups do not") {
  const ContentFolder folder;
  std::set<std::string> versions = {content_version(folder.path())};
  const auto is_new = [&] { return versions.insert(content_version(folder.path())).second; };
  folder.write("topics/a.yaml", "a");
  CHECK(is_new());
  folder.write("topics/a.yaml", "b");
  CHECK(is_new());
  folder.write("topics/b.yaml", "");
  CHECK(is_new());
  std::filesystem::rename(folder.path() / "topics/b.yaml", folder.path() / "topics/c.yaml");
  CHECK(is_new());
  folder.write("messages/en/a.txt", "hello");
  CHECK(is_new());
  folder.write("lists.yaml", "x");
  CHECK(is_new());
  folder.write("topics/c.yaml", "x");
  folder.write("lists.yaml", "");
  CHECK(is_new());
  folder.write("CMakeLists.txt", "code");
  folder.write("normalize.cpp", "code");
  folder.write("topics/.a.yaml.swp", "editor");
  folder.write("topics/.b.yaml", "editor");
  CHECK_FALSE(is_new());
}
