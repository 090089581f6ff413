// The fitness table: rows of conditions over known facts to a finding. Every fact has a small closed domain, so gaps
// and overlaps are found exactly, each with a concrete case.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/known.h"
#include "rules/standard.h"

namespace mediasi {

// A case as the table sees it. A fact that is not named counts as "unknown".
using FitnessCase = std::map<std::string, std::string, std::less<>>;

// The first row that holds (under "unique" there is only one), or null.
const FitnessRow *evaluate(const Fitness &fitness, const FitnessCase &facts);

// One case no row decides, or nothing.
std::optional<FitnessCase> gap(const Fitness &fitness, std::span<const FactDomain> domains);

struct Overlap {
  const FitnessRow *first = nullptr;
  const FitnessRow *second = nullptr;
  FitnessCase example; // decided by both
};
std::vector<Overlap> overlaps(const Fitness &fitness, std::span<const FactDomain> domains);

// Rows that can never decide, because the rows above them take every case of theirs.
std::vector<const FitnessRow *> idle_rows(const Fitness &fitness, std::span<const FactDomain> domains);

std::string text_of(const FitnessCase &facts); // "risk = low, willing = yes"

} // namespace mediasi
