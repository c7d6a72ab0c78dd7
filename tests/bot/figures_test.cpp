#include "bot/service/figures.h"

#include <doctest/doctest.h>

TEST_CASE("figures: what was counted, in Prometheus' format") {
  bot::Figures figures;
  figures.count({"POST /webhooks/web", 200, std::chrono::microseconds(900)});
  figures.count({"POST /webhooks/web", 200, std::chrono::microseconds(9'000'000)});
  figures.count({"none", 404, std::chrono::microseconds(1'001)});
  bot::TurnFacts facts;
  facts.rung = "safety";
  facts.safety = "crisis_suicide";
  figures.count(dialogs::Channel::sms, facts);
  facts = {};
  facts.is_repeat = true;
  figures.count(dialogs::Channel::web, facts);
  facts = {};
  facts.rung = "pending";
  facts.has_stored_lead = true;
  figures.count(dialogs::Channel::web, facts);
  const auto text = figures.text();
  for (const std::string line :
       {R"(admissions_requests_total{route="POST /webhooks/web",status="200"} 2)",
        R"(admissions_requests_total{route="none",status="404"} 1)",
        R"(admissions_turns_total{channel="sms",rung="safety"} 1)",
        R"(admissions_turns_total{channel="web",rung="repeat"} 1)",
        R"(admissions_dangers_total{channel="sms",kind="crisis_suicide"} 1)",
        R"(admissions_leads_total{channel="web"} 1)",
        R"(admissions_request_seconds_bucket{route="POST /webhooks/web",le="0.001000"} 1)",
        R"(admissions_request_seconds_bucket{route="POST /webhooks/web",le="2.500000"} 1)",
        R"(admissions_request_seconds_bucket{route="POST /webhooks/web",le="+Inf"} 2)",
        R"(admissions_request_seconds_bucket{route="none",le="0.001000"} 0)",
        R"(admissions_request_seconds_count{route="POST /webhooks/web"} 2)"}) {
    CAPTURE(line);
    CHECK(("\n" + text).find("\n" + line + "\n") != std::string::npos);
  }
}
