#include "report/sealed_facts.h"

#include "base/text.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

constexpr std::string_view attachment_path = "attachment#";

bool is_fact(std::string_view path) {
  return path != "paper" && !path.starts_with(attachment_path);
}

// path -> the entry that holds it
SealedAt places_of(const std::vector<Entry> &entries, const Entry &entry, bool counts) {
  if (counts)
    return sealed_at(entries, entry.seq);
  SealedAt places;
  for (const auto &path : entry.sealed_paths)
    places[path] = entry.seq;
  return places;
}

// what the clear row says of which row it is
void name_row(Row &row, const Facts &clear, const std::string &group, std::string_view place) {
  const auto &rows = rows_of(clear, group);
  const auto number = parse_integer(place);
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > rows.size())
    return;
  const Row &beside = rows[static_cast<std::size_t>(*number) - 1];
  for (const char *name : {"id", "number"})
    if (const auto value = value_of(beside, name); !value.empty())
      row.emplace(name, value);
}

void put(Facts &facts, const Facts &clear, const Sealed &sealed) {
  const auto mark = sealed.path.find('#');
  if (mark == std::string::npos) {
    facts.fields[sealed.path] = sealed.plain;
    return;
  }
  const std::string group = sealed.path.substr(0, mark);
  Row row = decode_row(sealed.plain);
  name_row(row, clear, group, std::string_view(sealed.path).substr(mark + 1));
  facts.groups[group].push_back(std::move(row));
}

class Opener { // each entry is opened once, and files and pages are not kept
public:
  Opener(const std::vector<Entry> &entries, const OpenSealed &open) : open_(open) {
    for (const Entry &entry : entries)
      entries_[entry.seq] = &entry;
  }

  const Sealed *at(std::int64_t seq, const std::string &path) {
    auto known = opened_.find(seq);
    if (known == opened_.end()) {
      known = opened_.emplace(seq, open_(*entries_.at(seq))).first;
      std::erase_if(known->second, [](const Sealed &one) { return !is_fact(one.path); });
    }
    for (const Sealed &one : known->second)
      if (one.path == path)
        return &one;
    return nullptr;
  }

private:
  const OpenSealed &open_;
  std::map<std::int64_t, const Entry *> entries_;
  std::map<std::int64_t, std::vector<Sealed>> opened_;
};

} // namespace

SealedFacts sealed_facts(const std::vector<Entry> &entries, const OpenSealed &open) {
  std::map<std::int64_t, Entry> standing;
  for (Entry &entry : standing_entries(entries))
    standing.emplace(entry.seq, std::move(entry));
  Opener opener(entries, open);
  SealedFacts all;
  for (const Entry &entry : entries) {
    const auto stands = standing.find(entry.seq);
    const bool counts = stands != standing.end();
    for (const auto &[path, seq] : places_of(entries, entry, counts))
      if (const Sealed *sealed = is_fact(path) ? opener.at(seq, path) : nullptr)
        put(all[entry.seq], counts ? stands->second.facts : entry.facts, *sealed);
  }
  return all;
}

std::vector<AttachedFile> attachments_of(const std::vector<Entry> &entries) {
  std::vector<AttachedFile> all;
  for (const Entry &entry : entries)
    for (const auto &path : entry.sealed_paths)
      if (path.starts_with(attachment_path)) {
        const auto number = parse_integer(std::string_view(path).substr(attachment_path.size())).value_or(0);
        const auto kinds = values_of(entry.facts.fields, "attachments");
        const bool named = number > 0 && static_cast<std::size_t>(number) <= kinds.size();
        all.push_back({entry.seq, static_cast<int>(number), path,
                       named ? kinds[static_cast<std::size_t>(number) - 1] : std::string()});
      }
  return all;
}

} // namespace mediasi
