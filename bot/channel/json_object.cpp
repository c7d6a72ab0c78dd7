#include "bot/channel/json_object.h"

#include <algorithm>
#include <string>

namespace bot {

std::variant<nlohmann::json, Rejection> read_json_object(
    std::string_view body, const std::vector<std::string_view>& known) {
  constexpr int kDepthMax = 4;
  bool is_bad = false;
  const auto judge = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
    is_bad = is_bad || depth > kDepthMax;
    if (event == nlohmann::json::parse_event_t::value && value.is_string())
      is_bad = is_bad || value.get_ref<const std::string&>().find('\0') != std::string::npos;
    return !is_bad;
  };
  auto json = nlohmann::json::parse(body, judge, false);
  if (is_bad || !json.is_object())
    return Rejection{400, "not-an-object", "The body is not a JSON object in UTF-8.",
                     "Send one JSON object."};
  std::string names;
  for (const auto name : known) names += (names.empty() ? "" : ", ") + std::string(name);
  for (const auto& [key, value] : json.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      return Rejection{400, "unknown-key", "The body has a key that is not known here.",
                       "Known are: " + names + "."};
  return json;
}

}  // namespace bot
