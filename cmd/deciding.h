// What is decided on one case and how it comes into the store: for a form, for the rows of a batch and for an import
// alike. Reading and writing happen inside the transaction of whoever calls.
#pragma once

#include <string>
#include <vector>

#include "action/plan.h"
#include "cmd/bench.h"
#include "cmd/command.h"
#include "store/store.h"

namespace mediasi {

struct CaseAtHand {
  std::string number;         // or `house`
  std::vector<Entry> entries; // none for a registration
  std::string rules;          // hash
};

struct Decision {
  Bench bench;
  Plan plan;
  std::vector<Entry> told; // for other records of somebody this command says is one human being, or no more
};

// What of other cases matters for these drafts goes onto the bench; `taken` are bookings not in the store yet.
Decision decide_on(const Store &store, Grounds &grounds, const CaseAtHand &at_hand, const Request &request,
                   const std::vector<Booking> &taken = {});

// The plan and all that follows from it: the tables first, the entries last, which cover them. The case's entries grow
// by them.
void record(Store &store, Grounds &grounds, CaseAtHand &at_hand, Decision &decision);

// The number of the case a registration makes.
std::string new_case_number(const Store &store, Date day);

} // namespace mediasi
