#include "store/rows.h"

#include <array>

#include "base/error.h"
#include "base/text.h"
#include "store/inside.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 3> corrections = {"none", "amends", "voids"};

void take(const SQLite::Statement &row, int column, std::string &text) {
  const SQLite::Column value = row.getColumn(column);
  const auto *bytes = static_cast<const char *>(value.getBlob());
  text.assign(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(value.getBytes()));
}

// version 3 put it at the end
bool has_tables(const SQLite::Statement &row) {
  return row.getColumnCount() > 15 && std::string_view(row.getColumnName(15)) == "tables";
}

std::string text_at(const SQLite::Statement &row, int column) {
  return row.getColumn(column).getString();
}

// A form and a row are at most 1 MiB: longer facts of a case are none of ours, and every fold would copy them. What the
// house reads may be of any number of cases.
constexpr std::size_t largest_facts = 4 * 1024 * 1024;

Error unreadable(std::int64_t seq) {
  return Error({.code = Code::store_damaged,
                .message = say("entry {} cannot be read", seq),
                .hint = say("run 'mediasi store verify', then restore a backup")});
}

} // namespace

void read_entry(const SQLite::Statement &row, RawEntry &entry) {
  entry.seq = row.getColumn(0).getInt64();
  const std::array texts = {&entry.case_number, &entry.act,   &entry.step,  &entry.on_text,   &entry.recorded,
                            &entry.by_officer,  &entry.typed, &entry.rules, &entry.correction};
  int column = 1;
  for (std::string *text : texts) {
    take(row, column++, *text);
  }
  entry.target = row.getColumn(10).getInt64();
  take(row, 11, entry.facts);
  entry.key_no = row.getColumn(12).getInt64();
  take(row, 13, entry.key_hash);
  take(row, 14, entry.hash);
  entry.tables.clear();
  if (has_tables(row)) {
    take(row, 15, entry.tables);
  }
}

bool well_typed(const SQLite::Statement &row) {
  constexpr std::string_view kinds = "ittttttttti"
                                     "tibbb"; // integer, text, blob
  for (int column = 0; column < (has_tables(row) ? 16 : 15); ++column) {
    const SQLite::Column value = row.getColumn(column);
    const char kind = kinds[static_cast<std::size_t>(column)];
    if (!(kind == 'i' ? value.isInteger() : kind == 't' ? value.isText() : value.isBlob())) {
      return false;
    }
  }
  return true;
}

std::optional<RawEntry> raw_entry(Store::Inside &inside, std::int64_t seq) {
  Query query(inside, "SELECT entry.* FROM entry WHERE seq = $seq");
  if (!query.with("$seq", seq).next()) {
    return std::nullopt;
  }
  RawEntry entry;
  read_entry(query.row(), entry);
  return entry;
}

namespace {

std::string facts_of(const Entry &entry) {
  if (!entry.brought) {
    return encode(entry.facts);
  }
  const Brought &from = *entry.brought;
  Row row{{"batch", std::to_string(from.batch)}, {"row", std::to_string(from.row)}};
  if (!from.whole.empty()) { // to be known again, by its key or by what it says
    row.insert({{"source", from.source}, {"clear", from.clear}});
  }
  if (!from.ref.empty()) {
    row.emplace("ref", from.ref);
  }
  return encode_with(entry.facts, brought_group, {std::move(row)});
}

// what facts_of put there, taken out again: no act has a field or group of that name
std::optional<Brought> take_brought(Facts &facts) {
  const auto found = facts.groups.find(brought_group);
  if (found == facts.groups.end() || found->second.size() != 1) {
    return std::nullopt;
  }
  const Row &row = found->second.front();
  const auto text = [&](std::string_view name) { return std::string(value_of(row, name)); };
  Brought from{parse_integer(value_of(row, "batch")).value_or(0),
               static_cast<int>(parse_integer(value_of(row, "row")).value_or(0)), text("source"), text("ref"),
               text("clear")};
  facts.groups.erase(found);
  return from;
}

} // namespace

