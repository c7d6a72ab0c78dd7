#pragma once

#include <string_view>

namespace dialogs {

/// What a visitor can say to the form itself, in any question.
enum class Command {
  none,
  back,   ///< to the question before
  skip,   ///< leave this one out
  why,    ///< why do you need that
  go_on,  ///< ready to continue
  leave,  ///< out of the form
};

/// Which command the whole message is. `normalized` comes from knowledge::normalize().
Command command(std::string_view normalized);

}  // namespace dialogs
