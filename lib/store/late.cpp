#include "store/late.h"

#include "store/inside.h"
#include "store/rows.h"

namespace mediasi {

void each_late(const Store &store, std::string_view moment, const std::function<void(const DueRow &)> &take) {
  Store::Inside &inside = store.inside();
  inside.asking([&] {
    Query query(inside, late_question);
    query.with("$moment", moment);
    while (query.next())
      take(due_row(query.row()));
  });
}

std::vector<DueRow> Store::late(std::string_view moment) const {
  std::vector<DueRow> all;
  each_late(*this, moment, [&](const DueRow &row) { all.push_back(row); });
  return all;
}

} // namespace mediasi
