#include "action/references.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 4> person_groups{"beneficiary", "respondent", "companion", "other"};
// who is no person of the case but takes part in a session
constexpr std::array<std::string_view, 2> besides_persons{"mediator", "pendamping"};

std::vector<std::string> with(std::vector<std::string> list, std::span<const std::string_view> more) {
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

template <typename Rows> std::vector<std::string> ids(const Rows &rows) {
  std::vector<std::string> list;
  for (const auto &row : rows)
    list.push_back(row.id);
  return list;
}

template <typename Rows> std::vector<std::string> numbers(const Rows &rows) {
  std::vector<std::string> list;
  for (const auto &row : rows)
    list.push_back(std::to_string(row.number));
  return list;
}

} // namespace

bool is_person_group(std::string_view group) {
  return std::find(person_groups.begin(), person_groups.end(), group) != person_groups.end();
}

std::string_view named_by(std::string_view group) {
  return is_person_group(group) ? "id" : group == "matter" || group == "obligation" ? "number" : "";
}

std::vector<std::string> new_person_ids(const CaseFile &file, const std::string &group,
                                        const std::vector<DraftRow> &rows) {
  int last = 0;
  for (const auto &person : file.persons)
    if (person.id.starts_with(group))
      if (const auto number = parse_integer(std::string_view(person.id).substr(group.size())))
        last = std::max(last, static_cast<int>(*number));
  std::vector<std::string> list;
  for (const auto &row : rows) {
    const auto named = row.values.find("id");
    list.push_back(named != row.values.end() ? std::string(trim(named->second.text)) : group + std::to_string(++last));
  }
  return list;
}

References::References(const Standard &standard, const CaseFile &file, const Roster &roster, const Draft &draft)
    : persons_(ids(file.persons)), officers_(ids(roster.officers)), mediators_(ids(roster.mediators)),
      rooms_(ids(roster.rooms)), sessions_(numbers(file.sessions)), obligations_(numbers(file.obligations)),
      requirements_(ids(standard.requirements)), roles_(ids(standard.roles)) {
  for (const auto &[group, rows] : draft.groups)
    if (is_person_group(group))
      for (auto &id : new_person_ids(file, group, rows))
        persons_.push_back(std::move(id));
}

std::vector<std::string> References::known(Kind kind) const {
  switch (kind) {
  case Kind::person:
  case Kind::persons:
    return persons_;
  case Kind::giver:
    return with(persons_, std::array{std::string_view("self")});
  case Kind::participant:
  case Kind::participants:
    return with(persons_, besides_persons);
  case Kind::officer:
    return officers_;
  case Kind::mediator:
    return mediators_;
  case Kind::room:
    return rooms_;
  case Kind::session:
    return sessions_;
  case Kind::obligation:
    return obligations_;
  case Kind::requirement:
    return requirements_;
  case Kind::role:
  case Kind::roles:
    return roles_;
  default:
    return {};
  }
}

namespace {

bool is_reference(Kind kind) {
  constexpr std::array references{Kind::person,      Kind::persons,  Kind::giver, Kind::participant, Kind::participants,
                                  Kind::officer,     Kind::mediator, Kind::room,  Kind::session,     Kind::obligation,
                                  Kind::requirement, Kind::role,     Kind::roles};
  return std::find(references.begin(), references.end(), kind) != references.end();
}

} // namespace

std::string References::first_missing(Kind kind, std::string_view value) const {
  if (value.empty() || !is_reference(kind))
    return {};

  const auto list = known(kind);
  for (const auto &part : split(value, ','))
    if (!part.empty() && std::find(list.begin(), list.end(), part) == list.end())
      return part;
  return {};
}

} // namespace mediasi
