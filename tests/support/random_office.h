// The office of the random walk: the shipped rules and gates, officers for every role and one whose posts end, a
// mediator with a certificate and one without.
#pragma once

#include "judge/judge.h"

namespace mediasi::testing {

struct Office {
  Standard standard;
  std::vector<Gate> gates;
  Roster roster;
  Calendar calendar;

  Office();
  Bench bench() const { return {standard, gates, roster, calendar, {}}; }
};

} // namespace mediasi::testing
