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

// How often a step was done.
int times_done(const CaseFile &file, std::string_view step);

// A step id or an event name, as `after` lists them.
bool has_happened(const Bench &bench, const CaseFile &file, std::string_view step_or_event);

// Everything the step's `repeat` asks for has been recorded (never for "many").
bool wholly_done(const Bench &bench, const CaseFile &file, const Step &step);

bool earlier(const Moment &a, const Moment &b); // by day, then time; a day without a time is its start

} // namespace mediasi
