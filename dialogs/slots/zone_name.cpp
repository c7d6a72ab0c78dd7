#include "dialogs/slots/zone_name.h"

#include "dialogs/slots/vocabulary.h"

namespace dialogs {

std::optional<ZoneName> zone_name_at(const Tokens& tokens, std::size_t at) {
  static const Vocabulary<std::string_view> zones = {
      {"(et|est|edt|eastern|east coast) [standard|daylight] [time|tm]; (new york|ny|nyc|florida|"
       "miami|boston|atlanta|georgia) time; [hora] [del] este; [hora] este; (hora|"
       "tiempo) (del este|este|de nueva york|de florida|de miami|oriental)",
       "America/New_York"},
      {"(ct|cst|cdt|central) [standard|daylight] [time|tm]; (texas|chicago|houston|dallas) time; "
       "(hora|tiempo) (central|del centro|centro|de chicago|de texas)",
       "America/Chicago"},
      {"(mt|mst|mdt|mountain) [standard|daylight] [time|tm]; (denver|colorado|utah) time; (hora|"
       "tiempo) (de la montana|de las montanas|montana|de colorado)",
       "America/Denver"},
      {"(arizona|phoenix|az) time; hora de arizona", "America/Phoenix"},
      {"(pt|pst|pdt|pacific|west coast) [standard|daylight] [time|tm]; (la|l . a .|california|"
       "cali|los angeles|socal) time; (hora|tiempo) (del pacifico|pacifico|pacifica|de california|"
       "de los angeles)",
       "America/Los_Angeles"},
      {"(hawaii|hawaiian) time; hst; hora de hawaii", "Pacific/Honolulu"},
      {"alaska time; akst; akdt; hora de alaska", "America/Anchorage"},
      {"utc; gmt; zulu", "Etc/UTC"},
      {"(london|uk) time; bst; hora de londres", "Europe/London"},
      {"(mexico|mexico city) time; hora de [la] [ciudad de] mexico", "America/Mexico_City"},
      {"(puerto rico|atlantic) time; hora de puerto rico", "America/Puerto_Rico"},
      {"(your|ur|clinic|your local) time; (la hora de ustedes|hora de ustedes|su hora|"
       "hora de alla|hora de la clinica)",
       ""}};
  const auto match = zones.at(tokens, at);
  if (!match) return std::nullopt;
  // "este viernes" is this Friday: east is a zone only where an hour is spoken of.
  const bool is_this = tokens[at].form == "este" && match->next == at + 1;
  if (is_this) return std::nullopt;
  return ZoneName{match->meaning, match->next};
}

}  // namespace dialogs
