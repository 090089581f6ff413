// Events of a case that rules may name: anchors of deadlines, and what a step must come after.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

std::span<const std::string_view> event_names(); // besides "step:ID"

// What an event is called among people; "" of no event (a step goes by its id, which is typed).
std::string event_in_words(std::string_view event);

// Every time the event happened, in order.
std::vector<Moment> event_times(const Bench &bench, const CaseFile &file, std::string_view event);

// --- steps (done.cpp) ---
// Every time the step was done, in order; of one for each party from when all who were in the case had their turn.
std::vector<Moment> times_of(const CaseFile &file, const Step &step);
// How often a step was done.
int times_done(const CaseFile &file, std::string_view step);

// It is done once, or so many times, and was.
bool used_up(const CaseFile &file, const Step &step);

bool done_for(const CaseFile &file, const Step &step, const Session &session);

// A step id or an event name, as `after` lists them. For one session: what is done for each has to be done for it.
bool has_happened(const Bench &bench, const CaseFile &file, std::string_view step_or_event,
                  const Session *for_session = nullptr);

// Everything the step's `repeat` asks for has been recorded (never for "many").
bool wholly_done(const Bench &bench, const CaseFile &file, const Step &step);
// When a step had done its work for the file: the turn of the last party at the table where it is done for each of
// them, consent given by each; else its first time.
std::optional<Moment> served_on(const CaseFile &file, const Step &step);
// For whom of those it is waited for; empty where it is done for nobody in particular.
std::vector<std::string> waited_for(const CaseFile &file, const Step &step);
// Of a step for each party: for whom it was not done yet. Empty for every other.
std::vector<std::string> not_done_for(const CaseFile &file, const Step &step);

// The event can come anew with each session: what stopped a clock that began with an earlier one stops no later one.
bool comes_with_sessions(std::string_view event);

bool earlier(const Moment &a, const Moment &b); // by day, then time; a day without a time is its start

} // namespace mediasi
