// The [[test]] rows of a rules file, run: does it still say what those who wrote it meant? Facts go through the fitness
// table, days through the calendar; steps are done in a supposed case, an ordinary one of two adults and a civil
// matter, by the one evaluator.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

struct RuleTestResult {
  std::string name;
  int line = 0;
  std::vector<std::string> wrong = {}; // what came instead, in words; empty = the row holds
};

std::vector<RuleTestResult> run_rule_tests(const Standard &standard, const std::vector<Gate> &gates,
                                           const Calendar &calendar);

} // namespace mediasi
