// The facts a fitness row may ask for, read from the case: each is the worst over the parties and the mediated matters,
// and "unknown" whenever any of them is unknown.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "judge/judge.h"
#include "rules/known.h"

namespace mediasi {

std::span<const FactDomain> fact_domains();
std::map<std::string, std::string, std::less<>> fitness_facts(const Bench &bench, const CaseFile &file, Date day);

} // namespace mediasi
