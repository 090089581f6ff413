// One deadline of the rules as it counts for one case: from when, how far, paused or extended, and what stopped it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

// The time that counts: from its event to the earliest of those that stop it. The promise of the whole service (S12)
// counts anew from the reopening of a case.
struct DeadlineRun {
  Moment start;
  std::optional<Moment> stopped;
};
std::optional<DeadlineRun> run_of(const Bench &bench, const CaseFile &file, const Deadline &deadline);

struct CountedDeadline {
  Moment start;
  std::optional<Moment> stopped;
  int amount = 0;   // with its extensions
  int extended = 0; // of it, by extensions
  std::string due, late_from;
  bool provisional = false;
  std::optional<Date> paused_since; // `due` is then what it would be if the pause had ended on the day it began
};

// Nothing while it has not begun, and for a limit that is text alone. A minimum (at_least) is counted alike.
std::optional<CountedDeadline> counted_deadline(const Bench &bench, const CaseFile &file, const Deadline &deadline);
// As people are told it: while its clock stands still, with the due day it has if the pause ends now.
std::optional<CountedDeadline> counted_now(const Bench &bench, const CaseFile &file, const Deadline &deadline,
                                           const Moment &now);
// The same from a start of one's own; for a limit that has an amount. `resumed`: when an open pause is taken to end.
CountedDeadline counted_from(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &start,
                             const std::optional<Moment> &resumed = std::nullopt);

// A moment to set against `late_from`: a day without a time is late for the whole of it.
std::string minute_text(const Moment &moment);

// When an act came into the program, in office time; nothing of one that is only supposed.
std::optional<Moment> came_in(const Bench &bench, const Entry &act);

// The days its clock stood still. An open pause ends with the deadline.
std::vector<Pause> pauses_of(const CaseFile &file, const Deadline &deadline, const std::optional<Moment> &stopped);

inline bool counts_days(const Deadline &deadline) {
  return deadline.unit == Unit::day || deadline.unit == Unit::working_day;
}

// What is due as people are told it (counted_now); the table `due` keeps dues_of(), which no clock changes.
std::vector<DueRow> dues_now(const Bench &bench, const CaseFile &file, const Moment &now);

// How far it has been counted by the end of that day; nothing for one that has not begun or is not counted in days.
std::optional<int> counted_days(const Bench &bench, const CaseFile &file, const Deadline &deadline, Date day);

// The days one by one, and how far the count has come; explain and the story of a case are told from it.
std::vector<ExplainedDeadline> explain_deadlines(const Bench &bench, const CaseFile &file, const Moment &now);

} // namespace mediasi
