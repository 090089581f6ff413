#include "report/due.h"

#include <algorithm>

#include "base/language.h"
#include "judge/deadlines.h"
#include "report/cells.h"
#include "report/chain_notes.h"
#include "report/names.h"

namespace mediasi {

namespace {

constexpr std::string_view act_of_signing = "signature";
constexpr int days_ahead = 7; // what is coming, unless --to says otherwise

Date horizon(const Asked &asked) {
  return asked.to.value_or(plus_days(asked.now.day, days_ahead));
}

std::string_view due_state(const DueRow &due, const Asked &asked) {
  if (!due.paused_since.empty())
    return later("paused");
  if (due.late_from <= minute_text(asked.now))
    return later("late");
  return day_of(due.due) == asked.now.day ? later("today") : later("coming");
}

// the office's word for the deadline, of a complaint with its number; else what the story of the case calls it
std::string due_title(const DueRow &due, const Standard &standard) {
  const std::size_t dot = due.deadline.find('.');
  const Deadline *deadline = standard.deadline(due.deadline.substr(0, dot));
  if (deadline == nullptr || dot == std::string::npos)
    return due_in_words(due.deadline, standard);
  return say("{} {}", deadline->title, due.deadline.substr(dot + 1));
}

bool is_asked_of(const Asked &asked, const std::string &role, const std::string &officer) {
  return (asked.role.empty() || asked.role == role) && (asked.officer.empty() || asked.officer == officer);
}

bool shown(const DueRow &due, const Asked &asked) {
  const auto day = day_of(due.due);
  const bool waits = !due.paused_since.empty() || due.late_from <= minute_text(asked.now);
  return is_asked_of(asked, due.role, due.officer) && (waits || (day && *day <= horizon(asked)));
}

Cells row_of(const DueRow &due, const CaseView &view, const Asked &asked) {
  const auto day = day_of(due.due);
  return {due.case_number,
          moment_cell(due.due),
          day ? Cell(std::int64_t{days_between(asked.now.day, *day)}) : Cell(),
          word_cell(due_state(due, asked)),
          due.step.empty() ? due.deadline : due.step,
          due_title(due, view.standard),
          text_cell(due.role),
          text_cell(due.officer),
          due.paused_since.empty() ? Cell() : day_cell(day_of(due.paused_since)),
          due.provisional};
}

std::string first_role(const Step &step) {
  return step.roles.empty() ? std::string() : step.roles.front();
}

// who issues a paper: the first role of the step that owes it
std::string role_for(const std::string &paper, const Standard &standard) {
  for (const Step &step : standard.steps)
    for (const std::string &owed : step.papers)
      if (owed == paper)
        return first_role(step);
  return {};
}

// the first step of the act; null: the rules have none
const Step *step_taking(std::string_view act, const Standard &standard) {
  const auto step =
      std::find_if(standard.steps.begin(), standard.steps.end(), [&](const Step &one) { return one.act == act; });
  return step == standard.steps.end() ? nullptr : &*step;
}

std::string officer_of(const CaseView &view, const std::string &role) {
  const auto found = view.officers.find(role);
  return found == view.officers.end() ? std::string() : found->second;
}

struct Undated { // it has no day of its own: it waits from the act on
  std::string what, title, role;
};

Cells undated_row(const CaseView &view, const Cell &state, const Undated &waits) {
  return {view.file.number,
          Cell(),
          Cell(),
          state,
          waits.what,
          waits.title,
          text_cell(waits.role),
          text_cell(officer_of(view, waits.role)),
          Cell(),
          false};
}

std::string owed_title(const OwedPaper &owed, const Standard &standard) {
  const Paper *paper = standard.paper(owed.kind);
  const std::string title = paper != nullptr ? paper->title : owed.kind;
  return owed.to.empty() ? say("paper owed: {}", title) : say("paper owed: {}, to {}", title, owed.to);
}

} // namespace

Report due_head(const Asked &asked) {
  Report report = report_head(asked, "due", say("What is to be done until {}", text_of(horizon(asked))));
  report.to = text_of(horizon(asked));
  report.columns = {
      {"case", tr("case"), ColumnType::text, "case"},
      {"due", tr("due"), ColumnType::moment, ""},
      {"days_left", tr("days left"), ColumnType::integer, "day"},
      {"state", tr("state"), ColumnType::text, ""},
      {"what", tr("what"), ColumnType::text, ""},
      {"title", tr("in words"), ColumnType::text, ""},
      {"role", tr("role"), ColumnType::text, ""},
      {"officer", tr("officer"), ColumnType::text, ""},
      {"paused_since", tr("paused since"), ColumnType::date, ""},
      {"provisional", tr("provisional"), ColumnType::yes_no, ""},
  };
  if (asked.names)
    report.columns.push_back(beneficiaries_column());
  return report;
}

std::vector<Cells> due_rows(const CaseView &view, const Asked &asked) {
  std::vector<Cells> rows;
  const bool wanted = (asked.stage.empty() || asked.stage == view.stage) &&
                      (asked.case_number.empty() || asked.case_number == view.file.number);
  if (!wanted)
    return rows;
  for (const DueRow &due : view.dues)
    if (shown(due, asked))
      rows.push_back(row_of(due, view, asked));
  const auto add = [&](const Cell &state, const Undated &waits) {
    if (is_asked_of(asked, waits.role, officer_of(view, waits.role)))
      rows.push_back(undated_row(view, state, waits));
  };
  for (const OwedPaper &paper : view.papers)
    if (paper.state == "owed")
      add(word_cell(later("owed")),
          {paper.kind, owed_title(paper, view.standard), role_for(paper.kind, view.standard)});
  for (const UnscannedPaper &paper : papers_without_scan(view.standard, view.file)) {
    const Step *step = view.standard.step(paper.step);
    const std::string title = step != nullptr ? step->title : paper.step;
    add(Coded{"no_scan", tr("no scan")},
        {paper.step, say("signed paper not attached: {}, entry {}", title, paper.entry),
         step != nullptr ? first_role(*step) : ""});
  }
  const Step *signing = step_taking(act_of_signing, view.standard);
  for (const UnsignedMinutes &minutes : unsigned_minutes(view.standard, view.file))
    add(Coded{"unsigned", tr("unsigned")},
        {signing != nullptr ? signing->id : std::string(), signatures_in_words(minutes),
         signing != nullptr ? first_role(*signing) : ""});
  if (asked.names)
    for (Cells &row : rows)
      row.push_back(side_cell(view, Side::beneficiary));
  return rows;
}

Report due_done(Report report, const Asked &) {
  sort_rows(report, "due");
  return report;
}

} // namespace mediasi
