#include "cmd/deciding.h"

#include <map>

#include "acts/acts.h"
#include "cmd/collect.h"
#include "cmd/house_acts.h"
#include "cmd/parted_records.h"
#include "cmd/same_person.h"

namespace mediasi {

namespace {

// What becomes of other cases when `told` is recorded for somebody this command says is one human being.
void project_others(Store &store, Grounds &grounds, const std::string &number, const std::vector<Entry> &told) {
  std::map<std::string, std::vector<Entry>> others;
  for (const auto &entry : told)
    if (entry.case_number != number)
      others.try_emplace(entry.case_number, store.entries_of(entry.case_number)).first->second.push_back(entry);
  for (const auto &[other, entries] : others) {
    const auto file = fold(entries);
    store.replace_projection(project(grounds.bench(file.rules), file));
  }
}

} // namespace

Decision decide_on(const Store &store, Grounds &grounds, const CaseAtHand &at_hand, const Request &request,
                   const std::vector<Booking> &taken) {
  auto bench = grounds.bench(at_hand.rules);
  const auto file = fold(at_hand.entries);
  bench.taken = taken_bookings(store, bench.roster, request.drafts, file);
  bench.taken.insert(bench.taken.end(), taken.begin(), taken.end());
  bench.links = linked_records(store, file);
  auto plan = plan_acts(bench, at_hand.entries, request);
  auto told = request.correcting ? part_records(store, at_hand.entries, request, plan)
                                 : join_records(store, grounds, at_hand.entries, request, plan);
  attach_files(plan);
  check_concerned_case(store, plan);
  return {std::move(bench), std::move(plan), std::move(told)};
}

void record(Store &store, Grounds &grounds, CaseAtHand &at_hand, Decision &decision) {
  store.replace_projection(project(decision.bench, decision.plan.after));
  project_others(store, grounds, at_hand.number, decision.told);
  for (auto &act : decision.plan.acts) {
    store.append(act.entry, act.sealed);
    at_hand.entries.push_back(act.entry);
  }
  for (const auto &entry : decision.told) {
    store.append(entry, {});
    if (entry.case_number == at_hand.number)
      at_hand.entries.push_back(entry);
  }
}

std::string new_case_number(const Store &store, Date day) {
  const int year = static_cast<int>(day.year());
  return case_number_text(year, store.next_serial(year));
}

} // namespace mediasi
