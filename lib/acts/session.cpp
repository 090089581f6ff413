// A session fixed with time and place (S6).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

Session *session_of(CaseFile &file, const Row &fields) {
  const auto *named = file.session(number_in(fields, "session", 0));
  const auto *found = named ? named : file.last_session();
  for (auto &session : file.sessions)
    if (&session == found)
      return &session;
  return nullptr;
}

namespace acts {

namespace {

void apply_session(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  Session session;
  session.number = number_in(row, "number", static_cast<int>(file.sessions.size()) + 1);
  session.state = "planned";
  session.at = moment_in(row, "at", entry.on);
  session.minutes = number_in(row, "minutes", 120);
  session.room = text_in(row, "room");
  session.mode = text_in(row, "mode").empty() ? "joint" : text_in(row, "mode");
  if (!file.appointments.empty())
    session.mediator = file.appointments.back().mediator;
  cancel_if_reported(file, session, entry);
  file.sessions.push_back(std::move(session));
}

} // namespace

ActKind session() {
  static const std::array fields{
      needed(open_field("at", Kind::moment, later("day and time"))),
      needed(open_field("room", Kind::room, later("room"))),
      open_field("minutes", Kind::integer, later("planned length in minutes")),
      open_field("mode", Kind::choice, later("how it is held"), lists::session_modes()),
  };
  return {"session", "schedule", later("session"), fields, {}, apply_session, Bearing::works};
}

} // namespace acts
} // namespace mediasi
