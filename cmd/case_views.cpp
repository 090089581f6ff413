#include "cmd/case_views.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/language.h"
#include "cmd/retained.h"
#include "judge/deadlines.h"
#include "paper/owed.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

constexpr std::size_t most_late_told = 20; // later entries told one by one

std::map<std::string, std::string, std::less<>> officers_of(const Bench &bench, const CaseFile &file, const Date &day) {
  std::map<std::string, std::string, std::less<>> officers;
  for (const Role &role : bench.standard.roles)
    if (auto officer = officer_for(bench, file, role.id, day); !officer.empty())
      officers.emplace(role.id, std::move(officer));
  return officers;
}

std::map<std::string, std::string, std::less<>> rooms_of(const Roster &roster) {
  std::map<std::string, std::string, std::less<>> rooms;
  for (const Room &room : roster.rooms)
    rooms.emplace(room.id, room.name);
  return rooms;
}

// the rules that were in force: those adopted last
std::string rules_adopted(const std::vector<Entry> &house_entries) {
  std::string hash;
  for (const Entry &entry : house_entries)
    if (entry.act == "adopt")
      hash = entry.rules;
  return hash;
}

// Could it matter to what happened until `day`? A correction does where what it corrects does, or would by its new day.
bool touches(const std::vector<Entry> &entries, const Entry &entry, Date day) {
  const auto *about = &entry;
  while (about->correction != Correction::none) {
    if (const auto moved = parse_moment(value_of(about->facts.fields, "on")); moved && moved->day <= day)
      return true;
    const auto target =
        std::find_if(entries.begin(), entries.end(), [&](const Entry &one) { return one.seq == about->target; });
    if (target == entries.end())
      return true;
    about = &*target;
  }
  return about->on.day <= day;
}

} // namespace

CaseView case_view(const Bench &bench, const CaseFile &file, const Moment &now) {
  CaseView view{.file = file,
                .standard = bench.standard,
                .stage = {},
                .complete = {},
                .missing = {},
                .dues = dues_now(bench, file, now),
                .papers = {}};
  view.officers = officers_of(bench, file, now.day);
  view.rooms = rooms_of(bench.roster);
  if (file.number == house) {
    view.limits = complaint_limits(bench, file);
    return view;
  }
  view.stage = stage_of(bench, file);
  view.complete = complete_on(bench, file);
  view.missing = missing_now(bench, file);
  view.papers = owed_papers(bench.standard, file);
  view.time = service_time(bench, file, now.day);
  return view;
}

CaseViews::CaseViews(const Store &store, const Moment &now, std::optional<Instant> until, Disclosure *disclosure)
    : store_(store), grounds_(store, until), now_(now), until_(until), disclosure_(disclosure) {}

std::vector<Entry> CaseViews::counted(std::vector<Entry> entries) {
  for (const Entry &entry : entries)
    if (!counts(entry) && touches(entries, entry, now_.day))
      later_.push_back(entry);
  std::erase_if(entries, [&](const Entry &entry) { return !counts(entry); });
  return entries;
}

void CaseViews::show(CaseView view, const std::vector<Entry> &entries,
                     const std::function<void(const CaseView &)> &visit) {
  if (disclosure_ != nullptr)
    view.identities = disclosure_->of(entries);
  visit(view);
}

void CaseViews::visit_case(std::vector<Entry> entries, Scope scope,
                           const std::function<void(const CaseView &)> &visit) {
  const std::vector<Entry> kept = counted(std::move(entries));
  if (kept.empty())
    return;
  CaseFile file = fold(kept);
  if (erased(store_, file.number))
    forget_people(file);
  const Bench bench = grounds_.bench(file.rules);
  CaseView view = case_view(bench, file, now_);
  if (scope == Scope::kept)
    tell_keeping(store_, grounds_, bench, view, now_.day);
  show(std::move(view), kept, visit);
}

void CaseViews::visit_house(const std::function<void(const CaseView &)> &visit) {
  std::vector<Entry> entries = store_.house_entries();
  const auto is_complaint = [](const Entry &entry) {
    return of_house(entry.act) || entry.correction != Correction::none;
  };
  std::vector<Entry> adopted;
  for (const Entry &entry : entries)
    if (counts(entry))
      adopted.push_back(entry);
  const std::string rules = rules_adopted(adopted);
  std::erase_if(entries, [&](const Entry &entry) { return !is_complaint(entry); });
  const std::vector<Entry> kept = counted(std::move(entries));
  const CaseFile file = fold(kept);
  if (rules.empty() || file.complaints.empty())
    return;
  const Bench bench = grounds_.bench(rules);
  show(case_view(bench, file, now_), kept, visit);
}

void CaseViews::each(Scope scope, const std::function<void(const CaseView &)> &visit) {
  if (scope != Scope::complaints)
    for (const CaseRow &row : store_.cases())
      visit_case(store_.entries_of(row.number), scope, visit);
  if (scope == Scope::complaints || scope == Scope::both)
    visit_house(visit);
}

void CaseViews::these(const std::vector<std::string> &cases, Scope scope,
                      const std::function<void(const CaseView &)> &visit) {
  for (const std::string &number : cases)
    visit_case(store_.entries_of(number), scope, visit);
}

void CaseViews::each_entry(const std::function<void(const EntryView &)> &visit) {
  store_.each_entry([&](const Entry &entry) {
    if (counts(entry))
      visit({entry, entry.rules.empty() ? nullptr : &grounds_.standard(entry.rules)});
  });
}

std::vector<std::string> CaseViews::later_entries() const {
  std::vector<std::string> notes;
  for (const Entry &entry : later_)
    if (notes.size() < most_late_told)
      notes.push_back(say("recorded later, would change this: entry {} of case {}, of {}, recorded {}", entry.seq,
                          entry.case_number, text_of(entry.on),
                          text_of(Clock{entry.recorded, store_.zone()}.moment())));
  if (later_.size() > most_late_told)
    notes.push_back(say("and {} more", later_.size() - most_late_told));
  return notes;
}

} // namespace mediasi
