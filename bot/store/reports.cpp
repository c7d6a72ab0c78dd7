#include "bot/store/reports.h"

#include "bot/store/callback_rows.h"
#include "bot/store/conversation_rows.h"
#include "bot/store/database.h"
#include "bot/store/row.h"

namespace bot {
namespace {

Row in_range(const SQLite::Database& database, const char* sql, const ReportRange& range) {
  Row row(database, sql);
  row.number(range.from_ms).number(range.to_ms);
  return row;
}

std::vector<std::int64_t> durations(const SQLite::Database& database, const char* column,
                                    const ReportRange& range) {
  const std::string until(column);
  Row row = in_range(database,
                     ("SELECT " + until + " - created_at_ms FROM callback WHERE created_at_ms >= ? "
                      "AND created_at_ms < ? AND " + until + " <> 0 ORDER BY 1")
                         .c_str(),
                     range);
  std::vector<std::int64_t> values;
  while (row.next()) values.push_back(row.get_number(0));
  return values;
}

void count_promises(const SQLite::Database& database, const ReportRange& range,
                    std::int64_t now_ms, DeskFigures& figures) {
  static const std::string sql =
      "SELECT promise_due_ms, first_attempt_at_ms, promise_missed, " + ended_at_sql() +
      " FROM callback WHERE created_at_ms >= ? AND created_at_ms < ?";
  Row row = in_range(database, sql.c_str(), range);
  while (row.next()) {
    const auto ended_ms = row.get_number(3);
    const auto state = promise_state(row.get_number(0), row.get_number(1), row.get_number(2) != 0,
                                     ended_ms == 0 ? now_ms : ended_ms);
    if (state == PromiseState::kept) ++figures.promises_kept;
    if (state == PromiseState::missed) ++figures.promises_missed;
    if (state == PromiseState::open && ended_ms == 0) ++figures.promises_open;
  }
}

void count_entered(const SQLite::Database& database, const ReportRange& range,
                   DeskFigures& figures) {
  Row row = in_range(database,
                     "SELECT created_at_ms / 900000 * 900000, channel, count(*) FROM callback "
                     "WHERE created_at_ms >= ? AND created_at_ms < ? GROUP BY 1, 2",
                     range);
  while (row.next())
    figures.entered.push_back({row.get_number(0), row.get(1), row.get_number(2)});
}

void count_funnel(const SQLite::Database& database, const ReportRange& range,
                  DeskFigures& figures) {
  Row chats = in_range(database,
                       "SELECT count(*) FROM (SELECT conversation_id FROM turn WHERE at_ms >= ?1 "
                       "AND at_ms < ?2 UNION SELECT conversation_id FROM callback "
                       "WHERE created_at_ms >= ?1 AND created_at_ms < ?2)",
                       range);
  if (chats.next()) figures.chats = chats.get_number(0);
  Row cards = in_range(
      database,
      "SELECT count(*), total(reached_at_ms <> 0), total(EXISTS (SELECT 1 FROM event "
      "WHERE callback_id = callback.id AND what = 'scheduled')) FROM callback WHERE id IN "
      "(SELECT iif(merged_into = '', id, merged_into) FROM callback "
      "WHERE created_at_ms >= ? AND created_at_ms < ?)",
      range);
  if (!cards.next()) return;
  figures.leads = cards.get_number(0);
  figures.reached = cards.get_number(1);
  figures.scheduled = cards.get_number(2);
}

void count_outcomes(const SQLite::Database& database, const ReportRange& range,
                    DeskFigures& figures) {
  Row row = in_range(database,
                     "SELECT outcome, count(*) FROM attempt WHERE at_ms >= ? AND at_ms < ? "
                     "AND undone_at_ms = 0 GROUP BY outcome",
                     range);
  while (row.next()) figures.outcomes[row.get(0)] = row.get_number(1);
}

}  // namespace

DeskFigures Reports::desk(const ReportRange& range, std::int64_t now_ms) const {
  return database_.read([&](SQLite::Database& database) {
    DeskFigures figures;
    figures.to_attempt_ms = durations(database, "first_attempt_at_ms", range);
    figures.to_conversation_ms = durations(database, "reached_at_ms", range);
    count_promises(database, range, now_ms, figures);
    count_entered(database, range, figures);
    count_funnel(database, range, figures);
    count_outcomes(database, range, figures);
    return figures;
  });
}

AskedFigures Reports::asked(const ReportRange& range, int turns_max) const {
  return database_.read([&](SQLite::Database& database) {
    AskedFigures figures;
    figures.from_ms = range.from_ms;
    int read = 0;
    const auto count = [&](AnsweredTurn&& turn) {
      for (const auto& topic : turn.topics) ++figures.topics[topic];
      if (turn.unanswered) figures.unanswered.push_back(*std::move(turn.unanswered));
      if (++read == turns_max) figures.from_ms = turn.at_ms;
    };
    select_answered(database, database_.keys(), range.from_ms, range.to_ms, turns_max, count);
    return figures;
  });
}

}  // namespace bot
