#include <algorithm>
#include <map>
#include <set>

#include "acts/acts.h"
#include "base/text.h"

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

// Voided entries vanish; an amended entry keeps its place and takes the facts of its latest amendment.
std::vector<Entry> corrected(const std::vector<Entry> &entries) {
  std::map<std::int64_t, const Entry *> amended;
  std::map<std::int64_t, bool> voided;
  for (const auto &entry : entries) {
    if (entry.correction == Correction::voids)
      voided[entry.target] = true;
    if (entry.correction == Correction::amends && !voided[entry.seq])
      amended[entry.target] = &entry;
  }
  std::vector<Entry> kept;
  for (const auto &entry : entries) {
    if (entry.correction != Correction::none || voided[entry.seq])
      continue;
    kept.push_back(entry);
    if (const auto found = amended.find(entry.seq); found != amended.end() && !voided[found->second->seq]) {
      kept.back().facts = found->second->facts;
      kept.back().on = found->second->on;
    }
  }
  return kept;
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
  happened.as_found = value_of(entry.facts.fields, "as_found") == "yes";
  happened.breaches = values_of(entry.facts.fields, "found_breaches");
  happened.accepted = accepted.contains(entry.seq);
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

CaseFile folded(const std::vector<Entry> &entries, Take take) {
  CaseFile file;
  const auto effective = in_order(corrected(entries));
  const auto accepted = accepted_acts(effective);
  for (const auto &entry : effective) {
    const auto *kind = act_kind(entry.act);
    if (!kind)
      continue; // acts of the house, and of a newer release that verify reports
    auto happened = told(entry, accepted);
    if (take == Take::all || happened.opens() || stands_anyway(entry))
      kind->apply(file, entry);
    file.story.push_back(std::move(happened));
  }
  return file;
}

} // namespace

CaseFile fold(const std::vector<Entry> &entries) {
  return folded(entries, Take::all);
}

CaseFile fold_regular(const std::vector<Entry> &entries) {
  return folded(entries, Take::regular);
}

} // namespace mediasi
