#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace bot {

/// A statement whose values are bound in the order they are named, each by its type.
class Row {
 public:
  Row(const SQLite::Database& database, const char* sql) : statement_(database, sql) {}

  Row& text(std::string_view value) {
    statement_.bind(++bound_, std::string(value));
    return *this;
  }
  Row& blob(std::string_view value) {
    statement_.bind(++bound_, value.data(), static_cast<int>(value.size()));
    return *this;
  }
  /// An empty value is NULL.
  Row& blob_or_null(std::string_view value) {
    if (!value.empty()) return blob(value);
    statement_.bind(++bound_);
    return *this;
  }
  Row& number(std::int64_t value) {
    statement_.bind(++bound_, value);
    return *this;
  }

  bool next() { return statement_.executeStep(); }
  /// Runs a change; gives the number of rows changed.
  int run() { return statement_.exec(); }
  std::string get(int column) { return statement_.getColumn(column).getString(); }
  std::int64_t get_number(int column) { return statement_.getColumn(column).getInt64(); }

 private:
  SQLite::Statement statement_;
  int bound_ = 0;
};

}  // namespace bot
