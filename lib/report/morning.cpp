#include "report/morning.h"

#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "base/text.h"
#include "model/entry.h"
#include "report/cells.h"

namespace mediasi {

namespace {

using Cells = std::vector<Cell>;
using Rows = std::vector<Cells>;

constexpr int morning_days = 7;
constexpr std::size_t most = 12;       // rows of one part; a page in the morning is no register
constexpr std::size_t named_cases = 2; // that wait for one officer's step; more are counted

constexpr std::string_view overdue_part = later("overdue");
constexpr std::string_view today_part = later("today");
constexpr std::string_view soon_part = later("this week");
constexpr std::string_view waiting_part = later("waiting");

const MorningCase *case_of(const MorningView &view, const std::string &number) {
  const auto found = std::find_if(view.cases.begin(), view.cases.end(),
                                  [&](const MorningCase &known) { return known.number == number; });
  return found == view.cases.end() ? nullptr : &*found;
}

std::string who(const std::string &officer, const std::string &role) {
  return officer.empty() ? role : officer;
}

Cells due_row(std::string_view part, const MorningView &view, const DueRow &due) {
  const auto *known = case_of(view, due.case_number);
  std::string what = due.step.empty() ? due.deadline : due.step;
  const auto &titles = known ? known->titles : view.titles;
  if (const auto title = titles.find(what); title != titles.end())
    what = title->second;
  return {std::string(part),
          due.due,
          due.case_number == house ? std::string() : due.case_number,
          text_cell(known ? known->initials : ""),
          what,
          text_cell(who(due.officer, due.role))};
}

void add_dues(const MorningView &view, const Moment &now, Rows &late, Rows &soon) {
  auto dues = view.dues;
  std::erase_if(dues, [](const DueRow &due) { return !due.paused_since.empty(); });
  std::stable_sort(dues.begin(), dues.end(), [](const DueRow &a, const DueRow &b) {
    return std::tie(a.due, a.case_number) < std::tie(b.due, b.case_number);
  });
  const auto moment = text_of(now);
  const auto last = text_of(plus_days(now.day, morning_days));
  for (const auto &due : dues) {
    if (due.late_from <= moment)
      late.push_back(due_row(overdue_part, view, due));
    else if (due.due.substr(0, last.size()) <= last)
      soon.push_back(due_row(soon_part, view, due));
  }
}

Rows sessions_today(const MorningView &view, Date today) {
  Rows rows;
  for (const auto &known : view.cases)
    for (const auto &session : known.sessions)
      if (session.state == "planned" && session.at.day == today)
        rows.push_back({std::string(today_part), session.at.time ? text_of(*session.at.time) : text_of(today),
                        known.number, text_cell(known.initials),
                        say("session {}, room {}", session.number, session.room), text_cell(session.mediator)});
  std::stable_sort(rows.begin(), rows.end(), [](const Cells &a, const Cells &b) {
    return std::get<std::string>(a[1]) < std::get<std::string>(b[1]);
  });
  return rows;
}

struct Wait { // cases that wait for the same step of the same officers
  std::string due;
  std::vector<std::string> cases, initials;
};

Rows waits(const MorningView &view) {
  std::map<std::pair<std::string, std::string>, Wait> all; // by who and what
  for (const auto &known : view.cases)
    for (const auto &next : known.next) {
      auto &wait = all[{join(next.who.empty() ? next.roles : next.who, ", "), next.title}];
      wait.cases.push_back(known.number);
      wait.initials.push_back(known.initials);
      if (!next.due.empty() && (wait.due.empty() || next.due < wait.due))
        wait.due = next.due;
    }
  Rows rows;
  for (const auto &[key, wait] : all) {
    const bool named = wait.cases.size() <= named_cases;
    rows.push_back({std::string(waiting_part), text_cell(wait.due),
                    named ? join(wait.cases, ", ") : say("{} cases", wait.cases.size()),
                    named ? Cell(join(wait.initials, ", ")) : Cell(), key.second, text_cell(key.first)});
  }
  return rows;
}

void add_part(Report &report, Rows rows, std::string more) {
  const auto left_out = rows.size() > most ? rows.size() - most : 0;
  rows.resize(rows.size() - left_out);
  report.rows.insert(report.rows.end(), rows.begin(), rows.end());
  if (left_out > 0)
    report.notes.push_back(std::move(more));
}

} // namespace

Report morning(const MorningView &view, const Moment &now) {
  Report report;
  report.name = "morning";
  report.title = say("This morning, {}", text_of(now.day)) + (view.practice ? " (" + say("practice") + ")" : "");
  report.as_of = text_of(now.day);
  report.columns = {{"part", tr("part"), ColumnType::word, ""}, {"when", tr("when"), ColumnType::text, ""},
                    {"case", tr("case"), ColumnType::text, ""}, {"initials", tr("initials"), ColumnType::text, ""},
                    {"what", tr("what"), ColumnType::text, ""}, {"who", tr("who"), ColumnType::text, ""}};
  Rows late, soon;
  add_dues(view, now, late, soon);
  const bool all_in_time = late.empty();
  const auto late_ones = late.size();
  add_part(report, std::move(late), say("{} are overdue in all: mediasi report overdue", late_ones));
  add_part(report, sessions_today(view, now.day), say("there are more sessions today"));
  add_part(report, std::move(soon), say("more is due this week"));
  add_part(report, waits(view), say("more waits than is shown here"));
  if (all_in_time)
    report.notes.push_back(say("nothing is overdue"));
  report.notes.push_back(say("open cases: {}; one of them: mediasi report case CASE", view.cases.size()));
  return report;
}

} // namespace mediasi
