// The session: a mediator with a valid credential, briefed; everybody invited; nobody and no room twice; held
// regularly.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/at_the_table.h"
#include "judge/bookings.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

Seen check_mediator(const Question &q) {
  const auto *session = session_asked(q);
  auto id = session ? session->mediator : std::string();
  if (id.empty() && !q.after.appointments.empty())
    id = q.after.appointments.back().mediator;
  if (id.empty())
    return fails("mediator", "none");
  const auto *mediator = q.bench.roster.mediator(id);
  if (!mediator)
    return fails("mediator", "not in the roster");
  const auto named = q.guard.with.one("credential");
  const auto &wanted = named == "*" ? q.bench.standard.credential : named; // "*": the one the office's file names
  if (!wanted.empty() && mediator->credential != wanted)
    return fails("credential", mediator->credential);
  if (valid_on(*mediator, session_day(q)))
    return fine();
  const auto until = mediator->until ? text_of(*mediator->until) : std::string("-");
  return fails("credential of " + mediator->id, text_of(mediator->from) + " to " + until);
}

// whoever would be appointed: somebody in the roster must do, today or later
Seen check_any_mediator(const Question &q) {
  const auto named = q.guard.with.one("credential");
  const auto &wanted = named == "*" ? q.bench.standard.credential : named;
  const auto &all = q.bench.roster.mediators;
  const bool any = std::any_of(all.begin(), all.end(), [&](const MediatorRow &row) {
    return (wanted.empty() || row.credential == wanted) && (!row.until || !(*row.until < q.act.on.day));
  });
  return any ? fine() : fails("mediator", "none in the roster");
}

Seen check_mediator_came(const Question &q) {
  const auto *session = session_asked(q);
  if (!session || session->attendance.empty())
    return fails("attendance", "none");
  return contains(gathered(*session, "attendance"), "mediator") ? fine() : fails("mediator", "did not come");
}

Seen check_briefed(const Question &q) {
  if (q.file.briefings.empty())
    return fails("briefing", "none");
  if (!q.file.appointments.empty() && earlier(q.file.briefings.back(), q.file.appointments.back().on))
    return fails("briefing", "before the present mediator's appointment");
  return fine();
}

const Invitation *invitation_of(const Session &session, std::string_view person) {
  const auto found = std::find_if(session.invitations.rbegin(), session.invitations.rend(),
                                  [&](const Invitation &row) { return row.person == person; });
  return found == session.invitations.rend() ? nullptr : &*found;
}

std::vector<std::string> expected(const Question &q, const Session &session) {
  std::vector<std::string> people{"mediator"};
  for (const auto *party : at_the_table(q.after, &session))
    people.push_back(party->id);
  return people;
}

Seen check_invited(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  for (const auto &person : expected(q, *session))
    if (!invitation_of(*session, person))
      return fails("invitation of " + person, "none");
  return fine();
}

Seen check_delivered(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  for (const auto &person : expected(q, *session)) {
    const auto *invitation = invitation_of(*session, person);
    if (!invitation)
      return fails("invitation of " + person, "none");
    if (!invitation->delivered)
      return fails("delivery to " + person, "no proof");
  }
  return fine();
}

Seen check_regular(const Question &q) {
  const auto *session = session_asked(q);
  if (!session || session->attendance.empty())
    return fails("attendance", "none");
  if (!session->breaches.empty())
    return fails("session " + std::to_string(session->number), join(session->breaches, ", "));
  const auto people = gathered(*session, "attendance");
  for (const auto side : {Side::beneficiary, Side::respondent}) {
    const auto parties = q.after.side(side);
    const bool came =
        std::any_of(parties.begin(), parties.end(), [&](const Person *p) { return contains(people, p->id); });
    if (!came)
      return fails(side == Side::beneficiary ? "beneficiary" : "respondent", "did not come");
  }
  return fine();
}

Seen check_outcome(const Question &q) {
  const auto *session = session_asked(q);
  if (!session || session->outcome.empty())
    return fails("outcome", "none");
  const auto *wanted = q.guard.with.find("is");
  return wanted && contains(*wanted, session->outcome) ? fine() : fails("outcome", session->outcome);
}

// A person is named as the case knows it, never by the number that links its records.
std::string resource_in_words(const CaseFile &file, const Booking &booking) {
  for (const auto &person : file.persons)
    if (booking.kind == "person" && !person.pid.empty() && person.pid == booking.resource)
      return person.id;
  return booking.kind + " " + booking.resource;
}

// what others have taken: other cases, and the other sessions of this one
std::vector<Booking> taken_besides(const Question &q, const Session &asked) {
  std::vector<Booking> taken;
  for (const auto &booking : q.bench.taken)
    if (booking.case_number != q.act.case_number)
      taken.push_back(booking);
  for (const auto &session : q.after.sessions)
    if (session.state == "planned" && session.number != asked.number)
      for (auto &booking : bookings_of(q.bench.standard, q.after, session))
        taken.push_back(std::move(booking));
  return taken;
}

Seen check_bookings(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fine();
  const auto *asked = q.guard.with.find("what");
  auto mine = bookings_of(q.bench.standard, q.after, *session);
  mine.erase(std::remove_if(mine.begin(), mine.end(),
                            [&](const Booking &b) { return asked ? !contains(*asked, b.kind) : b.kind == "officer"; }),
             mine.end());
  const auto clash = first_clash(mine, taken_besides(q, *session));
  return clash ? fails(resource_in_words(q.after, clash->mine),
                       "taken by " + clash->other.case_number + " from " + clash->other.from)
               : fine();
}

} // namespace

std::span<const GuardKind> sessions() {
  using T = ParameterType;
  static constexpr std::array outcomes{std::string_view("agreed"),     std::string_view("partly"),
                                       std::string_view("not_agreed"), std::string_view("continued"),
                                       std::string_view("not_held"),   std::string_view("stopped")};
  static const std::array credential{ParameterSpec{"credential", T::text, true, {}}};
  static constexpr std::array resources{std::string_view("mediator"), std::string_view("room"),
                                        std::string_view("person"), std::string_view("officer")};
  static const std::array what{ParameterSpec{"what", T::choices, false, resources}};
  static const std::array is{ParameterSpec{"is", T::choices, true, outcomes}};
  static const std::array kinds{
      GuardKind{{"mediator_valid", later("the mediator's credential covers the session's day"), credential},
                true,
                check_mediator,
                ways::mediator,
                check_any_mediator},
      GuardKind{{"mediator_present", later("the mediator came to the session"), {}}, true, check_mediator_came},
      GuardKind{{"briefed", later("the present mediator was briefed"), {}}, false, check_briefed, ways::briefed},
      GuardKind{{"invited_all", later("the mediator and every party are invited"), {}},
                true,
                check_invited,
                ways::invited,
                check_invited},
      GuardKind{{"delivered_all", later("there is proof of delivery to the mediator and every party"), {}},
                true,
                check_delivered,
                ways::delivered,
                check_delivered},
      GuardKind{{"session_regular", later("the session broke no rule and both sides came"), {}},
                true,
                check_regular,
                ways::regular,
                check_regular},
      GuardKind{
          {"outcome_is", later("the session's outcome is one of these"), is}, false, check_outcome, ways::outcome},
      GuardKind{{"not_booked_twice", later("no mediator, room or person is booked twice"), what}, true, check_bookings},
  };
  return kinds;
}

} // namespace mediasi::guards
