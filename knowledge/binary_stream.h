#pragma once

#include <cstdint>
#include <istream>
#include <ostream>
#include <string>
#include <type_traits>
#include <vector>

namespace knowledge {

/// Values in a model file, as this machine lays them out: the file is a cache, never carried.
template <typename Value>
void write_value(std::ostream& out, const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Value>
void write_values(std::ostream& out, const std::vector<Value>& values) {
  static_assert(std::is_trivially_copyable_v<Value>);
  write_value(out, static_cast<std::uint64_t>(values.size()));
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(Value)));
}

inline void write_text(std::ostream& out, const std::string& text) {
  write_values(out, std::vector<char>(text.begin(), text.end()));
}

template <typename Value>
bool read_value(std::istream& in, Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  return static_cast<bool>(in.read(reinterpret_cast<char*>(&value), sizeof value));
}

/// More than this in one list is damage.
inline constexpr std::uint64_t kStreamBytesMax = 1ULL << 30;

template <typename Value>
bool read_values(std::istream& in, std::vector<Value>& values) {
  static_assert(std::is_trivially_copyable_v<Value>);
  std::uint64_t size = 0;
  if (!read_value(in, size) || size > kStreamBytesMax / sizeof(Value)) return false;
  values.resize(size);
  return static_cast<bool>(in.read(reinterpret_cast<char*>(values.data()),
                                   static_cast<std::streamsize>(size * sizeof(Value))));
}

inline bool read_text(std::istream& in, std::string& text) {
  std::vector<char> bytes;
  if (!read_values(in, bytes)) return false;
  text.assign(bytes.begin(), bytes.end());
  return true;
}

}  // namespace knowledge
