#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bot/account/caller.h"
#include "bot/store/callback.h"
#include "bot/store/list_rows.h"
#include "bot/store/once.h"
#include "bot/store/store.h"

namespace SQLite {
class Database;
}

namespace bot {

/// What came of asking for the next; used like an optional that says why it is none.
struct ClaimedNext {
  Verdict verdict = Verdict::not_found;
  std::optional<Callback> callback = {};

  bool has_value() const { return callback.has_value(); }
  explicit operator bool() const { return has_value(); }
  const Callback* operator->() const { return &callback.value(); }
};

/// What coordinators do with callbacks. Two holders of one callback are impossible: a claim is one
/// conditional UPDATE on the one writer. Thread-safe. Every call that changes something returns
/// after the change is on the disk, or throws StoreUnavailable. Times are UTC milliseconds.
class CallbackQueue {
 public:
  /// `store` outlives the queue.
  explicit CallbackQueue(const Store& store) : database_(store.database()) {}
  /// The same queue, as `caller` works at it: each change but a renewal stands in the audit, by its
  /// own transaction. The same request sent again, by `once`, is carried out once: it is done, or
  /// key_reused where its key came with another. `caller` outlives it.
  CallbackQueue worked_by(const Caller& caller, Once once = {}) const {
    return {database_, caller, std::move(once)};
  }

  /// The first that may be called now and that nobody holds; not_found where there is none. Sent
  /// again, the one that was claimed then, as it is now.
  ClaimedNext claim_next(std::string_view holder, std::int64_t now_ms, std::int64_t lease_ms);
  Verdict claim(std::string_view id, std::string_view holder, std::int64_t now_ms,
                std::int64_t lease_ms, bool takes_over = false);
  Verdict renew(std::string_view id, std::string_view holder, std::int64_t now_ms,
                std::int64_t lease_ms);
  Verdict release(std::string_view id, std::string_view holder, std::int64_t now_ms);
  Verdict record_attempt(std::string_view id, const Attempt& attempt);
  /// Takes back the outcome that `by` has just logged: undo_outcome().
  Verdict undo(std::string_view id, std::string_view by, std::int64_t now_ms,
               std::int64_t lease_ms);

  /// done; stale where the card has changed since; not_allowed where the states do not lead there.
  Verdict change(std::string_view id, const CardChange& change);
  Verdict add_note(std::string_view id, const CardNote& note);
  Verdict acknowledge(std::string_view id, std::string_view by, std::int64_t now_ms);
  /// Puts `id` on the card `into`. Of a claimed callback only its holder may.
  Verdict merge(std::string_view id, std::string_view into, std::string_view by,
                std::int64_t now_ms);
  Verdict unmerge(std::string_view id, std::string_view by, std::int64_t now_ms);

  /// What time has changed since the last call: leases that ran out, windows that opened or closed,
  /// answers with secrets that were kept long enough.
  /// Lists show it after this. Writes only where there is something.
  void keep_time(std::int64_t now_ms);

  std::optional<ListPage> page(const ListQuery& query) const;
  ListCounts counts(std::string_view holder) const;
  std::int64_t changes() const;  ///< grows with everything that a list shows
  std::optional<Callback> find(std::string_view id) const;
  CardHistory history(std::string_view id) const;

 private:
  CallbackQueue(Database& database, const Caller& caller, Once once)
      : database_(database), caller_(&caller), once_(std::move(once)) {}
  Verdict carried_out(std::string_view id, std::int64_t now_ms,
                      const std::function<Verdict(const Bench&)>& act) const;
  /// The same, where it is done only while `holder` holds it: a claim that is sent again after
  /// somebody else took the callback over is none.
  Verdict carried_out_by_holder(std::string_view id, std::string_view holder, std::int64_t now_ms,
                                const std::function<Verdict(const Bench&)>& act) const;
  Verdict noted(SQLite::Database& database, Verdict verdict, const char* what, std::string_view id,
                std::int64_t now_ms, std::string detail = {}) const;

  Database& database_;
  const Caller* caller_ = nullptr;
  Once once_ = {};
};

}  // namespace bot
