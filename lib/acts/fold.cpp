#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "acts/acts.h"
#include "base/text.h"
#include "model/as_found.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

// Minutes since midnight that stand for an entry's place in its day. A day written without a time takes the place of
// the latest entry recorded before it on that day, so that what is typed in order stays in order.
using Places = std::map<std::int64_t, int>;

Places places_in_day(std::vector<Entry> &entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.seq < b.seq; });
  Places places;
  std::map<Date, int> latest;
  for (const auto &entry : entries) {
    auto &last = latest.try_emplace(entry.on.day, 0).first->second;
    const int place = entry.on.time ? static_cast<int>(entry.on.time->count()) : last;
    places[entry.seq] = place;
    last = std::max(last, place);
  }
  return places;
}

} // namespace

std::vector<Entry> in_order(std::vector<Entry> entries) {
  const auto places = places_in_day(entries);
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
    if (a.on.day != b.on.day)
      return a.on.day < b.on.day;
    return places.at(a.seq) < places.at(b.seq);
  });
  return entries;
}

namespace {

enum class Take { all, regular };

Happened told(const Entry &entry, const std::set<std::int64_t> &accepted) {
  Happened happened{entry.step, entry.act, entry.on, entry.recorded, entry.by, entry.typed, entry.seq, entry.facts};
  happened.as_found = is_as_found(entry.facts);
  happened.breaches = values_of(entry.facts.fields, "found_breaches");
  happened.accepted = accepted.contains(entry.seq);
  happened.undone = entry.undone;
  return happened;
}

// who and what a case is about stands whatever was wrong with its taking down
bool stands_anyway(const Entry &entry) {
  return entry.act == "register" || entry.act == "person";
}

std::set<std::int64_t> accepted_acts(const std::vector<Entry> &entries) {
  std::set<std::int64_t> accepted;
  for (const auto &entry : entries)
    if (entry.act == "found_accepted")
      if (const auto about = parse_integer(value_of(entry.facts.fields, "entry")))
        accepted.insert(*about);
  return accepted;
}

bool opens_nothing(const CaseFile &file, std::int64_t entry) {
  return std::any_of(file.story.begin(), file.story.end(),
                     [&](const Happened &done) { return done.entry == entry && !done.opens(); });
}

// What an old register tells in breach of the rules is told, and no more: a case that is worked on has not ended by it,
// and nobody is sent to look after what was agreed so.
void hold_back(CaseFile &file, const Entry &entry, const ActKind &kind, const Happened &happened) {
  if (!happened.as_found && kind.bearing == Bearing::works && file.termination &&
      opens_nothing(file, file.termination->entry))
    file.termination.reset();
  if (entry.act == "outcome" && !happened.opens() && !file.obligations.empty())
    for (auto &obligation : file.obligations)
      if (const auto *session = file.session(obligation.session); session && session->outcome_entry == entry.seq)
        obligation.lapsed = true;
}

void apply(CaseFile &file, const Entry &entry, Take take, const std::set<std::int64_t> &accepted) {
  const auto *kind = act_kind(entry.act);
  if (!kind)
    return; // acts of the house, and of a newer release that verify reports
  auto happened = told(entry, accepted);
  if (take == Take::all || happened.opens() || stands_anyway(entry))
    kind->apply(file, entry);
  if (take == Take::all)
    hold_back(file, entry, *kind, happened);
  if (entry.act == "register" && entry.brought && !entry.brought->ref.empty())
    file.came_from = RegisterRow{entry.brought->source, entry.brought->ref};
  file.story.push_back(std::move(happened));
}

// what does not count any more stays in sight
void note_corrections(CaseFile &file, const std::vector<Entry> &entries) {
  const auto gone = taken_back(entries);
  for (const auto &entry : entries) {
    const bool stands = !gone.contains(entry.seq);
    if (entry.correction != Correction::none)
      file.corrections.push_back({entry.correction, entry.seq, entry.target, entry.recorded, entry.by, entry.typed,
                                  std::string(value_of(entry.facts.fields, "because")), entry.facts, stands});
    else if (!stands)
      file.voided.push_back(told(entry, {}));
  }
}

CaseFile fold_all(const std::vector<Entry> &standing, Take take) {
  CaseFile file;
  const auto accepted = accepted_acts(standing);
  for (const auto &entry : standing)
    apply(file, entry, take, accepted);
  return file;
}

} // namespace

std::vector<Entry> standing_in_order(const std::vector<Entry> &entries) {
  return in_order(standing_entries(entries));
}

CaseFile fold_standing(const std::vector<Entry> &standing) {
  return fold_all(standing, Take::regular);
}

void apply_regular(CaseFile &file, const Entry &entry) {
  apply(file, entry, Take::regular, {});
}

CaseFile fold(const std::vector<Entry> &entries) {
  auto file = fold_all(standing_in_order(entries), Take::all);
  note_corrections(file, entries);
  return file;
}

CaseFile fold_regular(const std::vector<Entry> &entries) {
  auto file = fold_all(standing_in_order(entries), Take::regular);
  note_corrections(file, entries);
  return file;
}

} // namespace mediasi
