// What a rules file may name: the loader checks every name against these tables and never guesses.
// The tables themselves live with their owners (acts/, judge/guards.cpp, judge/facts.cpp, share/templates).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acts/acts.h"

namespace mediasi {

enum class ParameterType { text, texts, number, step, steps, role, roles, event, field, choice, choices };

struct ParameterSpec {
  std::string_view name;
  ParameterType type = ParameterType::text;
  bool needed = false;
  std::span<const std::string_view> allowed{}; // for choice(s)
};

struct GuardShape {
  std::string_view kind;
  std::string_view doc; // one line, English
  std::span<const ParameterSpec> parameters;
};

struct FactDomain { // a fact a fitness row may ask for, with every value it can take ("unknown" among them)
  std::string_view name;
  std::string_view doc;
  std::span<const std::string_view> values;
};

struct Known {
  std::vector<std::string> templates;
  std::span<const ActKind> acts;
  std::span<const GuardShape> guards;
  std::span<const FactDomain> facts;
  std::span<const std::string_view> events;     // deadline anchors besides "step:ID"
  std::span<const std::string_view> conditions; // for only_when
};

} // namespace mediasi
