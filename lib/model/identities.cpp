#include "model/identities.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

// "companion#2" -> the second row of the group
const Row *row_at(const Entry &entry, std::string_view group, std::string_view place) {
  const auto number = parse_integer(place);
  const auto &rows = rows_of(entry.facts, group);
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > rows.size())
    return nullptr;
  return &rows[static_cast<std::size_t>(*number - 1)];
}

// persons by their id, obligations by their number, other rows by entry and place
std::string name_of_row(const Entry &entry, std::string_view group, std::string_view place) {
  const auto *row = row_at(entry, group, place);
  if (row && !value_of(*row, "id").empty())
    return std::string(value_of(*row, "id"));
  if (row && group == "obligation")
    return fmt::format("obligation{}", value_of(*row, "number"));
  return fmt::format("{}#{}@{}", group, place, entry.seq);
}

// one sealed thing of an entry as it stands, under the name papers know it by
void take(Identities &identities, const Entry &entry, const Sealed &sealed) {
  const auto mark = sealed.path.find('#');
  if (mark == std::string::npos) {
    identities[fmt::format("{}@{}", sealed.path, entry.seq)][sealed.path] = sealed.plain;
    return;
  }
  auto &known = identities[name_of_row(entry, sealed.path.substr(0, mark), sealed.path.substr(mark + 1))];
  for (auto &[field, value] : decode_row(sealed.plain))
    known[field] = value;
}

// "beneficiary#1": the sealed fields of a person
bool is_persons(std::string_view path) {
  constexpr std::array<std::string_view, 4> groups{"beneficiary#", "respondent#", "companion#", "other#"};
  return std::any_of(groups.begin(), groups.end(), [&](std::string_view group) { return path.starts_with(group); });
}

bool is_no_file(std::string_view path) {
  return !path.starts_with("attachment#");
}

bool has_persons(const Entry &entry) {
  return std::any_of(entry.sealed_paths.begin(), entry.sealed_paths.end(), is_persons);
}

Identities opened(const std::vector<Entry> &entries, const OpenSealed &open, bool (*wanted)(std::string_view)) {
  std::map<std::int64_t, const Entry *> written;
  for (const auto &entry : entries)
    written[entry.seq] = &entry;
  Identities identities;
  for (const auto &entry : standing_entries(entries)) {
    if (entry.sealed_paths.empty() || entry.act == "paper")
      continue;                                              // a page is no fact
    std::map<std::int64_t, std::vector<std::string>> places; // what of it lies in which entry
    for (const auto &[path, seq] : sealed_at(entries, entry.seq))
      if (wanted(path))
        places[seq].push_back(path);
    for (const auto &[seq, paths] : places)
      for (const auto &sealed : open(*written.at(seq)))
        if (std::find(paths.begin(), paths.end(), sealed.path) != paths.end())
          take(identities, entry, sealed);
  }
  return identities;
}

} // namespace

Identities open_identities(const std::vector<Entry> &entries, const OpenSealed &open) {
  return opened(entries, open, is_no_file);
}

Identities open_persons(const std::vector<Entry> &entries, const OpenSealed &open) {
  return opened(entries, open, is_persons);
}

bool tells_persons(const std::vector<Entry> &entries, const Entry &entry) {
  if (has_persons(entry) || entry.correction == Correction::none)
    return has_persons(entry);
  if (!values_of(entry.facts.fields, "remove").empty())
    return true; // it may take a group of persons away
  const auto target =
      std::find_if(entries.begin(), entries.end(), [&](const Entry &other) { return other.seq == entry.target; });
  return target != entries.end() && target->seq < entry.seq && tells_persons(entries, *target);
}

} // namespace mediasi
