// Why a step is closed and what would open it: the evaluator's own answer, with the acts that would change it.
#pragma once

#include "judge/judge.h"

namespace mediasi {

// every step of the rules and every deadline, as the case stands
ExplainAnswer explain_case(const Bench &bench, const CaseFile &file, const Moment &now);
// one step, before anything is written of it
ExplainedStep explain_step(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now);
// one act as it was written, with what judged it: `problems` are the evaluator's
ExplainedStep explain_act(const Bench &bench, const CaseFile &before, const Entry &act,
                          const std::vector<Problem> &problems, const Moment &now);

// one refusal: the fact it saw, and the shortest list of acts that opens it
FailedRule explain_refusal(const Bench &bench, const CaseFile &file, const Entry &act, const Problem &problem,
                           const Moment &now);

// who the case waits for, and since when
std::vector<std::string> waits_in_words(const CaseFile &file);

} // namespace mediasi
