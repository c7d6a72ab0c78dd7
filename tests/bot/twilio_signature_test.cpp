#include "bot/channel/twilio_signature.h"

#include <doctest/doctest.h>

using bot::FormFields;
using bot::is_signed_by_twilio;
using bot::twilio_signature;

// The vectors that Twilio publishes with its helper library: twilio-node spec/validation.spec.js.
namespace {

constexpr const char* kToken = "12345";
const std::string kUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
const std::string kUrlWithPort = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
const FormFields kCall = {{"CallSid", "CA1234567890ABCDE"},
                          {"Caller", "+14158675309"},
                          {"Digits", "1234"},
                          {"From", "+14158675309"},
                          {"To", "+18005551212"}};

}  // namespace

TEST_CASE("twilio signature: the published vectors") {
  CHECK(twilio_signature(kToken, kUrl, kCall) == "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  CHECK(twilio_signature(kToken, kUrlWithPort, kCall) == "kvajT1Ptam85bY51eRf/AJRuM3w=");
  CHECK(twilio_signature(kToken, kUrl,
                         {{"MessagingBinding.Address", "+1415xxxxxxx"},
                          {"MessagingBinding.Address", "+1325xxxxxxx"}}) ==
        "83O6e2vORAoJHUNzJjDWN1jz+BA=");
  CHECK(twilio_signature(kToken, kUrl,
                         {{"Sid", "CA123"},
                          {"SidAccount", "AC123"},
                          {"Digits", "5678"},
                          {"Digits", "1234"},
                          {"Digits", "1234"}}) == "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
}

TEST_CASE("twilio signature: with and without the port, whichever is configured") {
  const auto plain = twilio_signature(kToken, kUrl, kCall);
  const auto with_port = twilio_signature(kToken, kUrlWithPort, kCall);
  for (const auto& url : {kUrl, kUrlWithPort})
    for (const auto& signature : {plain, with_port})
      CHECK(is_signed_by_twilio(signature, kToken, url, kCall));
  const auto other_port = twilio_signature(kToken, "https://mycompany.com:8443/a", {});
  CHECK(is_signed_by_twilio(other_port, kToken, "https://mycompany.com:8443/a", {}));
  CHECK_FALSE(is_signed_by_twilio(other_port, kToken, "https://mycompany.com/a", {}));
}

TEST_CASE("twilio signature: a query as older libraries wrote it") {
  const auto legacy = twilio_signature(kToken, "https://h.example/a?x=b%20c&y=%2B", {});
  CHECK(is_signed_by_twilio(legacy, kToken, "https://h.example/a?x=b+c&y=%2b", {}));
}

TEST_CASE("twilio signature: forged ones") {
  const auto good = twilio_signature(kToken, kUrl, kCall);
  for (const std::string& forged :
       {std::string(), std::string(" "), good.substr(1), good + "=", std::string(28, '='),
        twilio_signature("12346", kUrl, kCall), twilio_signature(kToken, kUrl + "3", kCall),
        twilio_signature(kToken, "http://mycompany.com/myapp.php?foo=1&bar=2", kCall),
        twilio_signature(kToken, kUrl, {})}) {
    CAPTURE(forged);
    CHECK_FALSE(is_signed_by_twilio(forged, kToken, kUrl, kCall));
  }
}
