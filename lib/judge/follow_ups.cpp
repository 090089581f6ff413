#include "judge/follow_ups.h"

#include <algorithm>

#include "judge/ladder.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string step_of(const Standard &standard, std::string_view act) {
  const auto found =
      std::find_if(standard.steps.begin(), standard.steps.end(), [&](const Step &step) { return step.act == act; });
  return found == standard.steps.end() ? std::string() : found->id;
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
  const auto mk = role_of_duty(bench.standard, "mk");
  const auto pendamping = role_of_duty(bench.standard, "pendamping");
  for (const auto &open : file.follow_ups)
    if (!open.answer)
      dues.push_back(row(bench, file, "follow_up." + open.what, "follow_up", mk, open.on.day));
  for (const auto &absence : unchecked_absences(file))
    dues.push_back(
        row(bench, file, "safety_check." + absence.party->id, "safety_check", pendamping, absence.session->at.day));
}

} // namespace mediasi
