#include "judge/bookings.h"

#include <algorithm>

#include "rules/duties.h"

namespace mediasi {

namespace {

Moment after(const Moment &start, int minutes) {
  const auto end = start.time.value_or(std::chrono::minutes{0}) + std::chrono::minutes{minutes};
  const auto days = std::chrono::duration_cast<std::chrono::days>(end);
  return {plus_days(start.day, static_cast<int>(days.count())), end - days};
}

struct Resource {
  std::string kind, name;
  friend bool operator==(const Resource &, const Resource &) = default;
};

// "mediator:medi" of the roster is the mediator medi, wherever else the person stands
Resource of_roster(const std::string &staff) {
  const auto colon = staff.find(':');
  return {staff.substr(0, colon), staff.substr(colon + 1)};
}

void add_person(const CaseFile &file, const std::string &id, std::vector<Resource> &taken) {
  const auto *person = file.person(id);
  if (!person)
    return;
  taken.push_back({"person", person->pid.empty() ? file.number + "/" + id : person->pid});
  for (const auto &staff : person->staff)
    taken.push_back(of_roster(staff));
}

std::vector<Resource> resources(const Standard &standard, const CaseFile &file, const Session &session) {
  std::vector<Resource> taken;
  if (!session.mediator.empty())
    taken.push_back({"mediator", session.mediator});
  if (!session.room.empty())
    taken.push_back({"room", session.room});
  if (auto writer = assigned_officer(standard, file, role_of_duty(standard, "pendamping")); !writer.empty())
    taken.push_back({"officer", std::move(writer)});
  for (const auto &invitation : session.invitations)
    add_person(file, invitation.person, taken);
  return taken;
}

} // namespace

std::vector<Booking> bookings_of(const Standard &standard, const CaseFile &file, const Session &session) {
  const auto from = text_of(session.at);
  const auto to = text_of(after(session.at, session.minutes));
  std::vector<Resource> seen;
  std::vector<Booking> taken;
  for (auto &resource : resources(standard, file, session)) {
    if (std::find(seen.begin(), seen.end(), resource) != seen.end())
      continue; // invited twice, or under two records
    taken.push_back({resource.kind, resource.name, from, to, file.number, session.number});
    seen.push_back(std::move(resource));
  }
  return taken;
}

std::optional<Clash> first_clash(const std::vector<Booking> &mine, const std::vector<Booking> &others) {
  for (const auto &own : mine)
    for (const auto &other : others)
      if (other.kind == own.kind && other.resource == own.resource && other.from < own.to && own.from < other.to)
        return Clash{own, other};
  return std::nullopt;
}

} // namespace mediasi
