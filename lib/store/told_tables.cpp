#include "store/told_tables.h"

#include <set>

#include "store/inside.h"
#include "store/table_rows.h"

namespace mediasi {

namespace {

std::set<std::string> numbers_in_journal(Store::Inside &inside) {
  std::set<std::string> numbers;
  Query query(inside, "SELECT DISTINCT case_number FROM entry");
  while (query.next()) {
    numbers.insert(query.text(0));
  }
  return numbers;
}

std::optional<Hash> element_without_officers(Projection projection) {
  for (DueRow &due : projection.dues) {
    due.officer.clear();
  }
  return element_of(projection);
}

} // namespace

std::vector<std::string> told_otherwise(const Store &store, const Refold &refold) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    std::vector<std::string> found;
    std::set<std::string> unseen = numbers_in_journal(inside);
    const auto compare = [&](const std::string &number, const std::optional<Hash> &told) {
      const auto made = refold(number);
      if (told != (made ? element_without_officers(*made) : std::nullopt)) {
        found.push_back(number);
      }
    };
    each_projection(inside, [&](const Projection &projection, const std::optional<Hash> &) {
      unseen.erase(projection.row.number);
      compare(projection.row.number, element_without_officers(projection));
    });
    for (const std::string &number : unseen) {
      compare(number, std::nullopt);
    }
    return found;
  });
}

} // namespace mediasi
