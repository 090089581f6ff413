// An act as it would be if it went well: what is wanted of it, and for the rest what an ordinary act of its kind says.
// It is folded into a supposed case to see what the step after it would still lack, and never recorded.
#pragma once

#include "judge/guard_kind.h"

namespace mediasi {

Entry suppose(const Bench &bench, const CaseFile &file, const Step &step, const Wanted &wanted, const Moment &now);
// the day, or minute, before which the rules do not let this step come; "" when there is none
std::string first_moment(const Bench &bench, const CaseFile &file, const Step &step);
// what may not come before its day is done on it
void wait_for_its_day(const Bench &bench, const CaseFile &file, const Step &step, const Wanted &wanted, Entry &entry);
// fields that the step's own guards ask for (field_is, field_present), where nothing is said of them
void say_what_is_asked(const Step &step, Entry &entry);
void seal_fields(const ActKind &kind, Entry &entry); // what would be sealed is only named
// the page of the minutes, issued
Entry suppose_paper(const CaseFile &file, const Moment &now);
// the case with this act in it, its line in the story among the rest: steps ask what was done
CaseFile with_act(const CaseFile &file, const Entry &entry);
std::int64_t next_entry(const CaseFile &file); // the number after the last on file
// a minute after everything on file, and never before `now`
Moment moment_after(const CaseFile &file, const Moment &now);

} // namespace mediasi
