#pragma once

#include "knowledge/language.h"

namespace knowledge {

/// The words for one kind of danger, by who is in it.
struct CrisisWording {
  LocalizedWording self;
  LocalizedWording other;
  LocalizedWording concern;  ///< one line about 988 that goes before the ordinary reply
};

}  // namespace knowledge
