#include "cmd/house_acts.h"

#include "base/language.h"

namespace mediasi {

bool is_house_step(const Standard &standard, std::string_view step) {
  const auto *known = standard.step(step);
  return known != nullptr && of_house(known->act);
}

std::vector<Entry> complaint_entries(const Store &store) {
  auto entries = store.house_entries();
  std::erase_if(entries,
                [](const Entry &entry) { return !of_house(entry.act) && entry.correction == Correction::none; });
  return entries;
}

void check_concerned_case(const Store &store, Plan &plan) {
  for (const auto &act : plan.acts) {
    const auto number = value_of(act.entry.facts.fields, "concerns");
    if (act.entry.act == "complaint" && !number.empty() && store.entries_of(number).empty())
      plan.problems.push_back({Code::not_a_reference,
                               say("field '{}': no such case", "concerns"),
                               say("write the full number, such as 2026-0012, or leave it out"),
                               {},
                               {},
                               {},
                               {}});
  }
}

} // namespace mediasi
