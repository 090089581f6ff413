#include "action/calls.h"

#include "base/language.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string sentence(std::string_view what) {
  if (what == "violence")
    return say("new violence: coming sessions are cancelled, and assessments no longer count");
  if (what == "objection")
    return say("one who may consent objects, while another's consent stands");
  return {};
}

} // namespace

void note_calls(const Bench &bench, const CaseFile &before, const CaseFile &after, const Entry &entry,
                std::vector<Problem> &warnings) {
  for (std::size_t i = before.follow_ups.size(); i < after.follow_ups.size(); ++i) {
    const auto text = sentence(after.follow_ups[i].what);
    if (text.empty())
      continue; // an irregular session tells its breaches one by one
    const auto officer = stand_in_for(bench, after, role_of_duty(bench.standard, "mk"), entry.on.day);
    const auto manager = case_manager(bench.standard);
    warnings.push_back({Code::refused_by_rule,
                        text,
                        officer.empty() ? say("call {} now; the role is vacant: call the head", manager)
                                        : say("call {} now: {}", manager, officer),
                        {},
                        "builtin.follow_up",
                        say("{} has it as a row due today", manager),
                        {}});
  }
}

} // namespace mediasi
