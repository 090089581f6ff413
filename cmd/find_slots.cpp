#include "cmd/find_slots.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/collect.h"
#include "cmd/env.h"
#include "cmd/which_case.h"
#include "judge/free_slots.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

constexpr int least_minutes = 15, most_minutes = 24 * 60;
constexpr int most_slots = 100;

void check_alone(const WritingOptions &options) {
  if (!options.find.find)
    throw Error({Code::usage, say("--minutes, --room, --mediator, --from and --count belong to --find"),
                 say("mediasi schedule CASE --find")});
  const bool writes = !options.step.empty() || !options.form.empty() || !options.by.empty() || !options.on.empty() ||
                      !options.papers.empty() || !options.sets.empty() || !options.attachments.empty() ||
                      !options.accepted.empty() || options.dry_run || options.blank;
  if (writes)
    throw Error({Code::find_reads_only,
                 say("--find records nothing, so it takes nothing that is recorded: no form, no step, no --by"),
                 say("mediasi schedule CASE --find, then type the command it shows")});
  if (options.case_number.empty())
    throw Error({Code::usage, say("'{}' needs a case", "schedule"), say("mediasi schedule CASE --find")});
}

int number_within(const std::string &text, std::string_view option, int otherwise, int least, int most) {
  if (text.empty())
    return otherwise;
  const auto number = parse_integer(text);
  if (!number || *number < least || *number > most)
    throw Error({Code::option_value, say("{} is no number from {} to {}", option, least, most),
                 say("for example: {} {}", option, otherwise)});
  return static_cast<int>(*number);
}

template <typename Rows> void check_known(const Rows &rows, const std::string &id, std::string_view option) {
  std::vector<std::string> known;
  for (const auto &row : rows)
    known.push_back(row.id);
  if (id.empty() || std::find(known.begin(), known.end(), id) != known.end())
    return;
  throw Error({Code::option_value, say("{} names nobody and nothing of the roster", option),
               say("known: {}", join(known, ", "))});
}

SlotWish wish_of(const FindOptions &given, const Bench &bench, const CaseFile &file, Date today) {
  SlotWish wish;
  wish.minutes = number_within(given.minutes, "--minutes", wish.minutes, least_minutes, most_minutes);
  wish.count = number_within(given.count, "--count", wish.count, 1, most_slots);
  wish.room = given.room;
  wish.mediator = given.mediator;
  check_known(bench.roster.rooms, wish.room, "--room");
  check_known(bench.roster.mediators, wish.mediator, "--mediator");
  if (wish.mediator.empty() && !file.appointments.empty())
    wish.mediator = file.appointments.back().mediator;
  wish.from = today;
  if (given.from.empty())
    return wish;
  const auto from = parse_date(given.from);
  if (!from)
    throw Error({Code::option_value, say("--from is not a day"), say("write YYYY-MM-DD")});
  wish.from = std::max(today, *from);
  return wish;
}

Problem impossible(std::string message, std::string hint) {
  return {Code::no_free_slot, std::move(message), std::move(hint), {}, {}, {}, {}};
}

// what no day can mend
void check_possible(const Bench &bench, const CaseFile &file, const SlotWish &wish, const SlotWindow &window,
                    const Moment &now) {
  std::vector<Problem> problems;
  if (file.closed())
    problems.push_back(
        impossible(say("case '{}' is closed", file.number), say("see: mediasi report case {}", file.number)));
  if (session_step(bench, file, now) == nullptr)
    problems.push_back(impossible(say("no step of the rules fixes one more session"),
                                  say("see what is open: mediasi explain {}", file.number)));
  if (wish.mediator.empty())
    problems.push_back(impossible(say("no mediator is appointed"), say("name one to look for: --mediator ID")));
  if (bench.roster.rooms.empty())
    problems.push_back(impossible(say("there is no room"), say("mediasi roster add room --form FILE")));
  if (window.last < window.first)
    problems.push_back(impossible(
        say("the limit '{}' passed on {}", window.limit->deadline, text_of(window.last)),
        say("record what happened; a session fixed now is late: mediasi schedule {} --step STEP", file.number)));
  const auto &hours = bench.standard.hours;
  if (hours.to - hours.from < std::chrono::minutes{wish.minutes})
    problems.push_back(impossible(say("{} minutes do not fit into the office's hours, {} to {}", wish.minutes,
                                      text_of(hours.from), text_of(hours.to)),
                                  say("--minutes, or office_hours in the rules")));
  throw_if_any(std::move(problems));
}

// Who has to be named, so that the line can be typed as it stands: the officer of the case with a role of the step, or
// the only one who holds it. Nobody where who types may do it, or where several could be meant.
std::string by_whom(const Bench &bench, const CaseFile &file, const Step &step, const std::string &typist, Date day) {
  const auto able = holders_of(bench.roster, step.roles, day);
  const auto may = [&](const std::string &officer) {
    return std::find(able.begin(), able.end(), officer) != able.end();
  };
  if (step.roles.empty() || may(typist))
    return {};
  for (const auto &role : step.roles)
    if (const auto assigned = assigned_officer(bench.standard, file, role); may(assigned))
      return " --by " + assigned;
  return able.size() == 1 ? " --by " + able.front() : std::string();
}

