// A draft to an entry: every field checked against its spec, references tied, defaults filled, identities split off to
// be sealed. All problems are collected; no message carries a value.
#pragma once

#include <map>
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
  std::map<std::string, Row> sealed_rows; // those of `sealed` that are rows, by path: not yet as text
  std::vector<Attachment> attachments;    // to be read and sealed as attachment#1 ... of `sealed_paths`
  std::vector<Problem> warnings;
  bool has_on = false, has_by = false;
};

struct Amended {          // an entry that a draft changes
  const Entry &entry;     // as it stands
  const CaseFile &before; // the case when its turn came
};

// With `amended` the entry given back says only what is changed; what is left out stays. `file` is the whole case,
// `day` that of an act whose draft names none.
CheckedAct check_draft(const Draft &draft, const Standard &standard, const CaseFile &file, const Roster &roster,
                       Date day, std::vector<Problem> &problems, const Amended *amended = nullptr);

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
