#include "bot/service/figures.h"

#include <string_view>

#include "bot/store/channel_name.h"

namespace bot {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;

std::string label(std::string_view name, std::string_view value) {
  return std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string seconds(std::int64_t microseconds) {
  return std::to_string(static_cast<double>(microseconds) / kMicrosecondsPerSecond);
}

}  // namespace

void Figures::count(const Served& served) {
  const std::lock_guard lock(mutex_);
  const auto route = label("route", served.route);
  ++requests_[route + "," + label("status", std::to_string(served.status))];
  Times& times = times_[route];
  std::size_t bucket = 0;
  while (bucket < kBounds.size() && served.took.count() > kBounds[bucket]) ++bucket;
  ++times.buckets[bucket];
  ++times.count;
  times.sum_us += served.took.count();
}

void Figures::count(dialogs::Channel channel, const TurnFacts& facts) {
  const std::lock_guard lock(mutex_);
  const auto where = label("channel", name_of(channel));
  ++turns_[where + "," + label("rung", facts.is_repeat ? "repeat" : facts.rung)];
  if (!facts.safety.empty()) ++dangers_[where + "," + label("kind", facts.safety)];
  if (facts.has_stored_lead) ++leads_[where];
}

void Figures::count(const Alert& alert, const Telling& telling) {
  const std::lock_guard lock(mutex_);
  ++alerts_[label("way", alert.way) + "," + label("result", name_of(telling.result))];
}

void Figures::write(std::string& out, const char* name, const char* help, const Counts& counts) {
  out += std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " counter\n";
  for (const auto& [labels, count] : counts)
    out += std::string(name) + "{" + labels + "} " + std::to_string(count) + "\n";
}

std::string Figures::text() const {
  const std::lock_guard lock(mutex_);
  std::string out;
  write(out, "admissions_requests_total", "Requests answered.", requests_);
  write(out, "admissions_turns_total", "Messages answered, by the ladder's step.", turns_);
  write(out, "admissions_dangers_total", "Messages that showed danger.", dangers_);
  write(out, "admissions_leads_total", "Requests for a callback stored.", leads_);
  write(out, "admissions_alerts_total", "Tries to tell the desk; 'never' was given up.", alerts_);
  const std::string name = "admissions_request_seconds";
  out += "# HELP " + name + " Time to an answer.\n# TYPE " + name + " histogram\n";
  for (const auto& [route, times] : times_) {
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < times.buckets.size(); ++i) {
      so_far += times.buckets[i];
      const auto bound = i < kBounds.size() ? seconds(kBounds[i]) : std::string("+Inf");
      out += name + "_bucket{" + route + "," + label("le", bound) + "} " + std::to_string(so_far) +
             "\n";
    }
    out += name + "_sum{" + route + "} " + seconds(times.sum_us) + "\n";
    out += name + "_count{" + route + "} " + std::to_string(times.count) + "\n";
  }
  return out;
}

}  // namespace bot
