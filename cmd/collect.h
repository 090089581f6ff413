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

// A form's text, at most 1 MiB. Read before the store is opened: no other command waits for a slow pipe.
std::string read_form_text(const std::string &path);

// The drafts of options.typed_form or .form_text, or of --set alone.
FormRead collect_drafts(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                        std::string_view command, const WritingOptions &options, const Moment &now);

// the one step of this command that is open now, or ""
std::string only_open_step(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                           std::string_view command, const Moment &now);

// the step that registers a case
std::string registration_step(const Standard &standard);

// every step of this command that is open now, and the composite forms that hold one of them
std::vector<std::string> open_steps(Grounds &grounds, const std::string &rules, const std::vector<Entry> &entries,
                                    std::string_view command, const Moment &now);

// Error(unknown_step) for what is no step or composite form of the command; "" is none and passes
void check_step_name(const Standard &standard, const std::string &name, std::string_view command,
                     std::string_view case_number = {}); // the one at hand, where there is one

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

// Can the files of --attach be read at all?
void check_attachments(const std::vector<std::string> &attachments);
// Reads the files that the acts name, each at most 16 MiB, to be sealed beside them. The file's name is not kept.
void attach_files(Plan &plan);
std::string attached_content(const Attachment &attachment); // Error where it cannot be read

} // namespace mediasi
