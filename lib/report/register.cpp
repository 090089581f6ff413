#include "report/register.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/in_words.h"
#include "report/names.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

// the day that --from and --to ask about
std::optional<Date> day_asked(const CaseView &view, ByDate by) {
  switch (by) {
  case ByDate::received:
    return view.file.received.day;
  case ByDate::complete:
    return view.complete;
  case ByDate::held:
    for (const Session &session : view.file.sessions)
      if (session.state == "held")
        return session.at.day;
    return std::nullopt;
  case ByDate::closed:
    return view.file.termination ? std::optional(view.file.termination->on.day) : std::nullopt;
  }
  return std::nullopt;
}

Cell word_of(const CaseView &view, std::string_view act, std::string_view field, const std::string &value) {
  return value.empty() ? Cell() : Cell(Coded{value, choice_in_words(view.standard, act, field, value)});
}

std::string on_duty(const CaseView &view, std::string_view duty) {
  const auto found = view.officers.find(role_of_duty(view.standard, duty));
  return found == view.officers.end() ? std::string() : found->second;
}

// every kind of matter once, in the order of the case
std::string matters_of(const CaseFile &file) {
  std::vector<std::string> kinds;
  for (const Matter &matter : file.matters)
    if (std::find(kinds.begin(), kinds.end(), matter.kind) == kinds.end())
      kinds.push_back(matter.kind);
  return join(kinds, ",");
}

// the latest that a session came to
std::string outcome_of(const CaseFile &file) {
  for (auto session = file.sessions.rbegin(); session != file.sessions.rend(); ++session)
    if (!session->outcome.empty())
      return session->outcome;
  return {};
}

std::int64_t held(const CaseFile &file) {
  return std::count_if(file.sessions.begin(), file.sessions.end(), [](const Session &s) { return s.state == "held"; });
}

Cell days_of(const CaseView &view) {
  return view.time ? Cell(std::int64_t{view.time->days}) : Cell();
}

// its registration was recorded on a later day than it happened
bool recorded_late(const CaseFile &file, Zone zone) {
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &happened) {
    return happened.act == "register" && happened.on.day < Clock{happened.recorded, zone}.today();
  });
}

Cells row_of(const CaseView &view, const Asked &asked) {
  const CaseFile &file = view.file;
  const Finding *finding = file.finding();
  Cells row{file.number,
            file.initials(),
            file.received.day,
            day_cell(view.complete),
            coded_cell("register", "", "source", std::string(value_of(file.intake, "source"))),
            coded_cell("register", "matter", "kind", matters_of(file)),
            Coded{view.stage, stage_in_words(view.stage)},
            coded_cell("finding", "", "finding", finding != nullptr ? finding->finding : ""),
            held(file),
            word_of(view, "outcome", "outcome", outcome_of(file)),
            day_cell(day_asked(view, ByDate::closed)),
            word_of(view, "termination", "reason", file.termination ? file.termination->reason : ""),
            days_of(view),
            text_cell(on_duty(view, "pendamping")),
            text_cell(on_duty(view, "mk")),
            recorded_late(file, asked.zone),
            text_cell(file.came_from ? file.came_from->source : std::string()),
            text_cell(file.came_from ? file.came_from->ref : std::string())};
  if (asked.names)
    row.insert(row.end(), {side_cell(view, Side::beneficiary), side_cell(view, Side::respondent)});
  return row;
}

} // namespace

Report register_head(const Asked &asked) {
  Report report = report_head(asked, "register", tr("Register book, counted in cases"));
  report.columns = {
      {"case", tr("case"), ColumnType::text, "case"},
      {"initials", tr_in("of a person", "initials"), ColumnType::text, ""},
      {"received", tr("received"), ColumnType::date, ""},
      {"complete", tr("complete"), ColumnType::date, ""},
      {"source", tr("source"), ColumnType::text, ""},
      {"matters", tr("matters"), ColumnType::text, ""},
      {"stage", tr("stage"), ColumnType::text, ""},
      {"finding", tr("finding"), ColumnType::text, ""},
      {"sessions", tr("sessions held"), ColumnType::integer, "session"},
      {"outcome", tr("outcome"), ColumnType::text, ""},
      {"closed", tr("closed"), ColumnType::date, ""},
      {"reason", tr("reason"), ColumnType::text, ""},
      {"days", tr("days of service"), ColumnType::integer, "day"},
      {"pendamping", asked.pendamping_title.empty() ? tr("Pendamping PPA") : asked.pendamping_title, ColumnType::text,
       ""},
      {"mk", asked.mk_title.empty() ? tr("case manager") : asked.mk_title, ColumnType::text, ""},
      {"late", tr("registered late"), ColumnType::yes_no, ""},
      {"register", tr("from the register"), ColumnType::text, ""},
      {"ref", tr("row there"), ColumnType::text, ""},
  };
  if (asked.names)
    report.columns.insert(report.columns.end(), {beneficiaries_column(), respondents_column()});
  return report;
}

std::vector<Cells> register_rows(const CaseView &view, const Asked &asked) {
  const bool wanted =
      (!asked.open || !view.file.closed()) && (asked.stage.empty() || asked.stage == view.stage) &&
      (asked.officer.empty() || asked.officer == on_duty(view, "pendamping") || asked.officer == on_duty(view, "mk"));
  if (!wanted || !in_period(asked, day_asked(view, asked.by_date)))
    return {};
  return {row_of(view, asked)};
}

Report register_done(Report report, const Asked &) {
  if (!report.rows.empty())
    report.notes.push_back(say("cases: {}", report.rows.size()));
  return report;
}

} // namespace mediasi
