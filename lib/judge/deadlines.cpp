#include "judge/deadlines.h"

#include <algorithm>

#include "judge/events.h"

namespace mediasi {

namespace {

constexpr std::chrono::minutes whole_day{24 * 60};

void keep_earliest(std::optional<Moment> &first, const Moment &moment) {
  if (!first || earlier(moment, *first))
    first = moment;
}

// the promise of the whole service is counted anew for a case that was opened again, whatever it was counted from
bool begins_anew(const CaseFile &file, const Deadline &deadline) {
  return deadline.standard == "S12" && !file.reopened.empty();
}

// What stops the clock is looked for from here on. Whatever came before an only start has done its work: the file was
// complete after the session. What comes with every session is stopped by nothing that an earlier one brought.
std::optional<Moment> stops_count_from(const CaseFile &file, const Deadline &deadline, const Moment &start) {
  if (deadline.repeats || begins_anew(file, deadline))
    return start;
  if (!comes_with_sessions(deadline.from))
    return std::nullopt;
  const auto own = std::find_if(file.sessions.rbegin(), file.sessions.rend(),
                                [&](const Session &session) { return !earlier(start, session.at); });
  return own == file.sessions.rend() ? start : own->at;
}

// What is to be done every so often is owed no more once it was done as often as the rules allow.
bool was_the_last_time(const Bench &bench, const CaseFile &file, const Deadline &deadline) {
  const auto *step = deadline.repeats ? bench.standard.step(deadline.step) : nullptr;
  return step && step->most > 0 && used_up(file, *step);
}

std::optional<Moment> stop_of(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &start) {
  std::optional<Moment> first;
  if (file.closed() && deadline.from != "closed") // what begins with the end is not over by it
    first = file.termination->on;
  if (was_the_last_time(bench, file, deadline))
    keep_earliest(first, start);
  const auto since = stops_count_from(file, deadline, start);
  for (const auto &event : deadline.until) {
    if (deadline.repeats && event == deadline.from)
      continue;
    for (const auto &moment : event_times(bench, file, event))
      if (!since || !earlier(moment, *since))
        keep_earliest(first, moment);
  }
  return first;
}

// an end out of an old register opens nothing
bool ended_as_found(const CaseFile &file) {
  return file.termination && std::any_of(file.story.begin(), file.story.end(), [&](const Happened &act) {
           return act.entry == file.termination->entry && act.as_found;
         });
}

int extended_by(const CaseFile &file, const Deadline &deadline, const Moment &start) {
  int sum = 0;
  for (const auto &extension : file.extensions)
    if (extension.deadline == deadline.id && !(deadline.repeats && earlier(extension.on, start)))
      sum += extension.amount;
  return sum;
}

std::string start_of(Date day) {
  return text_of(Moment{day, std::chrono::minutes{0}});
}

void count_in_days(const Bench &bench, const Deadline &deadline, const std::vector<Pause> &pauses,
                   CountedDeadline &counted) {
  const auto span =
      count_days(bench.calendar, counted.start.day, counted.amount, deadline.unit == Unit::working_day, pauses);
  counted.due = text_of(span.due);
  counted.late_from = start_of(plus_days(span.due, 1));
  counted.provisional = span.provisional;
  counted.paused_since = span.paused_since;
}

// minutes since the epoch; a pause known by its day alone begins and ends as that day does
std::chrono::minutes clock_of(const Moment &moment) {
  return std::chrono::sys_days(moment.day).time_since_epoch() + moment.time.value_or(std::chrono::minutes{0});
}

Moment moment_at(std::chrono::minutes clock) {
  const auto days = std::chrono::floor<std::chrono::days>(clock);
  return {Date(std::chrono::sys_days(days)), clock - days};
}

// A limit in minutes or hours counts from a time; where only the day is known, from its end.
void count_in_minutes(const CaseFile &file, const Deadline &deadline, const std::optional<Moment> &pauses_end,
                      CountedDeadline &counted) {
  auto from = clock_of(counted.start) + (counted.start.time ? std::chrono::minutes{0} : whole_day);
  auto due = from + std::chrono::minutes{counted.amount * (deadline.unit == Unit::hour ? 60 : 1)};
  auto pauses = file.pauses;
  std::erase_if(pauses, [&](const StoppedClock &pause) { return pause.deadline != deadline.id; });
  std::stable_sort(pauses.begin(), pauses.end(),
                   [](const StoppedClock &a, const StoppedClock &b) { return earlier(a.from, b.from); });
  for (const auto &pause : pauses) {
    const auto begun = std::max(clock_of(pause.from), from);
    const auto until = pause.until ? pause.until : pauses_end;
    if (begun >= due)
      break;
    if (!until)
      counted.paused_since = pause.from.day;
    else if (clock_of(*until) > begun) {
      due += clock_of(*until) - begun;
      from = clock_of(*until);
    }
  }
  counted.due = text_of(moment_at(due));
  counted.late_from = text_of(moment_at(due + std::chrono::minutes{1}));
}

} // namespace

std::string minute_text(const Moment &moment) {
  return text_of(Moment{moment.day, moment.time.value_or(whole_day - std::chrono::minutes{1})});
}

std::optional<Moment> came_in(const Bench &bench, const Entry &act) {
  if (act.recorded == Instant{})
    return std::nullopt;
  return Clock{act.recorded, bench.standard.office.zone}.moment();
}

std::vector<Pause> pauses_of(const CaseFile &file, const Deadline &deadline, const std::optional<Moment> &stopped) {
  std::vector<Pause> pauses;
  for (const auto &pause : file.pauses) {
    if (pause.deadline != deadline.id)
      continue;
    const auto until = pause.until ? pause.until : stopped;
    pauses.push_back({pause.from.day, until ? std::optional(until->day) : std::nullopt});
  }
  return pauses;
}

std::optional<DeadlineRun> run_of(const Bench &bench, const CaseFile &file, const Deadline &deadline) {
  if (deadline.from == "closed" && ended_as_found(file))
    return std::nullopt;
  const auto starts = file.story.empty() ? std::vector<Moment>{} : event_times(bench, file, deadline.from);
  if (starts.empty())
    return std::nullopt;
  const auto start = deadline.repeats ? starts.back() : starts.front();
  const auto stop = stop_of(bench, file, deadline, start);
  if (file.reopened.empty() || deadline.at_least || !earlier(start, file.reopened.back()))
    return DeadlineRun{start, stop}; // time that has to pass passes for a closed case too
  const auto reopened = file.reopened.back();
  if (stop && earlier(*stop, reopened) && !begins_anew(file, deadline)) // what was done in time is not owed again
    return DeadlineRun{start, stop};
  return DeadlineRun{reopened, stop_of(bench, file, deadline, reopened)}; // nobody works on a closed case
}

CountedDeadline counted_from(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &start,
                             const std::optional<Moment> &resumed) {
  CountedDeadline counted;
  counted.start = start;
  counted.stopped = stop_of(bench, file, deadline, start);
  counted.extended = extended_by(file, deadline, start);
  counted.amount = deadline.amount.value_or(0) + counted.extended;
  const auto pauses_end = counted.stopped ? counted.stopped : resumed;
  if (counts_days(deadline))
    count_in_days(bench, deadline, pauses_of(file, deadline, pauses_end), counted);
  else
    count_in_minutes(file, deadline, pauses_end, counted);
  return counted;
}

std::optional<CountedDeadline> counted_deadline(const Bench &bench, const CaseFile &file, const Deadline &deadline) {
  const auto run = deadline.amount ? run_of(bench, file, deadline) : std::nullopt;
  if (!run)
    return std::nullopt;
  return counted_from(bench, file, deadline, run->start);
}

std::optional<CountedDeadline> counted_now(const Bench &bench, const CaseFile &file, const Deadline &deadline,
                                           const Moment &now) {
  auto counted = counted_deadline(bench, file, deadline);
  if (!counted || !counted->paused_since)
    return counted;
  const Moment end{now.day, now.time.value_or(whole_day - std::chrono::minutes{1})};
  auto resumed = counted_from(bench, file, deadline, counted->start, end);
  resumed.paused_since = counted->paused_since;
  return resumed;
}

} // namespace mediasi
