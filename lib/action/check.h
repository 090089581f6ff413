// A draft to an entry: every field checked against its spec, references tied, defaults filled, identities split off to
// be sealed. All problems are collected; no message carries a value.
#pragma once

#include <string>
#include <vector>

#include "action/draft.h"
#include "acts/acts.h"

#include "model/casefile.h"
#include "model/entry.h"
#include "model/roster.h"
#include "rules/standard.h"

namespace mediasi {

struct CheckedAct {
  Entry entry; // clear facts, sealed_paths; on and by where the draft gives them
  std::vector<Sealed> sealed;
  bool has_on = false, has_by = false;
};

CheckedAct check_draft(const Draft &draft, const Standard &standard, const CaseFile &file, const Roster &roster,
                       std::vector<Problem> &problems);

// A form of the house (an officer, a mediator, a room): the same check without a case.
CheckedAct check_house(const Draft &draft, const ActKind &kind, const Standard &standard, const Roster &roster,
                       std::vector<Problem> &problems);

// The fields of one step as one list: the act's own, then the office's extra ones.
struct StepFields {
  std::vector<FieldSpec> specs;
  std::vector<std::vector<Choice>> choices; // what the extra fields' specs point at
};
StepFields fields_of(const Step &step);

} // namespace mediasi
