#include <algorithm>
#include <map>

#include "acts/acts.h"
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

Happened told(const Entry &entry) {
  return {entry.step, entry.act, entry.on, entry.recorded, entry.by, entry.typed, entry.seq, entry.facts};
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
      file.voided.push_back(told(entry));
  }
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

std::vector<Entry> standing_in_order(const std::vector<Entry> &entries) {
  return in_order(standing_entries(entries));
}

void apply_entry(CaseFile &file, const Entry &entry) {
  const auto *kind = act_kind(entry.act);
  if (!kind)
    return; // acts of the house, and of a newer release that verify reports
  kind->apply(file, entry);
  file.story.push_back(told(entry));
}

CaseFile fold(const std::vector<Entry> &entries) {
  CaseFile file;
  for (const auto &entry : standing_in_order(entries))
    apply_entry(file, entry);
  note_corrections(file, entries);
  return file;
}

} // namespace mediasi
