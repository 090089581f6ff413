#include "judge/bookings.h"

namespace mediasi {

namespace {

Moment after(const Moment &start, int minutes) {
  const auto end = start.time.value_or(std::chrono::minutes{0}) + std::chrono::minutes{minutes};
  const auto days = std::chrono::duration_cast<std::chrono::days>(end);
  return {plus_days(start.day, static_cast<int>(days.count())), end - days};
}

} // namespace

std::vector<Booking> bookings_of(const CaseFile &file, const Session &session) {
  const auto from = text_of(session.at);
  const auto to = text_of(after(session.at, session.minutes));
  std::vector<Booking> taken;
  if (!session.mediator.empty())
    taken.push_back({"mediator", session.mediator, from, to, file.number, session.number});
  if (!session.room.empty())
    taken.push_back({"room", session.room, from, to, file.number, session.number});
  for (const auto &invitation : session.invitations)
    if (file.person(invitation.person))
      taken.push_back({"person", file.number + "/" + invitation.person, from, to, file.number, session.number});
  return taken;
}

} // namespace mediasi
