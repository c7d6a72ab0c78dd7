#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/store/callback_rows.h"

// The SQL of lists of callbacks, page by page.
namespace bot {

/// Which callbacks, and in which order.
enum class View {
  open,      ///< all that are still to be called: in calling order, those that sleep last
  queue,     ///< those that may be called now, in calling order
  mine,      ///< those that `holder` has claimed
  sleeping,  ///< those whose window or next attempt is to come
  review,    ///< those that a person decides about, the longest waiting first
  closed,    ///< the others, the latest change first
  all,       ///< the latest change first
};

std::optional<View> view_of(std::string_view name);

struct ListQuery {
  View view = View::open;
  std::string holder = {};   ///< for View::mine
  std::string state = {};    ///< only this; empty: every
  std::string channel = {};  ///< only this; empty: every
  std::optional<bool> urgent = {};
  std::optional<std::int64_t> from_ms = {};  ///< asked for then or later
  std::optional<std::int64_t> to_ms = {};    ///< asked for before then
  int limit = 100;
  std::string cursor = {};   ///< where the page before ended; empty: the first page
  /// The oldest request first, whatever the view: pages miss none that changes meanwhile.
  bool by_age = false;
};

struct ListPage {
  std::vector<Callback> callbacks;
  std::string next_cursor;  ///< empty on the last page
};

struct ListCounts {
  std::int64_t queue = 0;
  std::int64_t mine = 0;
  std::int64_t sleeping = 0;
  std::int64_t review = 0;
  std::int64_t crisis = 0;     ///< still to be called
  std::int64_t newest_ms = 0;  ///< when the newest still to be called came; 0: there is none
};

/// Nothing where the cursor is not one of this view's.
std::optional<ListPage> select_page(const SQLite::Database& database, const Keys& keys,
                                    const ListQuery& query);
ListCounts select_counts(const SQLite::Database& database, std::string_view holder);
/// Grows with everything that a list shows.
std::int64_t select_changes(const SQLite::Database& database);

}  // namespace bot
