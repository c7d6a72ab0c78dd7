#include <doctest/doctest.h>

#include <sqlite3.h>

#include "bot/store/callback_queue.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Store;
using tests::Visitor;

namespace {

/// Each stands in a field of its own, so that a leak names its source.
const std::vector<std::string> kPlanted = {
    "Zebulonia",  "+12135550187",  "213-555-0187",      "12135550187",       "+13235550142",
    "quixotic",   "marmalade",     "zebra@example.org", "clinic.example",    "trapezoid",
    "wombat",     "token-of-c1",   "Penelope",          "gazpacho",          "America/Boise",
    "bumblebee",  "kaleidoscope"};

void plant(Store& store) {
  Visitor web("c1");
  web.conversation().page = "https://clinic.example/trapezoid";
  web.conversation().zone = "America/Boise";
  auto& session = web.conversation().session;
  session.slots = {{"email", "zebra@example.org"}, {"name", "Penelope"}};
  session.offer = "bumblebee";
  store.commit(web.says("I feel quixotic"));
  auto chosen = web.says("");
  chosen.choice = "kaleidoscope";
  chosen.language_hint = "wombat";
  store.commit(chosen);
  session.slots["insurer"] = "marmalade";
  store.commit(web.leaves_details("Zebulonia", "+12135550187"));
  bot::CallbackQueue(store).claim("c1-1", "dana", Visitor::kStart, 1000);
  bot::CallbackQueue(store).record_attempt("c1-1", {"busy", "ask for gazpacho, 213-555-0187", "dana", Visitor::kStart});
  Visitor sms("c2", "+13235550142");
  store.commit(sms.says("STOP", {dialogs::Effect::opt_out}));
}

}  // namespace

TEST_CASE("sealing: planted words are in no file of the store, written, read and closed") {
  const tests::TemporaryFolder folder;
  const auto keys = bot::Keys::load_or_create(folder / "secrets/sealing.key");
  const auto look = [&](const std::string& when) {
    int files = 0;
    std::size_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      if (!entry.is_regular_file()) continue;
      ++files;
      const std::string content = tests::bytes_of(entry.path());
      bytes += content.size();
      for (const auto& word : kPlanted)
        CHECK_MESSAGE(content.find(word) == std::string::npos, word, " is in ",
                      entry.path().filename().string(), " ", when);
    }
    return std::make_pair(files, bytes);
  };
  {
    Store store({folder / "data/s.sqlite"}, keys);
    plant(store);
    // The database, its WAL, the WAL's index, the key.
    const auto [files, bytes] = look("while it is open");
    CHECK(files == 4);
    CHECK(bytes > 10'000);
    // What was written is there to be read: the words were really stored.
    CHECK(store.turns("c1").at(0).text == "I feel quixotic");
    CHECK(std::get<std::string>(store.find_callback("c1-1")->fields.at("name")) == "Zebulonia");
    store.erase("c1", Visitor::kStart);
    look("after erasing");
  }
  look("after closing");
}

TEST_CASE("sealing: a box moved to another row does not open there") {
  const tests::TemporaryFolder folder;
  const auto keys = bot::Keys::random();
  Store store({folder / "s.sqlite"}, keys);
  Visitor one("c1");
  Visitor two("c2");
  store.commit(one.leaves_details("Dana", "+12135550187"));
  store.commit(two.leaves_details("Omar", "+12135550188"));
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open((folder / "s.sqlite").c_str(), &raw) == SQLITE_OK);
  REQUIRE(sqlite3_exec(raw,
                       "UPDATE callback SET sealed_fields = (SELECT sealed_fields FROM callback "
                       "WHERE id = 'c2-1') WHERE id = 'c1-1'",
                       nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(raw);
  CHECK_THROWS_AS(store.find_callback("c1-1"), std::runtime_error);
  CHECK(store.find_callback("c2-1"));
}

TEST_CASE("sealing: another key reads nothing and finds nobody") {
  const tests::TemporaryFolder folder;
  {
    Store store({folder / "s.sqlite"}, bot::Keys::random());
    plant(store);
  }
  const Store thief({folder / "s.sqlite"}, bot::Keys::random());
  CHECK_THROWS_AS(thief.find_conversation("c1"), std::runtime_error);
  CHECK_THROWS_AS(thief.turns("c1"), std::runtime_error);
  CHECK_THROWS_AS(thief.callbacks(10), std::runtime_error);
  CHECK(thief.find_callbacks_by_phone("+12135550187").empty());
  CHECK_FALSE(thief.is_suppressed("+13235550142"));
  CHECK_FALSE(thief.find_by_token("token-of-c1"));
}
