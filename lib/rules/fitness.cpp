#include "rules/fitness.h"

#include <algorithm>

namespace mediasi {

namespace {

const std::vector<std::string> *condition(const FitnessRow &row, std::string_view fact) {
  const auto found = std::find_if(row.when.begin(), row.when.end(), [&](const auto &one) { return one.first == fact; });
  return found == row.when.end() ? nullptr : &found->second;
}

bool accepts(const FitnessRow &row, std::string_view fact, std::string_view value) {
  const auto *values = condition(row, fact);
  return values == nullptr || std::find(values->begin(), values->end(), value) != values->end();
}

using Rows = std::vector<const FitnessRow *>;

// A case of `box` (null: of any kind) that none of the rows takes. Fact by fact, rows that no longer match fall away;
// a row with nothing left to ask takes everything, so most branches end early.
class GapSearch {
public:
  GapSearch(std::span<const FactDomain> domains, const FitnessRow *box) : domains_(domains), box_(box) {}

  std::optional<FitnessCase> from(const Rows &rows, std::size_t fact = 0) {
    if (std::any_of(rows.begin(), rows.end(), [&](const FitnessRow *row) { return asks_nothing(*row, fact); }))
      return std::nullopt;
    if (fact == domains_.size())
      return FitnessCase{};
    const auto &domain = domains_[fact];
    for (const auto value : domain.values) {
      if (box_ != nullptr && !accepts(*box_, domain.name, value))
        continue;
      Rows left;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(left),
                   [&](const FitnessRow *row) { return accepts(*row, domain.name, value); });
      if (auto found = from(left, fact + 1)) {
        found->emplace(domain.name, value);
        return found;
      }
    }
    return std::nullopt;
  }

private:
  bool asks_nothing(const FitnessRow &row, std::size_t fact) const {
    return std::none_of(domains_.begin() + static_cast<std::ptrdiff_t>(fact), domains_.end(),
                        [&](const FactDomain &domain) { return condition(row, domain.name) != nullptr; });
  }

  std::span<const FactDomain> domains_;
  const FitnessRow *box_;
};

// Facts no row asks for cannot make a difference; leaving them out keeps examples short and the search small.
std::vector<FactDomain> asked_facts(const Fitness &fitness, std::span<const FactDomain> domains) {
  std::vector<FactDomain> used;
  for (const auto &domain : domains)
    if (std::any_of(fitness.rows.begin(), fitness.rows.end(),
                    [&](const FitnessRow &row) { return condition(row, domain.name) != nullptr; }))
      used.push_back(domain);
  return used;
}

std::optional<FitnessCase> common(const FitnessRow &a, const FitnessRow &b, std::span<const FactDomain> domains) {
  FitnessCase example;
  for (const auto &domain : domains) {
    const auto found = std::find_if(domain.values.begin(), domain.values.end(), [&](std::string_view value) {
      return accepts(a, domain.name, value) && accepts(b, domain.name, value);
    });
    if (found == domain.values.end())
      return std::nullopt;
    example.emplace(domain.name, *found);
  }
  return example;
}

} // namespace

const FitnessRow *evaluate(const Fitness &fitness, const FitnessCase &facts) {
  const auto holds = [&](const FitnessRow &row) {
    return std::all_of(row.when.begin(), row.when.end(), [&](const auto &one) {
      const auto fact = facts.find(one.first);
      return accepts(row, one.first, fact == facts.end() ? std::string_view("unknown") : fact->second);
    });
  };
  const auto found = std::find_if(fitness.rows.begin(), fitness.rows.end(), holds);
  return found == fitness.rows.end() ? nullptr : &*found;
}

std::optional<FitnessCase> gap(const Fitness &fitness, std::span<const FactDomain> domains) {
  const auto used = asked_facts(fitness, domains);
  Rows rows;
  for (const auto &row : fitness.rows)
    rows.push_back(&row);
  return GapSearch(used, nullptr).from(rows);
}

std::vector<Overlap> overlaps(const Fitness &fitness, std::span<const FactDomain> domains) {
  const auto used = asked_facts(fitness, domains);
  std::vector<Overlap> found;
  for (std::size_t i = 0; i < fitness.rows.size(); ++i)
    for (std::size_t j = i + 1; j < fitness.rows.size(); ++j)
      if (auto example = common(fitness.rows[i], fitness.rows[j], used))
        found.push_back({&fitness.rows[i], &fitness.rows[j], std::move(*example)});
  return found;
}

std::vector<const FitnessRow *> idle_rows(const Fitness &fitness, std::span<const FactDomain> domains) {
  const auto used = asked_facts(fitness, domains);
  Rows above, idle;
  for (const auto &row : fitness.rows) {
    if (!GapSearch(used, &row).from(above))
      idle.push_back(&row);
    above.push_back(&row);
  }
  return idle;
}

std::string text_of(const FitnessCase &facts) {
  std::string text;
  for (const auto &[fact, value] : facts)
    text += (text.empty() ? "" : ", ") + fact + " = " + value;
  return text;
}

} // namespace mediasi
