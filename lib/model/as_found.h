// An act taken down out of an old register, as it was found (spec 1).
#pragma once

#include "model/facts.h"

namespace mediasi {

inline bool is_as_found(const Facts &facts) {
  return value_of(facts.fields, "as_found") == "yes";
}

} // namespace mediasi
