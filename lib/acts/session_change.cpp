// A session moved or cancelled (S6). The chain is kept: the old session stays and names the new one. Who was invited to
// the old one is invited to the new one by the same act, so the letters are owed by themselves.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

void cancel_planned(CaseFile &file, const Entry &entry, std::string_view why) {
  for (auto &session : file.sessions) {
    if (session.state != "planned" || !session.attendance.empty())
      continue;
    session.state = "cancelled";
    session.ended_by = entry.seq;
    session.ended_why = why;
  }
}

void cancel_if_reported(const CaseFile &file, Session &session, const Entry &entry) {
  for (const auto &report : file.follow_ups)
    if (report.what == "violence" && report.entry > entry.seq && entry.seq != 0) {
      session.state = "cancelled";
      session.ended_by = report.entry;
      session.ended_why = report.what;
    }
}

namespace acts {

namespace {

Session moved_from(const CaseFile &file, const Session &old, const Entry &entry) {
  const auto &row = entry.facts.fields;
  Session next;
  next.number = number_in(row, "new_session", static_cast<int>(file.sessions.size()) + 1);
  next.state = "planned";
  next.at = moment_in(row, "at", entry.on);
  next.minutes = number_in(row, "minutes", old.minutes);
  next.room = text_in(row, "room").empty() ? old.room : text_in(row, "room");
  next.mode = text_in(row, "mode").empty() ? old.mode : text_in(row, "mode");
  next.mediator = file.appointments.empty() ? old.mediator : file.appointments.back().mediator;
  next.from = old.number;
  for (const auto &invitation : old.invitations)
    next.invitations.push_back({invitation.person, invitation.number, entry.on, entry.seq});
  return next;
}

void apply_move(CaseFile &file, const Entry &entry) {
  auto *old = session_of(file, entry.facts.fields);
  if (!old)
    return;
  auto next = moved_from(file, *old, entry);
  old->state = "moved";
  old->to = next.number;
  old->ended_by = entry.seq;
  old->ended_why = text_in(entry.facts.fields, "reason");
  cancel_if_reported(file, next, entry);
  file.sessions.push_back(std::move(next));
}

void apply_cancel(CaseFile &file, const Entry &entry) {
  auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  session->state = "cancelled";
  session->ended_by = entry.seq;
  session->ended_why = text_in(entry.facts.fields, "reason");
}

} // namespace

ActKind session_move() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      needed(open_field("at", Kind::moment, later("new day and time"))),
      open_field("room", Kind::room, later("new room (the same, when left out)")),
      open_field("minutes", Kind::integer, later("planned length in minutes")),
      open_field("mode", Kind::choice, later("how it is held"), lists::session_modes()),
      needed(open_field("reason", Kind::choice, later("reason of the change"), lists::session_change_reasons())),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"session_move", "schedule", later("session moved"), fields, {}, apply_move, Bearing::works};
}

ActKind session_cancel() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      needed(open_field("reason", Kind::choice, later("reason of the change"), lists::session_change_reasons())),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"session_cancel", "schedule", later("session cancelled"), fields, {}, apply_cancel};
}

} // namespace acts
} // namespace mediasi
