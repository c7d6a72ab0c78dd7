#include "bot/store/list_rows.h"

#include <array>
#include <charconv>

#include "bot/desk/callback_state.h"

namespace bot {
namespace {

constexpr std::array<std::string_view, 7> kViews = {"open",   "queue",  "mine", "sleeping",
                                                    "review", "closed", "all"};

// Left to itself SQLite finds an index for the states first, and then sorts all that it found: each
// view names the index that has its order.

/// The order of a view: what a cursor names, the numbers first, the id last.
struct Order {
  int numbers = 0;
  const char* after = "";  ///< the rows that follow a cursor
  const char* by = "";
};

constexpr Order kCalling{4,
                         "(asleep, 1 - urgent, due_ms, created_at_ms, id) > (?, ?, ?, ?, ?)",
                         "asleep, urgent DESC, due_ms, created_at_ms, id"};
constexpr Order kOldestChange{1, "(updated_at_ms, id) > (?, ?)", "updated_at_ms, id"};
constexpr Order kLatestChange{1, "(updated_at_ms, id) < (?, ?)", "updated_at_ms DESC, id DESC"};
constexpr Order kAge{1, "(created_at_ms, id) > (?, ?)", "created_at_ms, id"};

const Order& order_of(const ListQuery& query) {
  const auto view = query.view;
  if (query.by_age) return kAge;
  if (view == View::review) return kOldestChange;
  return view == View::closed || view == View::all ? kLatestChange : kCalling;
}

std::string condition(View view) {
  const std::string open = "status IN (" + sql_states(DeskList::queue) + ")";
  switch (view) {
    case View::open: return open;
    case View::queue: return open + " AND asleep = 0";
    case View::sleeping: return open + " AND asleep = 1";
    case View::mine: return "status = 'claimed' AND holder = ?";
    case View::review: return "status IN (" + sql_states(DeskList::review) + ")";
    case View::closed: return "status IN (" + sql_states(DeskList::closed) + ")";
    case View::all: return "1";
  }
  return "1";
}

const char* index_of(View view) {
  switch (view) {
    case View::open:
    case View::queue:
    case View::sleeping: return "INDEXED BY callback_in_order ";
    case View::closed:
    case View::all: return "INDEXED BY callback_by_change ";
    case View::mine:
    case View::review: return "";  // few
  }
  return "";
}

std::string cursor_of(const Order& order, const Callback& last) {
  if (&order == &kAge) return std::to_string(last.created_at_ms) + "." + last.id;
  if (order.numbers == 1) return std::to_string(last.updated_at_ms) + "." + last.id;
  return std::to_string(last.asleep ? 1 : 0) + "." + std::to_string(last.urgent ? 0 : 1) + "." +
         std::to_string(last.due_ms) + "." + std::to_string(last.created_at_ms) + "." + last.id;
}

struct Cursor {
  std::vector<std::int64_t> numbers;
  std::string id;
};

std::optional<Cursor> parsed(const Order& order, std::string_view text) {
  Cursor cursor;
  for (int i = 0; i < order.numbers; ++i) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    std::int64_t value = 0;
    const auto* end = text.data() + dot;
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc() || stop != end) return std::nullopt;
    cursor.numbers.push_back(value);
    text.remove_prefix(dot + 1);
  }
  if (text.empty() || text.find('.') != std::string_view::npos) return std::nullopt;
  cursor.id = text;
  return cursor;
}

/// Whether what follows is all of one urgency: then the index leads straight to it.
bool is_past_the_urgent(const ListQuery& query, const Cursor& cursor) {
  return !query.by_age && (query.view == View::queue || query.view == View::sleeping) &&
         cursor.numbers[1] == 1;
}

std::string page_sql(const ListQuery& query, const Order& order, bool has_cursor, bool seeks) {
  std::string sql = kSelectCallback +
                    (query.by_age ? "INDEXED BY callback_by_age " : index_of(query.view)) +
                    "WHERE " + condition(query.view);
  if (!query.state.empty()) sql += " AND status = ?";
  if (!query.channel.empty()) sql += " AND channel = ?";
  if (query.urgent) sql += *query.urgent ? " AND urgent = 1" : " AND urgent = 0";
  if (query.from_ms) sql += " AND created_at_ms >= ?";
  if (query.to_ms) sql += " AND created_at_ms < ?";
  if (has_cursor) sql += std::string(" AND ") + order.after;
  if (seeks) sql += " AND urgent = 0 AND due_ms >= ?";
  return sql + " ORDER BY " + order.by + " LIMIT ?";
}

std::int64_t count(const SQLite::Database& database, const std::string& where,
                   std::optional<std::string_view> holder) {
  Row row(database, ("SELECT count(*) FROM callback WHERE " + where).c_str());
  if (holder) row.text(*holder);
  row.next();
  return row.get_number(0);
}

}  // namespace

std::optional<View> view_of(std::string_view name) {
  for (std::size_t i = 0; i < kViews.size(); ++i)
    if (kViews[i] == name) return static_cast<View>(i);
  return std::nullopt;
}

std::optional<ListPage> select_page(const SQLite::Database& database, const Keys& keys,
                                    const ListQuery& query) {
  const auto& order = order_of(query);
  std::optional<Cursor> cursor;
  if (!query.cursor.empty() && !(cursor = parsed(order, query.cursor))) return std::nullopt;
  const bool seeks = cursor && is_past_the_urgent(query, *cursor);
  Row row(database, page_sql(query, order, cursor.has_value(), seeks).c_str());
  if (query.view == View::mine) row.text(query.holder);
  if (!query.state.empty()) row.text(query.state);
  if (!query.channel.empty()) row.text(query.channel);
  if (query.from_ms) row.number(*query.from_ms);
  if (query.to_ms) row.number(*query.to_ms);
  if (cursor) {
    for (const auto number : cursor->numbers) row.number(number);
    row.text(cursor->id);
    if (seeks) row.number(cursor->numbers[2]);
  }
  row.number(query.limit + 1);
  ListPage page;
  while (row.next()) {
    if (page.callbacks.size() == static_cast<std::size_t>(query.limit)) {
      page.next_cursor = cursor_of(order, page.callbacks.back());
      break;
    }
    page.callbacks.push_back(callback_of(row, database, keys));
  }
  return page;
}

ListCounts select_counts(const SQLite::Database& database, std::string_view holder) {
  static const std::string sql =
      "SELECT count(*) FILTER (WHERE asleep = 0), count(*) FILTER (WHERE asleep = 1), "
      "count(*) FILTER (WHERE urgent = 1) FROM callback INDEXED BY callback_counted WHERE " +
      condition(View::open);
  ListCounts counts;
  Row row(database, sql.c_str());
  row.next();
  counts.queue = row.get_number(0);
  counts.sleeping = row.get_number(1);
  counts.crisis = row.get_number(2);
  counts.review = count(database, condition(View::review), std::nullopt);
  static const std::string newest =
      "SELECT created_at_ms FROM callback INDEXED BY callback_newest WHERE " +
      condition(View::open) + " ORDER BY created_at_ms DESC LIMIT 1";
  if (Row last(database, newest.c_str()); last.next()) counts.newest_ms = last.get_number(0);
  counts.mine = count(database, condition(View::mine), holder);
  return counts;
}

std::int64_t select_changes(const SQLite::Database& database) {
  Row row(database, "SELECT changes FROM desk_change");
  return row.next() ? row.get_number(0) : 0;
}

}  // namespace bot
