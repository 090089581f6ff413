// The one evaluator: may this act be recorded, why not, and what follows from where the case stands.
// Pure; serves a form, a batch row, explain and cron's dues alike. Three-valued: an unknown fact never passes
// a guard that asks for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/casefile.h"
#include "model/projection.h"
#include "model/roster.h"
#include "report/report.h"
#include "rules/calendar.h"
#include "rules/load.h"
#include "rules/standard.h"

namespace mediasi {

// What a judgement rests on besides the case: the rules it is pinned to, the gates of this release, who is who, the
// days.
struct Bench {
  const Standard &standard;
  const std::vector<Gate> &gates;
  const Roster &roster;
  const Calendar &calendar;
  std::vector<Booking> taken;         // other cases' bookings that may collide
  std::vector<PersonLink> links = {}; // other cases' records of people linked to this case or to the roster
};

// An act about to be recorded, in the entry's own shape (clear facts).
struct Verdict {
  const Guard *guard = nullptr;
  bool passed = false;
  bool known = true; // false: the fact is unknown
  std::string fact;  // "companion of beneficiary1"
  std::string seen;  // "none", "unknown", "2026-01-01"
};

struct Judgement {
  std::vector<Verdict> refused;  // statutory gates first
  std::vector<Verdict> warned;   // need acceptance
  std::vector<Problem> problems; // the same as messages, plus built-in refusals (role, order, closed, future)
  bool allowed() const { return problems.empty(); }
};

Judgement judge(const Bench &bench, const CaseFile &file, const Entry &act, const Moment &now);
// the same for whoever has after_act(file, act) already
Judgement judge(const Bench &bench, const CaseFile &file, const Entry &act, const CaseFile &after, const Moment &now);

// Why this officer may not do this step on that day; nothing when one of its roles is held.
std::optional<Problem> role_refusal(const Bench &bench, const Step &step, const std::string &officer, Date day);
// Who holds a role on that day: roster ids.
std::vector<std::string> holders_of(const Roster &roster, const std::vector<std::string> &roles, Date day);

// A failed guard in words: its sentence, the way on, the fact it saw, its basis, its file and line.
Problem problem_of(const Verdict &verdict);
// The case as it would be with this act in it.
CaseFile after_act(const CaseFile &file, const Entry &act);
// Who acts for a role: the case's assigned officer, or the first who holds it on that day; "" when it is vacant.
std::string officer_for(const Bench &bench, const CaseFile &file, std::string_view role, Date day);
// The same; while the role is vacant its deputy, and the deputy's deputy; "" when all are.
std::string stand_in_for(const Bench &bench, const CaseFile &file, std::string_view role, Date day);

// Gate and guard ids that a session's beginning broke, as found when attendance is recorded (facts are never refused).
std::vector<std::string> breaches(const Bench &bench, const CaseFile &file, const Entry &attendance);

// Where the case stands.
std::string stage_of(const Bench &bench, const CaseFile &file);
std::string stage_in_words(std::string_view stage);
std::vector<NextStep> next_steps(const Bench &bench, const CaseFile &file, const Moment &now);
// The session that an act of this step would be about: the last one, unless the step comes for an earlier one alone.
const Session *session_to_come(const Bench &bench, const CaseFile &file, const Step &step);
std::vector<std::string> missing_now(const Bench &bench,
                                     const CaseFile &file); // what is still to be handed in, in words
struct Missing {
  std::vector<const Requirement *> any_of; // one of them is enough; never empty
  int copies = 0;                          // some are in: so many more are asked for
};
std::vector<Missing> missing_items(const Bench &bench, const CaseFile &file);
bool all_copies_in(const CaseFile &file, const Requirement &requirement);
std::vector<std::string> missing_words(const Bench &bench, const CaseFile &file); // the same, of an unfit case too
// what keeps the steps whose turn it is closed: "title: what does not hold; what to do"
std::vector<std::string> obstacles(const Bench &bench, const CaseFile &file, const Moment &now);
std::optional<Date> complete_on(const Bench &bench, const CaseFile &file); // S1: the day the last needed item is in
std::vector<DueRow> dues_of(const Bench &bench, const CaseFile &file);
// one deadline counted from one event
DueRow due_of(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &anchor);
Projection project(const Bench &bench, const CaseFile &file);

// A decision on a signed paper whose scan is not attached to it, nor by a later act (spec 1). Initials are none.
struct UnscannedPaper {
  std::int64_t entry = 0; // the order, the termination, or the act that carries an acceptance
  std::string step;
  std::string number; // "" when no signed paper was named
  Moment since;
};
std::vector<UnscannedPaper> papers_without_scan(const Standard &standard, const CaseFile &file);

// Minutes that somebody has neither signed nor refused to sign, under rules that wait for it.
struct UnsignedMinutes {
  int session = 0;
  bool begun = false; // one of the signers has answered
  std::vector<std::string> waiting;
};
std::vector<UnsignedMinutes> unsigned_minutes(const Standard &standard, const CaseFile &file);
std::string signatures_in_words(const UnsignedMinutes &minutes);

// The tables rules/known.h points at.
Known known_names(std::vector<std::string> templates);

} // namespace mediasi
