// For every kind of guard the acts that can make it pass, derived from the same facts its check looks at. The planner
// (unblock.h) finds the steps that record them, what must come before, and takes the shortest list.
#pragma once

#include "judge/guard_kind.h"

namespace mediasi::ways {

inline Wanted act(std::string kind, Row says = {}) {
  return {std::move(kind), {}, {std::move(says), {}}};
}
inline Wanted rows(std::string kind, std::string group, std::vector<Row> all) {
  Wanted wanted{std::move(kind), {}, {}};
  wanted.says.groups[std::move(group)] = std::move(all);
  return wanted;
}
inline Wanted of_step(std::string id) {
  return {{}, std::move(id), {}};
}

// ways_history.cpp
Ways happened(const Question &);
Ways finding_is(const Question &);
Ways within_table(const Question &);
Ways requirements_complete(const Question &);
Ways requirement_in(const Question &);
Ways order_given(const Question &);
Ways reported(const Question &);
Ways visits(const Question &);
Ways not_before(const Question &);
// ways_people.cpp
Ways assessed(const Question &);
Ways fresh(const Question &);
Ways consent(const Question &);
Ways conditions(const Question &);
Ways risk(const Question &);
Ways no_violence(const Question &);
Ways day_answers(const Question &);
Ways child_companion(const Question &);
Ways special_companion(const Question &);
Ways one_side(const Question &);
Ways not_offender(const Question &);
Ways identity(const Question &);
Ways representative(const Question &);
// ways_matters.cpp
Ways sexual_told(const Question &);
Ways child_violence(const Question &);
Ways penalty(const Question &);
Ways police(const Question &);
// ways_sessions.cpp
Ways mediator(const Question &);
Ways briefed(const Question &);
Ways invited(const Question &);
Ways delivered(const Question &);
Ways proved(const Question &);
Ways regular(const Question &);
Ways outcome(const Question &);
Ways frozen(const Question &);
Ways complete(const Question &);
Ways copies(const Question &);
Ways settled(const Question &);
Ways safety_checked(const Question &);
Ways separate(const Question &);
Ways ladder_end(const Question &);
Ways assignee(const Question &);

// the acts that bring an event about which a step waits for ("minutes_complete"); none for what nobody may wish for
Ways event(const Bench &, const CaseFile &, std::string_view name);

// parts that several ways share
Way missing_requirements(const Bench &, const CaseFile &);
Wanted safe_assessment(const Question &, const Person &);
Way missing_signatures(const CaseFile &);

} // namespace mediasi::ways

namespace mediasi::guards {

// does this party consent? (guards_people.cpp)
Seen consent_of(const Question &, const Person &);

} // namespace mediasi::guards
