#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/safety_patterns.h"

namespace knowledge {

/// What the safety classifier hears in a message. Decision values: above 0 leans to it.
struct HeardDanger {
  std::string_view crisis;  ///< the nearest id; lives as long as the classifier
  double emergency = 0;     ///< that there is an emergency at all
  double nearest = 0;       ///< that it is that crisis
};

/// REQUIRES: `labels` hold kEmergency and a crisis id, and live on; `values` are in their order.
HeardDanger heard_danger(const std::vector<std::string>& labels, const std::vector<float>& values);

/// What speaks for an emergency where no pattern sees one: the two values of the classifier and,
/// as 0 or 1, what patterns find around it.
inline constexpr std::array<std::string_view, 14> kSafetyEvidence = {
    "emergency",  //
    "nearest",
    "mentioned",            ///< danger is spoken of,
    "mentioned_in_few",     ///< in hardly any other words: "overdose help"
    "mentioned_in_asking",  ///< in a question about how others are treated
    "mentioned_in_denial",  //
    "softened",             ///< a sign of it is denied, long past or asked about
    "softened_in_denial",   //
    "idiom",                //
    "past",
    "present",
    "cautioned",
    "mourned",
    "few_words",  ///< a name or a time more often than danger
};

using SafetyEvidence = std::array<double, kSafetyEvidence.size()>;

SafetyEvidence safety_evidence(const HeardDanger& heard, const SafetyCircumstances& around);

}  // namespace knowledge