RawEntry raw_of(const Entry &entry) {
  return {.seq = entry.seq,
          .case_number = entry.case_number,
          .act = entry.act,
          .step = entry.step,
          .on_text = text_of(entry.on),
          .recorded = text_of(entry.recorded),
          .by_officer = entry.by,
          .typed = entry.typed,
          .rules = entry.rules,
          .correction = std::string(corrections[static_cast<std::size_t>(entry.correction)]),
          .target = entry.target,
          .facts = facts_of(entry),
          .key_no = 0,
          .key_hash = {},
          .hash = {},
          .tables = {}};
}

Entry entry_of(RawEntry &&raw) {
  const auto on = parse_moment(raw.on_text);
  const auto recorded = parse_instant(raw.recorded);
  const auto correction = std::find(corrections.begin(), corrections.end(), raw.correction);
  if (!on || !recorded || correction == corrections.end() ||
      (raw.case_number != house && raw.facts.size() > largest_facts)) {
    throw unreadable(raw.seq);
  }
  Facts facts = decode_facts(raw.facts);
  std::optional<Brought> brought = take_brought(facts);
  return {.seq = raw.seq,
          .case_number = std::move(raw.case_number),
          .act = std::move(raw.act),
          .step = std::move(raw.step),
          .on = *on,
          .recorded = *recorded,
          .by = std::move(raw.by_officer),
          .typed = std::move(raw.typed),
          .rules = std::move(raw.rules),
          .correction = static_cast<Correction>(correction - corrections.begin()),
          .target = raw.target,
          .facts = std::move(facts),
          .sealed_paths = {},
          .brought = std::move(brought)};
}

EntryHash::EntryHash(std::string_view before, const RawEntry &entry) {
  digest_.add_sized(entry.tables.empty() ? "mediasi-entry-1" : "mediasi-entry-2");
  digest_.add_sized(before).add_number(entry.seq);
  for (const std::string *text : {&entry.case_number, &entry.act, &entry.step, &entry.on_text, &entry.recorded,
                                  &entry.by_officer, &entry.typed, &entry.rules, &entry.correction}) {
    digest_.add_sized(*text);
  }
  digest_.add_number(entry.target).add_sized(entry.facts).add_number(entry.key_no).add_sized(entry.key_hash);
  if (!entry.tables.empty()) {
    digest_.add_sized(entry.tables);
  }
}

void EntryHash::sealed(std::string_view path, std::string_view blob) {
  digest_.add_sized(path).add_sized(blob);
  ++sealed_;
}

Hash EntryHash::finish() {
  return digest_.add_number(sealed_).finish();
}

CaseRow case_row(const SQLite::Statement &row) {
  return {.number = text_at(row, 0),
          .initials = text_at(row, 1),
          .rules = text_at(row, 2),
          .stage = text_at(row, 3),
          .received = text_at(row, 4),
          .complete = text_at(row, 5),
          .closed = text_at(row, 6),
          .outcome = text_at(row, 7),
          .reason = text_at(row, 8)};
}

DueRow due_row(const SQLite::Statement &row) {
  return {.case_number = text_at(row, 0),
          .deadline = text_at(row, 1),
          .step = text_at(row, 2),
          .role = text_at(row, 3),
          .officer = text_at(row, 4),
          .due = text_at(row, 5),
          .late_from = text_at(row, 6),
          .provisional = row.getColumn(7).getInt64() != 0,
          .paused_since = text_at(row, 8)};
}

Booking booking_row(const SQLite::Statement &row) {
  return {.kind = text_at(row, 0),
          .resource = text_at(row, 1),
          .from = text_at(row, 2),
          .to = text_at(row, 3),
          .case_number = text_at(row, 4),
          .session = static_cast<int>(row.getColumn(5).getInt64())};
}

PersonLink link_row(const SQLite::Statement &row) {
  return {.pid = text_at(row, 0),
          .case_number = text_at(row, 1),
          .person = text_at(row, 2),
          .side = text_at(row, 3),
          .beside = text_at(row, 4),
          .alleged_offender = text_at(row, 5),
          .staff = text_at(row, 6)};
}

} // namespace mediasi
