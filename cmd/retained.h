// What the keeping of one case is judged by, read from the store: the schedule adopted last, what is still due, and the
// open cases of the same people.
#pragma once

#include <string>
#include <vector>

#include "cmd/bench.h"
#include "judge/retention.h"
#include "report/case_view.h"
#include "store/store.h"

namespace mediasi {

// of other cases, open ones, by number
std::vector<std::string> open_cases_of_its_people(const Store &store, const CaseFile &file);

// `schedule` must outlive what is given back
Keeping keeping_of(const Store &store, const Bench &bench, const Retention &schedule, const CaseFile &file, Date day);

// Adds to the view how long the case is kept, or that it was erased.
void tell_keeping(const Store &store, Grounds &grounds, const Bench &bench, CaseView &view, Date day);

// What an erased case still shows of its people: that they were there.
void forget_people(CaseFile &file);

// A backup that was made while the case had its keys.
struct BackupWithKeys {
  std::string file, on;
  std::int64_t entries = 0;
};
std::vector<BackupWithKeys> backups_with_keys(const std::vector<Entry> &house_entries, std::int64_t first_entry);

} // namespace mediasi
