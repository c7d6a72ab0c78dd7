#include "dialogs/slots/phone_region.h"

#include "dialogs/slots/vocabulary.h"

namespace dialogs {

std::string_view region_in(const Tokens& tokens) {
  static const Vocabulary<std::string_view> regions = {
      {"france; french; francia; frances", "FR"},
      {"uk; u k; england; britain; great britain; united kingdom; british; scotland; inglaterra; "
       "reino unido; gran bretana", "GB"},
      {"germany; german; alemania", "DE"},
      {"spain; spanish number; espana", "ES"},
      {"italy; italian; italia", "IT"},
      {"ireland; irish; irlanda", "IE"},
      {"netherlands; holland; dutch; holanda", "NL"},
      {"mexico; mexican; mexicano", "MX"},
      {"guatemala; guatemalan; guatemalteco", "GT"},
      {"el salvador; salvador; salvadoran", "SV"},
      {"honduras; honduran", "HN"},
      {"nicaragua", "NI"},
      {"colombia; colombian", "CO"},
      {"peru; peruvian", "PE"},
      {"ecuador", "EC"},
      {"argentina", "AR"},
      {"chile", "CL"},
      {"brazil; brasil", "BR"},
      {"india; indian", "IN"},
      {"philippines; filipinas; filipino", "PH"},
      {"china; chinese", "CN"},
      {"korea; south korea; korean; corea", "KR"},
      {"japan; japanese; japon", "JP"},
      {"israel", "IL"},
      {"armenia; armenian", "AM"},
      {"iran; iranian", "IR"},
      {"australia; australian", "AU"},
      {"new zealand; nueva zelanda", "NZ"}};
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const auto region = regions.at(tokens, at)) return region->meaning;
  return {};
}

}  // namespace dialogs
