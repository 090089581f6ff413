#include "judge/deadlines.h"

#include <array>
#include <fstream>
#include <random>
#include <sstream>

#include <doctest/doctest.h>

using namespace mediasi;

namespace {

HolidayYear shipped_year(const std::string &name) {
  std::ifstream file(MEDIASI_SOURCE_DIR "/share/calendar/" + name);
  std::stringstream text;
  text << file.rdbuf();
  std::vector<Problem> problems;
  auto year = load_holidays(text.str(), name, problems);
  REQUIRE(problems.empty());
  return year;
}

// an office with one deadline from the registration, and a case received on a day
struct Scene {
  Standard standard;
  std::vector<Gate> gates;
  Roster roster;
  Calendar calendar{{shipped_year("2025.toml"), shipped_year("2026.toml")}, {1, 2, 3, 4, 5}};
  CaseFile file;

  Scene(std::string_view received, int amount, Unit unit) {
    Deadline deadline;
    deadline.id = "batas";
    deadline.amount = amount;
    deadline.unit = unit;
    deadline.from = "received";
    deadline.until = {"closed"};
    deadline.pauses = true;
    standard.deadlines = {deadline};
    file.number = "2026-0001";
    file.received = parse_moment(received).value();
    file.story.push_back({"registrasi", "register", file.received, {}, "a", "a", 1, {}});
  }

  Bench bench() const { return {standard, gates, roster, calendar, {}}; }

  void pause(std::string_view from, std::string_view until) {
    StoppedClock clock{"batas", "r", parse_moment(from).value(), std::nullopt, 2};
    if (!until.empty())
      clock.until = parse_moment(until).value();
    file.pauses.push_back(clock);
  }

  CountedDeadline counted() const { return counted_deadline(bench(), file, standard.deadlines.front()).value(); }
  ExplainedDeadline explained(std::string_view now) const {
    return explain_deadlines(bench(), file, parse_moment(now).value()).front();
  }
};

// every day after the start, one after the other, until it is due and `upto` has passed
std::vector<LedgerDay> naive(const Scene &scene, Date upto) {
  const auto &deadline = scene.standard.deadlines.front();
  std::vector<LedgerDay> days;
  int number = 0;
  for (auto day = plus_days(scene.file.received.day, 1); number < *deadline.amount || !(upto < day);
       day = plus_days(day, 1)) {
    std::string why;
    if (deadline.unit == Unit::working_day)
      why = scene.calendar.why_not_working(day);
    for (const auto &pause : scene.file.pauses)
      if (!(day < pause.from.day) && day < pause.until->day)
        why = "paused";
    number += why.empty() ? 1 : 0;
    days.push_back({day, why.empty() ? number : 0, why});
  }
  return days;
}

Date last_of(const std::vector<LedgerDay> &days, int amount) {
  for (const auto &day : days)
    if (day.number == amount)
      return day.day;
  return {};
}

} // namespace

