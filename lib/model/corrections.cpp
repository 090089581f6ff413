#include "model/corrections.h"

#include <algorithm>
#include <array>

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 5> own_fields{"because", "remove", "on", "by", correction_note};

// "beneficiary#2" lies in the group "beneficiary"
bool lies_in(std::string_view path, std::string_view group) {
  return path.size() > group.size() && path.starts_with(group) && path[group.size()] == '#';
}

void take_away(Entry &standing, const std::string &name) {
  standing.facts.fields.erase(name);
  standing.facts.groups.erase(name);
  std::erase_if(standing.sealed_paths, [&](const std::string &path) { return path == name || lies_in(path, name); });
}

bool amends(const Entry &entry, std::int64_t target, const std::map<std::int64_t, std::int64_t> &gone) {
  return entry.correction == Correction::amends && entry.target == target && !gone.contains(entry.seq);
}

// How an entry came to count and not to count. What was taken back and came again counts as said anew: a page made in
// between may not know it.
void add_stretches(std::vector<Stretch> &parts, std::int64_t seq, const std::vector<Entry> &entries,
                   const std::map<std::int64_t, std::int64_t> &gone) {
  const auto found = gone.find(seq);
  parts.push_back({seq, found == gone.end() ? 0 : found->second});
  for (const auto &entry : entries)
    if (const auto undone = gone.find(entry.seq);
        entry.correction == Correction::voids && entry.target == seq && undone != gone.end())
      parts.push_back({undone->second, 0});
}

} // namespace

bool belongs_to_correction(std::string_view field) {
  return std::find(own_fields.begin(), own_fields.end(), field) != own_fields.end();
}

void amend(Entry &standing, const Entry &amendment) {
  const auto &facts = amendment.facts;
  for (const auto &name : values_of(facts.fields, "remove"))
    take_away(standing, name);
  for (const auto &[name, value] : facts.fields)
    if (!belongs_to_correction(name))
      standing.facts.fields[name] = value;
  for (const auto &[name, rows] : facts.groups) {
    take_away(standing, name);
    standing.facts.groups[name] = rows;
  }
  for (const auto &path : amendment.sealed_paths)
    if (path != correction_note) {
      std::erase(standing.sealed_paths, path);
      standing.sealed_paths.push_back(path);
    }
  standing.on = parse_moment(value_of(facts.fields, "on")).value_or(standing.on);
  if (const auto by = value_of(facts.fields, "by"); !by.empty())
    standing.by = by;
}

std::map<std::int64_t, std::int64_t> taken_back(const std::vector<Entry> &entries) {
  std::vector<const Entry *> voids;
  for (const auto &entry : entries)
    if (entry.correction == Correction::voids)
      voids.push_back(&entry);
  std::sort(voids.begin(), voids.end(), [](const Entry *a, const Entry *b) { return a->seq > b->seq; });
  std::map<std::int64_t, std::int64_t> gone;
  for (const auto &entry : entries)
    if (entry.undone != 0) // with its batch
      gone[entry.seq] = entry.undone;
  for (const auto *entry : voids) // the last first
    if (!gone.contains(entry->seq))
      gone[entry->target] = entry->seq;
  return gone;
}

std::vector<Entry> standing_entries(const std::vector<Entry> &entries) {
  const auto gone = taken_back(entries);
  std::vector<Entry> kept;
  for (const auto &entry : entries) {
    if (entry.correction != Correction::none || gone.contains(entry.seq))
      continue;
    kept.push_back(entry);
    auto &standing = kept.back();
    add_stretches(standing.parts, entry.seq, entries, gone);
    for (const auto &later : entries) {
      if (later.correction == Correction::amends && later.target == entry.seq)
        add_stretches(standing.parts, later.seq, entries, gone);
      if (amends(later, entry.seq, gone))
        amend(standing, later);
    }
  }
  return kept;
}

SealedAt sealed_at(const std::vector<Entry> &entries, std::int64_t seq) {
  SealedAt places;
  if (std::none_of(entries.begin(), entries.end(),
                   [](const Entry &entry) { return entry.correction != Correction::none; })) {
    for (const auto &entry : entries)
      if (entry.seq == seq)
        for (const auto &path : entry.sealed_paths)
          places[path] = seq;
    return places;
  }
  const auto gone = taken_back(entries);
  Entry standing;
  for (const auto &entry : entries) {
    const bool is_it = entry.seq == seq;
    if (!is_it && !amends(entry, seq, gone))
      continue;
    if (is_it)
      standing = entry;
    else
      amend(standing, entry);
    for (const auto &path : entry.sealed_paths)
      places[path] = entry.seq;
    std::erase_if(places, [&](const auto &place) {
      const auto &paths = standing.sealed_paths;
      return std::find(paths.begin(), paths.end(), place.first) == paths.end();
    });
  }
  return places;
}

} // namespace mediasi
