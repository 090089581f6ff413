#include "cmd/touched_cases.h"

#include <algorithm>

#include "acts/acts.h"
#include "store/erasure.h"

namespace mediasi {

TouchedCases::TouchedCases(const Store &store, const std::string &own, const std::vector<Entry> &entries,
                           const Plan &plan)
    : store_(store), plan_(plan) {
  auto &all = entries_[own] = entries;
  for (const auto &act : plan.acts)
    all.push_back(act.entry);
}

CaseFile TouchedCases::file(const std::string &number) {
  return fold(entries_of(number));
}

std::string TouchedCases::rules(const std::string &number) {
  return file(number).rules;
}

Identities TouchedCases::sealed(const std::string &number) {
  return open_persons(entries_of(number), [&](const Entry &entry) {
    const auto coming = std::find_if(plan_.acts.begin(), plan_.acts.end(),
                                     [&](const PlannedAct &act) { return act.entry.seq == entry.seq; });
    if (coming != plan_.acts.end())
      return coming->sealed;
    return store_.unlocked() ? store_.open_sealed(entry) : std::vector<Sealed>{};
  });
}

std::set<Record> TouchedCases::records(const std::string &pid) {
  std::set<Record> found;
  if (pid.empty())
    return found;
  for (const auto &link : store_.links(pid))
    entries_of(link.case_number);
  for (const auto &[number, entries] : entries_)
    for (const auto &person : fold(entries).persons)
      if (person.pid == pid)
        found.insert({number, person.id});
  return found;
}

void TouchedCases::tell(const Entry &entry) {
  auto &all = entries_of(entry.case_number);
  const auto known = std::find_if(all.begin(), all.end(), [&](const Entry &e) { return e.seq == entry.seq; });
  if (known == all.end())
    all.push_back(entry);
  else
    *known = entry;
}

std::vector<Entry> &TouchedCases::entries_of(const std::string &number) {
  const auto known = entries_.find(number);
  if (known != entries_.end())
    return known->second;
  if (erased(store_, number))
    throw erased_case(number);
  return entries_.emplace(number, store_.entries_of(number)).first->second;
}

} // namespace mediasi