TEST_CASE("thousands of random deadlines agree day by day with a naive count") {
  std::mt19937 chance(20261124);
  const auto below = [&](int most) { return static_cast<int>(chance() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 3000; ++round) {
    const auto start = plus_days(Date(std::chrono::year{2025} / 1 / 2), below(720));
    Scene scene(text_of(start), 1 + below(40), below(2) == 0 ? Unit::day : Unit::working_day);
    for (int pauses = below(4); pauses > 0; --pauses) {
      const auto from = plus_days(start, below(50));
      scene.pause(text_of(from), text_of(plus_days(from, below(12))));
    }
    const auto now = plus_days(start, below(90));
    CAPTURE(text_of(start));
    CAPTURE(text_of(now));
    const auto row = scene.explained(text_of(now));
    const auto days = naive(scene, now);
    REQUIRE(row.due == text_of(last_of(days, *scene.standard.deadlines.front().amount)));
    REQUIRE(row.days.size() == days.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
      REQUIRE(row.days[i].day == days[i].day);
      REQUIRE(row.days[i].number == days[i].number);
      REQUIRE(row.days[i].why == days[i].why);
    }
    CHECK(row.state == (row.due < text_of(now) ? "overdue" : "running"));
  }
}

TEST_CASE("an open pause keeps the clock still whatever day it is") {
  Scene scene("2026-03-02", 14, Unit::day);
  scene.pause("2026-03-04T09:00", "");
  for (const auto now : {"2026-03-04", "2026-03-30", "2027-01-01"}) {
    CAPTURE(now);
    const auto row = scene.explained(now);
    CHECK(row.state == "paused");
    CHECK(row.paused_since == "2026-03-04");
    CHECK(row.net == 1);
    CHECK(row.days.back().day == parse_date(now).value());
    CHECK(row.due == text_of(plus_days(parse_date(now).value(), 12))); // if it ended now, this day would be the second
  }
  scene.file.termination = Termination{"moved", parse_moment("2026-04-01").value(), 3, "a"};
  CHECK(scene.explained("2026-05-01").state == "met"); // it ended with the case, and so did its pause
}

TEST_CASE("a pause that begins after the due day undoes no lateness") {
  Scene scene("2026-03-02", 5, Unit::day);
  scene.pause("2026-03-08", "");
  CHECK(scene.counted().due == "2026-03-07");
  CHECK(scene.explained("2026-03-09").state == "overdue");
}

TEST_CASE("a pause takes from minutes and hours just the time it lasts") {
  struct Row {
    const char *start, *from, *until, *due;
    int amount;
    Unit unit;
  };
  constexpr std::array rows{
      Row{"2026-03-02T08:00", "2026-03-02T09:00", "2026-03-02T10:30", "2026-03-02T11:30", 120, Unit::minute},
      Row{"2026-03-02T08:00", "2026-03-02T09:00", "2026-03-05T09:00", "2026-03-06T08:00", 24, Unit::hour},
      Row{"2026-03-02T08:00", "2026-03-01T09:00", "2026-03-02T09:00", "2026-03-02T11:00", 120, Unit::minute},
      Row{"2026-03-02T08:00", "2026-03-02T10:00", "2026-03-02T12:00", "2026-03-02T10:00", 120, Unit::minute},
      Row{"2026-03-02T23:30", "2026-03-03", "2026-03-04", "2026-03-04T00:30", 1, Unit::hour},
  };
  for (const auto &row : rows) {
    CAPTURE(row.from);
    Scene scene(row.start, row.amount, row.unit);
    scene.pause(row.from, row.until);
    CHECK(scene.counted().due == row.due);
    CHECK(scene.explained("2026-03-02T08:01").days.empty());
  }
  Scene open("2026-03-02T08:00", 120, Unit::minute);
  open.pause("2026-03-02T09:00", "");
  CHECK(open.explained("2026-04-02T08:01").state == "paused");
  CHECK(open.explained("2026-04-02T08:01").due == "2026-04-02T09:01");
}

TEST_CASE("an extension is told apart and moves the due day") {
  Scene scene("2026-03-02", 14, Unit::day);
  scene.file.extensions.push_back({"batas", "", 3, parse_moment("2026-03-10").value(), 2});
  scene.file.extensions.push_back({"lain", "", 30, parse_moment("2026-03-10").value(), 3});
  const auto row = scene.explained("2026-03-11");
  CHECK(row.due == "2026-03-19");
  CHECK(row.amount == 17);
  CHECK(row.extended == 3);
}

TEST_CASE("a minimum is too early until its day") {
  Scene scene("2026-03-02", 3, Unit::working_day);
  scene.standard.deadlines.front().at_least = true;
  CHECK(scene.explained("2026-03-04T23:59").state == "too_early");
  CHECK(scene.explained("2026-03-05").state == "passed");
  CHECK(dues_of(scene.bench(), scene.file).empty());
}

TEST_CASE("what is to be done every so often is owed until it was done as often as it may be") {
  Scene scene("2026-03-02", 5, Unit::day);
  auto &deadline = scene.standard.deadlines.front();
  deadline.step = "kunjungan";
  deadline.from = "step:kunjungan";
  deadline.repeats = true;
  Step step;
  step.id = "kunjungan";
  step.repeat = Repeat::many;
  step.most = 2;
  scene.standard.steps = {step};
  const auto visit = [&](std::string_view day) {
    scene.file.story.push_back({"kunjungan", "visit", parse_moment(day).value(), {}, "a", "a", 2, {}});
  };
  visit("2026-03-10");
  CHECK(dues_of(scene.bench(), scene.file).size() == 1);
  CHECK(scene.counted().due == "2026-03-15");
  visit("2026-03-14");
  CHECK(dues_of(scene.bench(), scene.file).empty());
  CHECK(scene.explained("2026-04-01").state == "met");
  scene.standard.steps.front().most = 0; // no limit
  CHECK(dues_of(scene.bench(), scene.file).size() == 1);
  CHECK(scene.explained("2026-04-01").state == "overdue");
}

TEST_CASE("what is counted from the end of a case is not over by it, and of an old end nothing is counted") {
  Scene scene("2026-03-02", 2, Unit::day);
  auto &deadline = scene.standard.deadlines.front();
  deadline.from = "closed";
  deadline.until = {"step:arsip"};
  Step archive;
  archive.id = "arsip";
  scene.standard.steps = {archive};
  scene.file.termination.emplace();
  scene.file.termination->on = parse_moment("2026-03-10").value();
  scene.file.termination->entry = 2;
  scene.file.story.push_back({"terminasi", "termination", scene.file.termination->on, {}, "a", "a", 2, {}});
  CHECK(scene.counted().due == "2026-03-12");
  CHECK(scene.explained("2026-03-13").state == "overdue");
  scene.file.story.push_back({"arsip", "log", parse_moment("2026-03-11").value(), {}, "a", "a", 3, {}});
  CHECK(scene.explained("2026-03-13").state == "met");
  scene.file.story[1].as_found = true;
  CHECK_FALSE(counted_deadline(scene.bench(), scene.file, deadline));
}

TEST_CASE("what was done in time is not owed again when the case is opened again") {
  const auto at = [](std::string_view day) { return parse_moment(day).value(); };
  for (const bool repeats : {false, true}) {
    CAPTURE(repeats);
    Scene scene("2026-03-02", 5, Unit::day);
    auto &deadline = scene.standard.deadlines.front();
    deadline.until = {"unfit"};
    deadline.repeats = repeats;
    scene.file.findings.push_back(Finding{});
    scene.file.findings.back().finding = "unfit";
    scene.file.findings.back().on = at("2026-03-04");
    scene.file.reopened = {at("2026-03-20")};
    CHECK(scene.counted().start == at("2026-03-02"));
    CHECK(scene.explained("2026-04-01").state == "met");
    deadline.until = {"agreed"}; // which never came
    CHECK(scene.counted().start == at("2026-03-20"));
    CHECK(scene.explained("2026-04-01").state == "overdue");
    deadline.at_least = true;
    CHECK(scene.counted().start == at("2026-03-02"));
    deadline.at_least = false;
    deadline.until = {"unfit"};
    deadline.standard = "S12"; // the promise of the whole service
    CHECK(scene.counted().start == at("2026-03-20"));
    CHECK(scene.explained("2026-04-01").state == "overdue");
  }
}
