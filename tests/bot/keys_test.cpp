#include <doctest/doctest.h>

#include <sys/stat.h>

#include <set>

#include "bot/secret_file.h"
#include "bot/store/keys.h"
#include "tests/bot/temporary_folder.h"

using bot::Keys;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& file) {
  return static_cast<unsigned>(fs::status(file).permissions());
}

std::string refusal(const auto& attempt) {
  try {
    attempt();
  } catch (const std::runtime_error& refused) {
    return refused.what();
  }
  return {};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("keys: the file is made once, for its owner alone, whatever the umask") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "new/folder/sealing.key";
  const mode_t before = umask(0);
  const Keys made = Keys::load_or_create(file);
  umask(before);
  CHECK(mode_of(file) == 0600);
  CHECK(fs::file_size(file) == 32);
  CHECK(Keys::load_or_create(file).open(made.seal("hello", "c"), "c") == "hello");
}

TEST_CASE("keys: a file that others can read, or of another length, is refused with what to do") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "sealing.key";
  Keys::load_or_create(file);
  const auto load = [&] { Keys::load_or_create(file); };
  for (const auto others :
       {fs::perms::group_read, fs::perms::others_read, fs::perms::others_write}) {
    fs::permissions(file, others, fs::perm_options::add);
    CHECK(has(refusal(load), "chmod 600"));
    fs::permissions(file, others, fs::perm_options::remove);
  }
  for (const std::size_t length : {0, 31, 33}) {
    std::ofstream(file, std::ios::binary) << std::string(length, 'k');
    CHECK(has(refusal(load), "must hold 32 bytes"));
  }
  CHECK(has(refusal([&] { Keys::load_or_create(folder.path()); }), "key file"));
}

TEST_CASE("keys: seal and open give back every byte") {
  const Keys keys = Keys::random();
  for (const std::string& plain :
       {std::string(), std::string("a"), std::string("\0\xff\n", 3), std::string(100'000, 'x')})
    CHECK(keys.open(keys.seal(plain, "turn.text/1"), "turn.text/1") == plain);
}

TEST_CASE("keys: the same words never seal to the same bytes") {
  const Keys keys = Keys::random();
  std::set<std::string> boxes;
  for (int i = 0; i < 100; ++i) boxes.insert(keys.seal("yes", "c"));
  CHECK(boxes.size() == 100);
}

TEST_CASE("keys: a box that was altered, cut, moved or sealed by another key does not open") {
  const Keys keys = Keys::random();
  const std::string box = keys.seal("213-555-0187", "callback.fields/a");
  for (std::size_t at = 0; at < box.size(); ++at) {
    std::string altered = box;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    CHECK_THROWS_AS(keys.open(altered, "callback.fields/a"), std::runtime_error);
    CHECK_THROWS_AS(keys.open(box.substr(0, at), "callback.fields/a"), std::runtime_error);
  }
  CHECK_THROWS_AS(keys.open(box, "callback.fields/b"), std::runtime_error);
  CHECK_THROWS_AS(keys.open(box, ""), std::runtime_error);
  CHECK_THROWS_AS(Keys::random().open(box, "callback.fields/a"), std::runtime_error);
  const std::string why = refusal([&] { Keys::random().open(box, "callback.fields/a"); });
  CHECK(has(why, "another key"));
  CHECK_FALSE(has(why, "0187"));
}

TEST_CASE("keys: a blind index finds the same value again and tells nothing else") {
  const Keys keys = Keys::random();
  const std::string index = keys.blind_index("+12135550187", "phone");
  CHECK(index.size() == 32);
  CHECK(keys.blind_index("+12135550187", "phone") == index);
  CHECK(keys.blind_index("+12135550188", "phone") != index);
  CHECK(keys.blind_index("+12135550187", "token") != index);
  CHECK(Keys::random().blind_index("+12135550187", "phone") != index);
  // The purpose and the value cannot run into each other.
  CHECK(keys.blind_index("bc", "a") != keys.blind_index("c", "ab"));
}

TEST_CASE("secret file: made once with mode 0600, read without the white space at its ends") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "secrets/desk.token";
  const std::string secret = bot::read_or_make_secret(file);
  CHECK(mode_of(file) == 0600);
  CHECK(secret.size() == 64);
  CHECK(secret.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(bot::read_or_make_secret(file) == secret);
  std::ofstream(file) << " \tsesame \r\n";
  CHECK(bot::read_secret(file) == "sesame");
}

TEST_CASE("secret file: absent, empty or open to others is refused by name") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "desk.token";
  CHECK(has(refusal([&] { bot::read_secret(file); }), "desk.token"));
  bot::read_or_make_secret(file);
  std::ofstream(file) << " \n";
  CHECK(has(refusal([&] { bot::read_secret(file); }), "is empty"));
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  CHECK(has(refusal([&] { bot::read_secret(file); }), "chmod 600"));
}
