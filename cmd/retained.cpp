#include "cmd/retained.h"

#include <algorithm>
#include <set>

#include "acts/acts.h"
#include "base/text.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

void forget_initials(Facts &facts) {
  facts.fields.erase("initials");
  for (auto &[group, rows] : facts.groups)
    for (Row &row : rows)
      row.erase("initials");
}

} // namespace

std::vector<std::string> open_cases_of_its_people(const Store &store, const CaseFile &file) {
  std::set<std::string> others;
  for (const Person &person : file.persons)
    if (!person.pid.empty())
      for (const PersonLink &link : store.links(person.pid))
        if (link.case_number != file.number)
          others.insert(link.case_number);
  std::vector<std::string> open;
  for (const std::string &number : others)
    if (!fold(store.entries_of(number)).closed())
      open.push_back(number);
  return open;
}

Keeping keeping_of(const Store &store, const Bench &bench, const Retention &schedule, const CaseFile &file, Date day) {
  return {.retention = schedule,
          .dues = dues_of(bench, file),
          .open_cases = open_cases_of_its_people(store, file),
          .day = day};
}

void tell_keeping(const Store &store, Grounds &grounds, const Bench &bench, CaseView &view, Date day) {
  const Retention schedule = grounds.standard(store.current_rules()).retention;
  if (const auto erasure = erasure_of_case(store, view.file.number)) {
    const auto *reason = schedule.reason(erasure->reason);
    view.erased = ErasedView{erasure->on, reason != nullptr ? reason->title : erasure->reason};
    return;
  }
  const Keeping keeping = keeping_of(store, bench, schedule, view.file, day);
  view.kept = KeptView{how_long_kept(schedule, view.file), obstacles_to_erasing(keeping, view.file, nullptr)};
}

void forget_people(CaseFile &file) {
  for (Person &person : file.persons)
    person.initials = '-';
  for (auto *told : {&file.story, &file.voided})
    for (Happened &happened : *told)
      forget_initials(happened.facts);
  for (Corrected &corrected : file.corrections)
    forget_initials(corrected.facts);
}

std::vector<BackupWithKeys> backups_with_keys(const std::vector<Entry> &house_entries, std::int64_t first_entry) {
  std::vector<BackupWithKeys> holders;
  for (const Entry &entry : house_entries) {
    const Row &facts = entry.facts.fields;
    const bool copied = entry.act == "backup" || entry.act == "restore"; // out of one that is still somewhere
    const auto entries = parse_integer(value_of(facts, "entries"));
    if (copied && entries && *entries >= first_entry)
      holders.push_back({std::string(value_of(facts, "file")), text_of(entry.on.day), *entries});
  }
  return holders;
}

} // namespace mediasi
