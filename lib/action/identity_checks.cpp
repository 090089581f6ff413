#include "action/identity_checks.h"

#include <algorithm>
#include <map>

#include "action/references.h"
#include "base/language.h"
#include "base/text.h"
#include "model/nik.h"

namespace mediasi {

namespace {

constexpr std::size_t district_digits = 6;

struct PersonRow { // one row, what it says in the clear and what it seals
  Row &clear;
  const Row &sealed;
  const Person *known; // the person it corrects, or null
};

const Row &sealed_of(const CheckedAct &act, const std::string &path) {
  static const Row nothing;
  const auto found = act.sealed_rows.find(path);
  return found == act.sealed_rows.end() ? nothing : found->second;
}

// said here, or known from earlier
std::string_view said(const PersonRow &row, std::string_view name) {
  const auto here = value_of(row.clear, name);
  return here.empty() && row.known ? value_of(row.known->clear, name) : here;
}

NikBeside beside(const PersonRow &row, Date today) {
  NikBeside known{.birth = {},
                  .day_is_sealed = false,
                  .sex = said(row, "sex"),
                  .age_group = said(row, "age_group"),
                  .today = today};
  const auto birth = value_of(row.sealed, "birth");
  if (!birth.empty())
    known.birth = parse_partial_date(birth).value_or(PartialDate{});
  else if (row.known)
    known.birth = row.known->birth; // year and month; the day lies sealed in an earlier entry
  known.day_is_sealed = birth.empty() && known.birth.month != 0;
  return known;
}

// A province that is not known has no known district either; it is said once.
void add_regions(const NikParts &parts, const Regions &regions, std::vector<std::string> &found) {
  if (!regions.knows(parts.province))
    found.emplace_back("province");
  else if (!regions.knows(parts.district))
    found.emplace_back("district");
}

bool contradicts_earlier_number(const PersonRow &row) {
  if (!row.known || value_of(row.known->clear, "nik_check").empty())
    return false;
  const bool new_sex =
      !value_of(row.clear, "sex").empty() && value_of(row.clear, "sex") != value_of(row.known->clear, "sex");
  return new_sex || !value_of(row.sealed, "birth").empty();
}

using Numbers = std::map<std::string, int, std::less<>>; // how often a form says one number

void check_number(PersonRow &row, const Numbers &numbers, const RegionSource &regions, Date today) {
  const auto nik = value_of(row.sealed, "nik");
  const auto parts = parts_of_nik(nik);
  if (!parts) {
    if (contradicts_earlier_number(row))
      row.clear["nik_check"] = "not_compared";
    return;
  }
  auto found = nik_against(*parts, beside(row, today));
  if (regions)
    add_regions(*parts, regions(), found);
  if (numbers.at(std::string(nik)) > 1)
    found.emplace_back("twice");
  row.clear["nik_check"] = found.empty() ? "agrees" : join(found, ",");
}

// A code in the clear is a code and nothing else: an address written here would lie open.
void check_district(const DraftRow &draft, PersonRow &row, const RegionSource &regions,
                    std::vector<Problem> &problems) {
  const auto given = value_of(row.clear, "district");
  if (given.empty())
    return;
  const auto code = region_code(given);
  if (code.size() != district_digits) {
    const auto written = draft.values.find("district");
    problems.push_back({Code::bad_value,
                        say("field '{}': not a code of six digits", "district"),
                        say("write it as in a NIK, for example \"357501\", or leave it out"),
                        written == draft.values.end() ? draft.place : written->second.place,
                        {},
                        {},
                        {}});
    return;
  }
  row.clear["district"] = code;
  if (regions)
    row.clear["district_check"] = regions().knows(code) ? "known" : "unknown";
}

Numbers numbers_in(const CheckedAct &act) {
  Numbers numbers;
  for (const auto &[path, row] : act.sealed_rows)
    if (const auto nik = value_of(row, "nik"); !nik.empty() && is_person_group(path.substr(0, path.find('#'))))
      ++numbers[std::string(nik)];
  return numbers;
}

} // namespace

void note_identity_checks(const Draft &draft, CheckedAct &act, const CaseFile &file, const RegionSource &regions,
                          Date today, std::vector<Problem> &problems) {
  const auto numbers = numbers_in(act);
  for (auto &[group, rows] : act.entry.facts.groups) {
    if (!is_person_group(group))
      continue;
    const auto &drafts = draft.groups.at(group);
    for (std::size_t at = 0; at < rows.size(); ++at) {
      PersonRow row{rows[at], sealed_of(act, group + "#" + std::to_string(at + 1)),
                    file.person(value_of(rows[at], "id"))};
      check_number(row, numbers, regions, today);
      check_district(drafts[at], row, regions, problems);
      if (!value_of(row.sealed, "representative").empty())
        row.clear["represented"] = "yes";
    }
  }
}

} // namespace mediasi
