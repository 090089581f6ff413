#include "paper/identities.h"

#include <fmt/core.h>

#include "base/text.h"

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

} // namespace

Identities open_identities(const std::vector<Entry> &entries, const OpenSealed &open) {
  Identities identities;
  for (const auto &entry : entries) {
    if (entry.sealed_paths.empty() || entry.act == "paper")
      continue; // a page is no fact
    for (const auto &sealed : open(entry)) {
      if (sealed.path.starts_with("attachment#"))
        continue;
      const auto mark = sealed.path.find('#');
      if (mark == std::string::npos) {
        identities[fmt::format("{}@{}", sealed.path, entry.seq)][sealed.path] = sealed.plain;
        continue;
      }
      auto &known = identities[name_of_row(entry, sealed.path.substr(0, mark), sealed.path.substr(mark + 1))];
      for (auto &[field, value] : decode_row(sealed.plain))
        known[field] = value;
    }
  }
  return identities;
}

} // namespace mediasi
