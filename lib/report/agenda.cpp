#include "report/agenda.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/names.h"

namespace mediasi {

namespace {

enum At : std::size_t {
  from,
  to,
  number,
  initials,
  what,
  session,
  room,
  mode,
  mediator,
  state,
  first,
  changes,
  invited
};

struct Days {
  Date first{}, last{};
  bool contain(Date day) const { return first <= day && day <= last; }
};

Days days_of(const Asked &asked) {
  const Date first = asked.from.value_or(asked.to ? std::min(*asked.to, asked.now.day) : asked.now.day);
  return {first, asked.to.value_or(plus_days(first, agenda_days - 1))};
}

std::string_view state_word(const std::string &state) {
  constexpr std::array words{later("planned"), later("moved"), later("cancelled"), later("held"), later("not held")};
  constexpr std::array<std::string_view, words.size()> ids{"planned", "moved", "cancelled", "held", "not_held"};
  const auto found = std::find(ids.begin(), ids.end(), state);
  return found == ids.end() ? std::string_view(state) : words[static_cast<std::size_t>(found - ids.begin())];
}

// A session and those it was moved from are one event, counted from the first: each move, and the end of it, is a
// change that calendars must take.
struct Chain {
  int first = 0;
  std::int64_t changes = 0;
};

Chain chain_of(const CaseFile &file, const Session &session) {
  Chain chain{session.number, session.state == "cancelled" ? 1 : 0};
  for (const Session *at = &session; at->from > 0 && file.session(at->from) != nullptr; ++chain.changes) {
    at = file.session(at->from);
    chain.first = at->number;
  }
  return chain;
}

Moment end_of(const Session &session) {
  const auto end = session.at.time.value_or(std::chrono::minutes{0}) + std::chrono::minutes{session.minutes};
  const auto days = std::chrono::duration_cast<std::chrono::days>(end);
  return {plus_days(session.at.day, static_cast<int>(days.count())), end - days};
}

std::vector<std::string> invited_to(const Session &session) {
  std::vector<std::string> all;
  for (const Invitation &invitation : session.invitations)
    if (std::find(all.begin(), all.end(), invitation.person) == all.end())
      all.push_back(invitation.person);
  return all;
}

Cell room_of(const CaseView &view, const Session &session) {
  const auto name = view.rooms.find(session.room);
  return session.room.empty() ? Cell() : Cell(Coded{session.room, name == view.rooms.end() ? "" : name->second});
}

Cells session_row(const CaseView &view, const Session &session) {
  const Chain chain = chain_of(view.file, session);
  return {session.at,
          end_of(session),
          view.file.number,
          view.file.initials(),
          word_cell(later("session")),
          std::int64_t{session.number},
          room_of(view, session),
          coded_cell("session", "", "mode", session.mode),
          text_cell(session.mediator),
          Coded{session.state, tr(std::string(state_word(session.state)).c_str())},
          std::int64_t{chain.first},
          chain.changes,
          text_cell(join(invited_to(session), ", "))};
}

Cells visit_row(const CaseView &view, const DueRow &due) {
  Cells row(At::invited + 1);
  row[from] = moment_cell(due.due);
  row[number] = view.file.number;
  row[initials] = view.file.initials();
  row[what] = word_cell(later("visit"));
  row[state] = Coded{"planned", tr("planned")};
  row[invited] = text_cell(due.officer);
  return row;
}

bool is_visit(const DueRow &due, const Standard &standard) {
  const Step *step = standard.step(due.step);
  return step != nullptr && step->act == "visit" && standard.deadline(due.deadline) != nullptr;
}

std::string text_at(const Cells &row, At at) {
  if (const auto *coded = std::get_if<Coded>(&row[at]))
    return coded->shown();
  const auto *text = std::get_if<std::string>(&row[at]);
  return text != nullptr ? *text : std::string();
}

CalendarEvent event_of(const Cells &row, Zone zone) {
  const auto which = std::get<std::int64_t>(row[session]);
  const std::string &state_id = std::get<Coded>(row[state]).id();
  CalendarEvent event;
  event.uid = fmt::format("{}-session-{}@mediasi", text_at(row, number), std::get<std::int64_t>(row[first]));
  event.sequence = std::get<std::int64_t>(row[changes]);
  event.cancelled = state_id == "cancelled" || state_id == "not_held";
  event.from = to_instant(std::get<Moment>(row[from]), zone);
  event.to = to_instant(std::get<Moment>(row[to]), zone);
  event.summary = say("Mediation {} ({}), session {}", text_at(row, number), text_at(row, initials), which);
  event.location = text_at(row, room);
  event.description = text_at(row, mode);
  if (const std::string who = text_at(row, mediator); !who.empty())
    event.description += "\n" + say("mediator: {}", who);
  return event;
}

} // namespace

Report agenda_head(const Asked &asked) {
  const Days days = days_of(asked);
  Report report = report_head(asked, "agenda", say("Agenda {} to {}", text_of(days.first), text_of(days.last)));
  report.from = text_of(days.first);
  report.to = text_of(days.last);
  report.columns = {
      {"from", tr("from"), ColumnType::moment, ""},
      {"to", tr_in("time", "until"), ColumnType::moment, ""},
      {"case", tr("case"), ColumnType::text, ""},
      {"initials", tr_in("of a person", "initials"), ColumnType::text, ""},
      {"what", tr("what"), ColumnType::text, ""},
      {"session", tr("session"), ColumnType::integer, ""},
      {"room", tr("room"), ColumnType::text, ""},
      {"mode", tr("how it is held"), ColumnType::text, ""},
      {"mediator", tr("mediator"), ColumnType::text, ""},
      {"state", tr("state"), ColumnType::text, ""},
      {"first", tr("first session of the chain"), ColumnType::integer, ""},
      {"changes", tr("changes"), ColumnType::integer, ""},
      {"invited", tr("invited"), ColumnType::text, ""},
  };
  if (asked.names)
    report.columns.insert(report.columns.end(),
                          {beneficiaries_column(), {"names", tr("invited, by name"), ColumnType::text, ""}});
  return report;
}

std::vector<Cells> agenda_rows(const CaseView &view, const Asked &asked) {
  const Days days = days_of(asked);
  std::vector<Cells> rows;
  if (!asked.case_number.empty() && asked.case_number != view.file.number)
    return rows;
  const auto add = [&](Cells row, const std::vector<std::string> &who) {
    if (asked.names)
      row.insert(row.end(), {side_cell(view, Side::beneficiary), names_cell(view, who)});
    rows.push_back(std::move(row));
  };
  for (const Session &session : view.file.sessions)
    if (days.contain(session.at.day))
      add(session_row(view, session), invited_to(session));
  for (const DueRow &due : view.dues)
    if (const auto day = day_of(due.due); is_visit(due, view.standard) && day && days.contain(*day))
      add(visit_row(view, due), {});
  return rows;
}

Report agenda_done(Report report, const Asked &asked) {
  sort_rows(report, "from");
  report.events = Events{asked.made, {}};
  for (const Cells &row : report.rows)
    if (std::holds_alternative<std::int64_t>(row[session]) && std::get<Coded>(row[state]).id() != "moved")
      report.events->all.push_back(event_of(row, asked.zone));
  return report;
}

} // namespace mediasi
