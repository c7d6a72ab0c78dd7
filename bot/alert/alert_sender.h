#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "bot/alert/alert.h"
#include "bot/alert/alert_config.h"
#include "bot/assistant.h"
#include "bot/store/outbox.h"

namespace bot {

/// How long to wait after a try that failed: doubled each time to the longest, of which up to half
/// is left to chance, so that many do not come back together; never shorter than the receiver asks.
std::int64_t alert_wait_ms(const AlertConfig& config, const Alert& alert, const Telling& telling,
                           double chance);

/// A thread that tells the desk what waits in the outbox, until it is told or too old, and reminds
/// of urgent callbacks that nobody took. Every alert is told at least once; a receiver knows a
/// repetition by its id. Those that have ended are forgotten after `keep_days`.
class AlertSender {
 public:
  using Observer = std::function<void(const Alert&, const Telling&)>;

  /// `outbox` outlives it. `observer` is called from its thread. Does nothing where no way is
  /// enabled.
  AlertSender(const AlertConfig& config, Outbox& outbox, Clock clock, Observer observer);
  ~AlertSender();  ///< after the try that is being made
  AlertSender(const AlertSender&) = delete;
  AlertSender& operator=(const AlertSender&) = delete;

 private:
  void work();
  void send_due();
  void forget_old();
  Telling tell(const Alert& alert) const;
  void settle(const Alert& alert, Telling telling);

  const AlertConfig config_;
  Outbox& outbox_;
  const Clock clock_;
  const Observer observer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closing_ = false;
  std::int64_t forgets_at_ms_ = 0;  ///< the thread's alone
  std::thread thread_;
};

}  // namespace bot
