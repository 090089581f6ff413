// The refusals that no file needs to write: days, the place of an act, its session, its party, whether it is this
// step's turn. Who may: role_refusal() in judge.h.
#pragma once

#include <optional>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

inline constexpr std::string_view no_session = "builtin.no_session";

Problem refusal(Code code, std::string message, std::string hint, std::string rule, std::string basis);
// what the office itself wrote: its decree, and the step of its rules
Problem refusal(Code code, std::string message, std::string hint, std::string rule, const Bench &bench,
                const Step &step);

// The last of the days an act or a row of it names besides its own: a payment, a signed paper; a signature, a copy, a
// delivery, an incident.
std::optional<Moment> latest_named(const Entry &act);

void check_dates(const CaseFile &file, const Entry &act, const Moment &now, std::vector<Problem> &problems);
void check_session_day(const Entry &act, std::vector<Problem> &problems);
void check_place(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems);
void check_session_over(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                        std::vector<Problem> &problems);
void check_session_there(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                         std::vector<Problem> &problems);
void check_invited_before(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                          std::vector<Problem> &problems);
void check_session_begun(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                         std::vector<Problem> &problems);
void check_both_sides(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                      std::vector<Problem> &problems);
void check_assigned(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems);
void check_reopening(const Bench &bench, const CaseFile &file, const Step &step, std::vector<Problem> &problems);
void check_party(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems);
void check_order(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems);

// the office's standard by its decree, where it publishes one
std::string standard_of(const Standard &standard);

} // namespace mediasi
