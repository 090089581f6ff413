#include "judge/links.h"

#include <algorithm>

#include "base/text.h"
#include "judge/sides.h"

namespace mediasi {

namespace {

std::string side_name(Side side) {
  switch (side) {
  case Side::beneficiary:
    return "beneficiary";
  case Side::respondent:
    return "respondent";
  case Side::companion:
    return "companion";
  case Side::other:
    break;
  }
  return "other";
}

std::string answer(Tri tri) {
  return tri == Tri::yes ? "yes" : tri == Tri::no ? "no" : "unknown";
}

std::string beside(const CaseFile &file, const Person &companion) {
  std::vector<std::string> sides;
  for (const auto &id : companion.of)
    if (const auto *party = file.person(id); party && !contains(sides, side_name(party->side)))
      sides.push_back(side_name(party->side));
  return join(sides, ",");
}

bool is_of(const PersonLink &link, std::string_view staff) {
  return contains(split(link.staff, ','), staff);
}

template <typename Match> std::vector<PersonLink> matching(const Bench &bench, const CaseFile &file, Match match) {
  std::vector<PersonLink> found;
  for (auto &link : links_of(file))
    if (match(link))
      found.push_back(std::move(link));
  for (const auto &link : bench.links)
    if (link.case_number != file.number && match(link)) // of this case the file knows better
      found.push_back(link);
  return found;
}

} // namespace

std::vector<PersonLink> links_of(const CaseFile &file) {
  std::vector<PersonLink> links;
  for (const auto &person : file.persons)
    if (!person.pid.empty())
      links.push_back({.pid = person.pid,
                       .case_number = file.number,
                       .person = person.id,
                       .side = side_name(person.side),
                       .beside = beside(file, person),
                       .alleged_offender = answer(person.alleged_offender),
                       .staff = join(person.staff, ",")});
  return links;
}

std::vector<PersonLink> records_of(const Bench &bench, const CaseFile &file, std::string_view pid) {
  if (pid.empty())
    return {};
  return matching(bench, file, [&](const PersonLink &link) { return link.pid == pid; });
}

std::vector<PersonLink> records_of_staff(const Bench &bench, const CaseFile &file, std::string_view staff) {
  return matching(bench, file, [&](const PersonLink &link) { return is_of(link, staff); });
}

} // namespace mediasi
