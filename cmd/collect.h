// What a writing command gathers before it decides: drafts from a form and from --set, attachments, and what other
// cases have taken for the same days.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "action/form.h"
#include "action/plan.h"
#include "cmd/bench.h"
#include "cmd/writing.h"

namespace mediasi {

FormRead collect_drafts(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                        std::string_view command, const WritingOptions &options, const Moment &now);

// the one step of this command that is open now, or ""
std::string only_open_step(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                           std::string_view command, const Moment &now);

// steps and composite forms a command records
std::vector<std::string> steps_of(const Standard &standard, std::string_view command);

// the day a registration happened: its year is the case number's
Date registration_day(const Request &request);

// what every resource that cases share has taken from one day to another
std::vector<Booking> bookings_between(const Store &store, const Roster &roster, const CaseFile &file, Date first,
                                      Date last);
// the same for the days a form or a planned session names
std::vector<Booking> taken_bookings(const Store &store, const Roster &roster, const std::vector<Draft> &drafts,
                                    const CaseFile &file);

// every record of the people of this case, and of those of the roster
std::vector<PersonLink> linked_records(const Store &store, const CaseFile &file);

// KIND=FILE: sealed with the first act; the source file's name is not kept. At most 16 MiB each.
void attach_files(Plan &plan, const std::vector<std::string> &attachments);

} // namespace mediasi
