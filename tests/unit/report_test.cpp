#include <algorithm>

#include <doctest/doctest.h>

#include "report/registry.h"

using namespace mediasi;

namespace {

Moment at(const char *iso) {
  return *parse_moment(iso);
}

DueRow due_row(std::string case_number, std::string last, std::string late_from) {
  DueRow row;
  row.case_number = std::move(case_number);
  row.deadline = "layanan";
  row.role = "pendamping";
  row.officer = "rina";
  row.due = std::move(last);
  row.late_from = std::move(late_from);
  return row;
}

std::string text(const Cell &cell) {
  return std::get<std::string>(cell);
}

bool has_note(const Report &report, const std::string &part) {
  return std::any_of(report.notes.begin(), report.notes.end(),
                     [&](const std::string &note) { return note.find(part) != std::string::npos; });
}

Standard standard_of_report() {
  Standard all;
  Step step;
  step.id = "asesmen";
  step.title = "Asesmen penerima manfaat";
  step.act = "log";
  all.steps = {step};
  return all;
}

CaseFile case_file() {
  CaseFile file;
  file.number = "2026-0012";
  file.received = at("2026-03-02");
  Person who;
  who.id = "beneficiary1";
  who.side = Side::beneficiary;
  who.initials = "A.S.";
  who.birth = {2014, 5, 0};
  file.persons = {who};
  Happened one{"asesmen", "log", at("2026-03-02T09:00"), *parse_instant("2026-03-02T03:00:00Z"), "rina", "rina", 5, {}};
  Happened two = one;
  two.recorded = *parse_instant("2026-03-03T17:30:00Z"); // 00:30 of the 4th in the office's zone
  two.typed = "budi";
  two.entry = 6;
  file.story = {one, two};
  return file;
}

// what stands in the due table in any order
Report overdue_of(std::vector<DueRow> dues, const Moment &now) {
  sort_by_lateness(dues);
  return overdue([&](const auto &take) { std::for_each(dues.begin(), dues.end(), take); }, now);
}

} // namespace

TEST_CASE("the due day itself is not late, the next midnight is") {
  const std::vector<DueRow> dues{due_row("2026-0001", "2026-03-26", "2026-03-27T00:00")};
  CHECK(overdue_of(dues, at("2026-03-26T23:59")).rows.empty());
  const Report report = overdue_of(dues, at("2026-03-27T00:00"));
  REQUIRE(report.rows.size() == 1);
  CHECK(text(report.rows[0][0]) == "2026-0001");
  CHECK(text(report.rows[0][1]) == "layanan");
  CHECK(std::get<Date>(report.rows[0][2]) == *parse_date("2026-03-27"));
  CHECK(std::get<std::int64_t>(report.rows[0][3]) == 1);
}

TEST_CASE("a day without a time stands for the whole of it") {
  CHECK(overdue_of({due_row("1", "2026-03-27T10:00", "2026-03-27T10:01")}, at("2026-03-27")).rows.size() == 1);
}

TEST_CASE("a limit in hours is late on its own day, by no whole day") {
  const Report report = overdue_of({due_row("1", "2026-03-27T10:00", "2026-03-27T10:01")}, at("2026-03-27T11:00"));
  REQUIRE(report.rows.size() == 1);
  CHECK(std::get<std::int64_t>(report.rows[0][3]) == 0);
}

TEST_CASE("what is paused is never late") {
  DueRow paused = due_row("1", "2026-03-26", "2026-03-27T00:00");
  paused.paused_since = "2026-03-20";
  CHECK(overdue_of({paused}, at("2026-06-01")).rows.empty());
}

TEST_CASE("the longest late comes first, then by case") {
  const Report report =
      overdue_of({due_row("3", "2026-03-05", "2026-03-06T00:00"), due_row("2", "2026-03-01", "2026-03-02T00:00"),
                  due_row("1", "2026-03-05", "2026-03-06T00:00")},
                 at("2026-06-01"));
  REQUIRE(report.rows.size() == 3);
  CHECK(text(report.rows[0][0]) == "2");
  CHECK(text(report.rows[1][0]) == "1");
  CHECK(text(report.rows[2][0]) == "3");
}

TEST_CASE("a step names what is late before its deadline does, and a vacant post is empty") {
  DueRow row = due_row("1", "2026-03-26", "2026-03-27T00:00");
  row.step = "asesmen";
  row.officer = "";
  const Report report = overdue_of({row}, at("2026-04-01"));
  CHECK(text(report.rows.at(0)[1]) == "asesmen");
  CHECK(report.rows.at(0)[5] == Cell());
}

TEST_CASE("provisional days are said to be so") {
  DueRow row = due_row("1", "2026-03-26", "2026-03-27T00:00");
  row.provisional = true;
  CHECK(has_note(overdue_of({row}, at("2026-04-01")), "provisional"));
  CHECK(overdue_of({row}, at("2026-03-01")).notes.empty());
}

TEST_CASE("the report of what is late names nobody") {
  const Report report = overdue_of({}, at("2026-04-01"));
  for (const Column &column : report.columns)
    for (const char *forbidden : {"name", "initials", "nik", "beneficiary", "respondent"})
      CHECK(column.key != forbidden);
}

TEST_CASE("the story tells every entry in order, who typed for whom, and what was recorded late") {
  const CaseFile file = case_file();
  const Standard rules = standard_of_report();
  const Report report = case_story({file, rules, "", {}, {}, {}, {}}, at("2026-03-10"));
  REQUIRE(report.rows.size() == 2);
  CHECK(std::get<std::int64_t>(report.rows[0][0]) == 5);
  CHECK(text(report.rows[0][3]) == "Asesmen penerima manfaat");
  CHECK(report.rows[0][5] == Cell());
  CHECK(report.rows[0][6] == Cell());
  CHECK(text(report.rows[1][5]) == "budi");
  CHECK(std::get<Moment>(report.rows[1][6]) == at("2026-03-04T00:30"));
}

TEST_CASE("the story says where the case stands") {
  CaseFile file = case_file();
  Obligation owed;
  owed.number = 1;
  owed.who = "respondent1";
  owed.kind = "apology";
  owed.recurrence = "once";
  file.obligations = {owed};
  file.termination = Termination{"carried_out", at("2026-05-01"), 9, "mk"};
  const Standard rules = standard_of_report();
  DueRow late = due_row("2026-0012", "2026-03-05", "2026-03-06T00:00");
  const Report report =
      case_story({file,
                  rules,
                  "assessing",
                  *parse_date("2026-03-04"),
                  {"Surat rujukan"},
                  {late},
                  {{"undangan", "respondent1", "owed", ""}, {"undangan", "beneficiary1", "withheld", ""}}},
                 at("2026-03-10"));
  for (const char *part : {"case 2026-0012, A.S.", "beneficiary1: A.S., beneficiary, child", "file complete 2026-03-04",
                           "missing: Surat rujukan", "stage: assessing", "closed 2026-05-01", "overdue", "obligation 1",
                           "open", "paper owed: undangan, to respondent1", "paper withheld: undangan, to beneficiary1"})
    CHECK_MESSAGE(has_note(report, part), part);
}

TEST_CASE("a report is found by its name and by nothing else") {
  CHECK(report_kind("overdue") != nullptr);
  CHECK(report_kind("overdue")->alarm);
  CHECK(report_kind("case") != nullptr);
  for (const char *bad : {"", "Overdue", "overdu", "overdue ", "cases"})
    CHECK(report_kind(bad) == nullptr);
}
