#include "bot/channel/media_type.h"

#include <re2/re2.h>
#include <strings.h>

namespace bot {

bool is_media_type(std::string_view content_type, std::string_view type) {
  static const RE2 shape(
      R"((?i)[ \t]*([a-z0-9.+-]+/[a-z0-9.+-]+)[ \t]*(?:;[ \t]*charset="?utf-?8"?[ \t]*)?;?[ \t]*)");
  re2::StringPiece found;
  return RE2::FullMatch(re2::StringPiece(content_type.data(), content_type.size()), shape,
                        &found) &&
         found.size() == type.size() && strncasecmp(found.data(), type.data(), type.size()) == 0;
}

}  // namespace bot
