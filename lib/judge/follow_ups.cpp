#include "judge/follow_ups.h"

#include <algorithm>

#include "judge/ladder.h"
#include "judge/violence.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string step_of(const Standard &standard, std::string_view act) {
  const auto found =
      std::find_if(standard.steps.begin(), standard.steps.end(), [&](const Step &step) { return step.act == act; });
  return found == standard.steps.end() ? std::string() : found->id;
}

// The office's role with that duty; an office without one has the role that runs its cases look at it.
std::string role_for(const Standard &standard, std::string_view duty) {
  const auto *named = standard.role(role_of_duty(standard, duty));
  const auto *role = named == nullptr ? case_role(standard) : named;
  return role == nullptr ? std::string(duty) : role->id;
}

// of an old register: whoever had to look at it did, or did not, in its own day
bool taken_as_found(const CaseFile &file, const Session &session) {
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &act) {
    return act.act == "attendance" && act.as_found &&
           std::any_of(session.parts.begin(), session.parts.end(),
                       [&](const Stretch &part) { return part.from == act.entry; });
  });
}

DueRow row(const Bench &bench, const CaseFile &file, std::string deadline, std::string_view act, std::string role,
           Date day) {
  auto officer = stand_in_for(bench, file, role, day);
  const auto late = text_of(Moment{plus_days(day, 1), std::chrono::minutes{0}});
  return {file.number,
          std::move(deadline),
          step_of(bench.standard, act),
          std::move(role),
          std::move(officer),
          text_of(day),
          late,
          false,
          {}};
}

} // namespace

void add_follow_ups(const Bench &bench, const CaseFile &file, std::vector<DueRow> &dues) {
  const auto mk = role_for(bench.standard, "mk");
  const auto pendamping = role_for(bench.standard, "pendamping");
  for (const auto &open : file.follow_ups)
    if (!open.answer)
      dues.push_back(row(bench, file, "follow_up." + open.what, "follow_up", mk, told_on(bench, file, open).day));
  for (const auto &absence : unchecked_absences(file))
    if (!taken_as_found(file, *absence.session))
      dues.push_back(
          row(bench, file, "safety_check." + absence.party->id, "safety_check", pendamping, absence.session->at.day));
}

} // namespace mediasi
