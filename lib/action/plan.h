// Drafts to a plan: every act checked, then judged in turn against the case as the acts before it leave it. The plan is
// the whole decision; committing it is somebody else's.
#pragma once

#include <string>
#include <vector>

#include "action/check.h"
#include "judge/judge.h"

namespace mediasi {

struct PlannedAct {
  Entry entry;
  std::vector<Sealed> sealed;
};

struct Request {
  std::string case_number; // "" for a registration: given by the caller before planning
  std::vector<Draft> drafts;
  std::vector<Problem> problems; // of reading the form: told together with those of its fields
  std::optional<Moment> on;      // --on; a form's own `on` wins
  std::string by;                // --by, or the officer who types; a form's own `by` wins
  std::string typed;
  std::vector<std::string> accepted; // --accept GUARD:REASON
  Instant recorded{};
  Moment now;
  std::int64_t next_seq = 1;
  std::string rules; // hash
};

struct Plan {
  std::vector<PlannedAct> acts;
  std::vector<Problem> problems; // non-empty: nothing may be committed
  std::vector<Problem> warnings;
  CaseFile after;   // the case with the plan in it
  CaseFile regular; // the same without old acts that open nothing: what may come next is judged on it
};

Plan plan_acts(const Bench &bench, const std::vector<Entry> &entries, const Request &request);

} // namespace mediasi
