#include "bot/alert/alert_sender.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "bot/alert/email.h"
#include "bot/alert/webhook.h"
#include "bot/store/store.h"

namespace bot {
namespace {

constexpr std::chrono::milliseconds kPause{1000};
constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr int kAlertsAtOnce = 20;
constexpr int kDoublingsMax = 20;

double some_chance() {
  constexpr std::uint32_t kSteps = 1 << 16;
  return static_cast<double>(randombytes_uniform(kSteps)) / kSteps;
}

}  // namespace

std::int64_t alert_wait_ms(const AlertConfig& config, const Alert& alert, const Telling& telling,
                           double chance) {
  const auto doublings = std::min(alert.tries, kDoublingsMax);
  const auto doubled = config.retry_first_s * (std::int64_t{1} << doublings);
  const auto longest = static_cast<double>(std::min<std::int64_t>(doubled, config.retry_max_s));
  const auto wait_s = longest * (1 - chance / 2);
  return std::max(static_cast<std::int64_t>(wait_s * kSecondMs),
                  telling.retry_after_s * kSecondMs);
}

AlertSender::AlertSender(const AlertConfig& config, Outbox& outbox, Clock clock, Observer observer)
    : config_(config),
      outbox_(outbox),
      clock_(std::move(clock)),
      observer_(std::move(observer)),
      thread_([this] {
        if (!config_.ways().empty()) work();
      }) {}

AlertSender::~AlertSender() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void AlertSender::work() {
  for (;;) {
    try {
      outbox_.escalate(config_.ways(), config_.escalate_after_s * kSecondMs, clock_());
      send_due();
      forget_old();
    } catch (const StoreUnavailable&) {
      // What could not be marked as told is told again.
    }
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, kPause, [this] { return closing_; })) return;
  }
}

void AlertSender::send_due() {
  for (const auto& alert : outbox_.due(clock_(), kAlertsAtOnce)) {
    {
      const std::lock_guard lock(mutex_);
      if (closing_) return;
    }
    settle(alert, tell(alert));
  }
}

void AlertSender::forget_old() {
  const auto now_ms = clock_();
  if (now_ms < forgets_at_ms_) return;
  outbox_.forget(now_ms - config_.keep_days * kDayMs);
  forgets_at_ms_ = now_ms + kHourMs;
}

Telling AlertSender::tell(const Alert& alert) const {
  if (alert.way == "webhook" && config_.webhook.enabled)
    return tell_webhook(alert, config_.webhook, config_.timeout_s, clock_());
  if (alert.way == "email" && config_.email.enabled)
    return tell_email(alert, config_.email, config_.timeout_s, clock_());
  return {Telling::Result::never, "not configured", 0};
}

void AlertSender::settle(const Alert& alert, Telling telling) {
  const auto now_ms = clock_();
  const auto wait_ms = alert_wait_ms(config_, alert, telling, some_chance());
  const auto last_ms = alert.created_at_ms + config_.give_up_after_hours * kHourMs;
  if (telling.result == Telling::Result::later && now_ms + wait_ms > last_ms)
    telling.result = Telling::Result::never;
  switch (telling.result) {
    case Telling::Result::told: outbox_.told(alert.id, now_ms); break;
    case Telling::Result::later: outbox_.try_again(alert.id, telling.why, now_ms + wait_ms); break;
    case Telling::Result::never: outbox_.give_up(alert.id, telling.why, now_ms); break;
  }
  observer_(alert, telling);
}

}  // namespace bot
