#pragma once

#include <string_view>

namespace bot {

// The files of bot/widget, put into the program by bot/widget/bundle.cmake.

extern const std::string_view kWidgetVersion;  ///< 12 hex digits, the hash of kWidgetPanel
extern const std::string_view kWidgetLoader;   ///< JavaScript; '@clinic@' is still to be filled in
extern const std::string_view kWidgetPanel;    ///< JavaScript module
extern const std::string_view kDemoPage;       ///< HTML; its {placeholders} likewise
extern const std::string_view kSiteStyles;     ///< CSS of the demo page and of the plain form
extern const std::string_view kSiteIcon;       ///< SVG

}  // namespace bot
