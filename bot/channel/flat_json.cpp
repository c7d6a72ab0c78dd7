#include "bot/channel/flat_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace bot {
namespace {

using nlohmann::json;

std::string names(const std::vector<std::string_view>& known) {
  std::string list;
  for (const auto name : known) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

/// Stops at the first thing that does not belong; nothing nested is ever built.
class FlatObjectReader : public nlohmann::json_sax<json> {
 public:
  explicit FlatObjectReader(const std::vector<std::string_view>& known) : known_(known) {}

  bool start_object(std::size_t) override {
    if (in_object_) return wrong_type();
    return in_object_ = true;
  }
  bool end_object() override { return true; }

  bool key(string_t& name) override {
    if (std::find(known_.begin(), known_.end(), name) == known_.end())
      return reject("unknown-key", "The body has a key that is not known here.",
                    "Known are: " + names(known_) + ".");
    key_ = name;
    if (!seen_.emplace(name, "").second)
      return reject("duplicate-key", "A key stands twice.", "Send '" + key_ + "' once.");
    return true;
  }

  bool string(string_t& value) override {
    if (!in_object_) return not_object();
    if (value.find('\0') != std::string::npos)
      return reject("nul-character", "A value holds a NUL character.",
                    "Send '" + key_ + "' without it.");
    values_[key_] = std::move(value);
    return true;
  }
  bool null() override { return in_object_ || not_object(); }
  bool boolean(bool) override { return wrong_type(); }
  bool number_integer(number_integer_t) override { return wrong_type(); }
  bool number_unsigned(number_unsigned_t) override { return wrong_type(); }
  bool number_float(number_float_t, const string_t&) override { return wrong_type(); }
  bool binary(binary_t&) override { return wrong_type(); }
  bool start_array(std::size_t) override { return wrong_type(); }
  bool end_array() override { return true; }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return reject("not-json", "The body is not JSON in UTF-8.", "Send one JSON object.");
  }

  std::variant<FlatJson, Rejection> result() && {
    if (!rejection_.type.empty()) return std::move(rejection_);
    return std::move(values_);
  }

 private:
  bool reject(std::string type, std::string title, std::string detail) {
    rejection_ = {400, std::move(type), std::move(title), std::move(detail)};
    return false;
  }
  bool not_object() {
    return reject("not-an-object", "The body is not a JSON object.", "Send one JSON object.");
  }
  bool wrong_type() {
    if (!in_object_) return not_object();
    return reject("wrong-type", "A value has the wrong type.", "Send '" + key_ + "' as a string.");
  }

  const std::vector<std::string_view>& known_;
  bool in_object_ = false;
  std::string key_;
  FlatJson seen_;
  FlatJson values_;
  Rejection rejection_;
};

}  // namespace

std::variant<FlatJson, Rejection> read_flat_json(std::string_view body,
                                                 const std::vector<std::string_view>& known) {
  FlatObjectReader reader(known);
  json::sax_parse(body, &reader);
  return std::move(reader).result();
}

}  // namespace bot
