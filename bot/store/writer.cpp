#include "bot/store/writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <stdexcept>
#include <utility>

#include "bot/store/store.h"

namespace bot {
namespace {

void undo(SQLite::Database& database) noexcept {
  database.tryExec("ROLLBACK");  // fails where SQLite has rolled back already
}

}  // namespace

Writer::Writer(Open open, std::size_t waiting_max, std::size_t group_max)
    : open_(std::move(open)),
      waiting_max_(waiting_max),
      group_max_(group_max),
      database_(open_()),
      thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Writer::run(Job job) {
  auto waiting = std::make_unique<Waiting>();
  waiting->job = std::move(job);
  auto done = waiting->done.get_future();
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || waiting_.size() >= waiting_max_)
      throw StoreUnavailable("too many writes are waiting");
    waiting_.push_back(std::move(waiting));
  }
  changed_.notify_all();
  done.get();
}

void Writer::work() {
  for (;;) {
    Group group;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      while (!waiting_.empty() && group.size() < group_max_) {
        group.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
    }
    commit(group);
    for (auto& waiting : group) {
      if (waiting->failure) waiting->done.set_exception(waiting->failure);
      else waiting->done.set_value();
    }
  }
}

void Writer::commit(Group& group) {
  try {
    if (!database_) database_ = open_();
    database_->exec("BEGIN IMMEDIATE");
    run_each(group);
    database_->exec("COMMIT");
  } catch (const std::exception&) {
    const auto unavailable =
        std::make_exception_ptr(StoreUnavailable("the database takes no writes now"));
    for (auto& waiting : group) waiting->failure = unavailable;
    if (database_) undo(*database_);
    // A connection that failed to open, to begin or to commit is not trusted further.
    database_.reset();
  }
}

/// Each job in a savepoint of its own, so that one that fails takes none with it.
void Writer::run_each(Group& group) {
  for (auto& waiting : group) {
    database_->exec("SAVEPOINT job");
    try {
      waiting->job(*database_);
    } catch (const SQLite::Exception& failure) {
      // The disk or the file: no job of this group can be trusted to have been written.
      if (failure.getErrorCode() != SQLITE_CONSTRAINT) throw;
      waiting->failure = std::make_exception_ptr(std::logic_error("a row stands there already"));
    } catch (...) {
      waiting->failure = std::current_exception();
    }
    if (waiting->failure) database_->exec("ROLLBACK TO job");
    database_->exec("RELEASE job");
  }
}

}  // namespace bot
