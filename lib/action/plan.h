// Drafts to a plan: every act checked, then judged in turn against the case as the acts before it leave it. The plan is
// the whole decision; committing it is somebody else's.
#pragma once

#include <string>
#include <vector>

#include "action/check.h"
#include "judge/judge.h"
#include "model/regions.h"

namespace mediasi {

struct PlannedAct {
  Entry entry;
  std::vector<Sealed> sealed;
  std::vector<Attachment> attachments = {}; // still to be read
  CaseFile before = {};                     // what it was judged against
  std::vector<Problem> refused = {};        // of the plan's problems those that refuse this act
  std::vector<std::size_t> warned = {};     // which of the plan's warnings are about it
};

struct Correcting { // --amend, --void
  Correction kind = Correction::amends;
  std::int64_t target = 0;
  std::string because; // a reason of the rules
};

struct Request {
  std::string case_number; // "" for a registration: given by the caller before planning
  std::vector<Draft> drafts;
  std::vector<Problem> problems; // of reading the form: told together with those of its fields
  bool parts_missing = false;    // some of its acts could not be read at all: what others name may stand in them
  std::optional<Moment> on;      // --on; a form's own `on` wins
  std::string by;                // --by, or the officer who types; a form's own `by` wins
  std::string typed;
  std::vector<std::string> accepted; // --accept RULE:REASON[:OFFICER]
  std::optional<Correcting> correcting;
  Instant recorded{};
  bool of_batch = false; // its acts are rows of a batch: the day they say is known to be past
  Moment now;
  std::int64_t next_seq = 1;
  std::string rules;    // hash
  RegionSource regions; // asked only for what names a region; without one no region is compared
};

struct Plan {
  std::vector<PlannedAct> acts;
  std::vector<Problem> problems; // non-empty: nothing may be committed
  std::vector<Problem> warnings;
  CaseFile after;   // the case with the plan in it
  CaseFile regular; // the same without old acts that open nothing: what may come next is judged on it
};

// What happened is always taken down; a session begun in breach carries the rules it broke.
// `then` is the case on the session's day; `known` is all that is known of it when the attendance is recorded.
void note_breaches(const Bench &bench, const CaseFile &then, const CaseFile &known, Entry &attendance,
                   std::vector<Problem> &warnings);

Plan plan_acts(const Bench &bench, const std::vector<Entry> &entries, const Request &request);

} // namespace mediasi
