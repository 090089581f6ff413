#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "base/error.h"
#include "base/text.h"
#include "fuzz/targets.h"
#include "judge/judge.h"
#include "model/roster.h"
#include "paper/owed.h"
#include "support/random_office.h"

namespace mediasi::testing {

namespace {

// act TAB step TAB on TAB by TAB correction (none, amends, voids) TAB target TAB facts
std::optional<Entry> entry_of(std::string_view line, std::int64_t seq) {
  constexpr std::array<std::string_view, 3> corrections = {"none", "amends", "voids"};
  constexpr std::size_t columns = 7;
  const auto parts = split(line, '\t');
  if (parts.size() != columns)
    return std::nullopt;
  const auto on = parse_moment(parts[2]);
  const auto target = parse_integer(parts[5]);
  const auto correction = std::find(corrections.begin(), corrections.end(), parts[4]);
  if (!on || !target || correction == corrections.end())
    return std::nullopt; // the store refuses such an entry
  Entry entry;
  entry.seq = seq;
  entry.case_number = of_house(parts[0]) ? house : "2026-0001";
  entry.act = parts[0];
  entry.step = parts[1];
  entry.on = *on;
  entry.recorded = to_instant(*on, Zone::wib);
  entry.by = entry.typed = parts[3];
  entry.correction = static_cast<Correction>(correction - corrections.begin());
  entry.target = *target;
  try {
    entry.facts = decode_facts(parts[6]);
  } catch (const Error &) {
    return std::nullopt;
  }
  must(decode_facts(encode(entry.facts)) == entry.facts, "facts come back as they were");
  return entry;
}

// everything a command asks of a case it has just read
void ask(const Bench &bench, const CaseFile &file) {
  const auto now = parse_moment("2026-06-09T07:00").value();
  stage_of(bench, file);
  next_steps(bench, file, now);
  missing_now(bench, file);
  papers_without_scan(bench.standard, file);
  papers_due(bench.standard, file);
  must(project(bench, file).row.number == (file.number.empty() ? house : file.number), "a case's rows are its own");
}

} // namespace

void fuzz_entries(std::string_view bytes) {
  static const Office office;
  constexpr std::size_t most = 80; // entries; a real case has about forty
  std::vector<Entry> entries;
  for (const auto &line : split(bytes, '\n'))
    if (auto entry = entry_of(line, static_cast<std::int64_t>(entries.size()) + 1); entry && entries.size() < most)
      entries.push_back(std::move(*entry));
  try {
    const auto bench = office.bench();
    fold_roster(entries);
    ask(bench, fold(entries));
    ask(bench, fold_regular(entries));
  } catch (const Error &) {
  }
}

} // namespace mediasi::testing