struct Proposal {
  const Bench &bench;
  const CaseFile &file;
  const SlotWish &wish;
  std::string typist; // "": nobody of the roster
  Moment now;

  std::string with_officer(const Step *step) const {
    return step == nullptr ? std::string() : step->id + by_whom(bench, file, *step, typist, now.day);
  }
  std::string to_fix() const { return with_officer(session_step(bench, file, now)); }
  std::string to_appoint() const {
    const auto &steps = bench.standard.steps;
    const auto found =
        std::find_if(steps.begin(), steps.end(), [](const Step &step) { return step.act == "mediator"; });
    return with_officer(found == steps.end() ? nullptr : &*found);
  }
};

Report report_of(const Proposal &proposal, const SlotWindow &window, const SlotSearch &search) {
  const auto &[bench, file, wish, typist, now] = proposal;
  Report report;
  report.name = "free_slots";
  report.title = say("Free times for a session of case {}", file.number);
  report.as_of = text_of(now.day);
  report.from = text_of(window.first);
  report.to = text_of(window.last);
  report.columns = {{"at", tr("day and time"), ColumnType::moment, ""},
                    {"room", tr("room"), ColumnType::text, ""},
                    {"mediator", tr("mediator"), ColumnType::text, ""},
                    {"command", tr("to take it"), ColumnType::text, ""}};
  for (const auto &slot : search.slots)
    report.rows.push_back({slot.at, slot.room, slot.mediator,
                           "mediasi schedule " + file.number + " --step " + proposal.to_fix() +
                               " --set at=" + text_of(slot.at) + " --set room=" + slot.room +
                               " --set minutes=" + std::to_string(wish.minutes)});
  if (window.limit)
    report.notes.push_back(say("inside the limit '{}', which ends on {}", window.limit->deadline, window.limit->due));
  else
    report.notes.push_back(say("no limit runs that a session could meet; looked ahead to {}", text_of(window.last)));
  if (!bench.calendar.has_year(static_cast<int>(window.last.year())))
    report.notes.push_back(say("provisional: the holidays of {} are not loaded", static_cast<int>(window.last.year())));
  if (file.appointments.empty() || file.appointments.back().mediator != wish.mediator)
    report.notes.push_back(
        say("appoint the mediator first: mediasi schedule {} --step {} --set mediator={} --set conflict=no",
            file.number, proposal.to_appoint(), wish.mediator));
  return report;
}

} // namespace

Outcome find_slots(Env &env, const WritingOptions &options) {
  check_alone(options);
  const Store store = open_store(env, Access::read);
  const auto number = which_case(store, options.case_number);
  const auto file = fold(store.entries_of(number));
  Grounds grounds(store);
  auto bench = grounds.bench(file.rules);
  const auto now = clock_for(env, store.practice(), bench.standard.office.zone).moment();
  const auto *typist = bench.roster.by_login(env.user);
  const auto wish = wish_of(options.find, bench, file, now.day);
  const auto window = slot_window(bench, file, wish.from, now);
  check_possible(bench, file, wish, window, now);
  bench.taken = bookings_between(store, bench.roster, file, window.first, window.last);
  bench.taken.erase(
      std::remove_if(bench.taken.begin(), bench.taken.end(), [&](const Booking &b) { return b.case_number == number; }),
      bench.taken.end()); // the case's own sessions are in its file
  const auto search = search_slots(bench, file, wish, window, now);
  if (!search.slots.empty())
    return {report_of({bench, file, wish, typist != nullptr ? typist->id : "", now}, window, search), 0};
  std::vector<Problem> problems{impossible(
      say("no time is free for {} minutes from {} to {}", wish.minutes, text_of(window.first), text_of(window.last)),
      say("ask for fewer minutes, another room or another mediator"))};
  problems.insert(problems.end(), search.why.begin(), search.why.end());
  throw Error(std::move(problems));
}

void declare_find(Options &options, FindOptions &mine) {
  options.flag("--find", later("proposes the first free times for a session and records nothing"), mine.find);
  options.text("--minutes", "NUMBER", later("with --find: how long the session is to be (120)"), mine.minutes);
  options.text("--room", "ROOM", later("with --find: this room alone"), mine.room);
  options.text("--mediator", "MEDIATOR", later("with --find: this mediator (the one appointed)"), mine.mediator);
  options.text("--from", "DATE", later("with --find: not before this day"), mine.from);
  options.text("--count", "NUMBER", later("with --find: how many times are proposed (5)"), mine.count);
}

} // namespace mediasi
