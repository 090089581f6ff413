// Appointment and briefing of the certified mediator (S5).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

// sessions still to come follow the new mediator
void apply_appointment(CaseFile &file, const Entry &entry) {
  file.appointments.push_back({text_in(entry.facts.fields, "mediator"), entry.on, entry.seq});
  for (auto &session : file.sessions)
    if (session.state == "planned" && session.attendance.empty())
      session.mediator = file.appointments.back().mediator;
}

} // namespace

ActKind mediator() {
  static const std::array fields{
      needed(open_field("mediator", Kind::mediator, later("mediator"))),
      open_field("conflict", Kind::tri, later("knows a party, or is related to one")),
      sealed_field("reason", Kind::text, later("reason for a replacement")),
  };
  return {"mediator", "schedule", later("appointment of the mediator"), fields, {}, apply_appointment, Bearing::works};
}

ActKind briefing() {
  static const std::array fields{
      needed(open_field("passed_on", Kind::choices, later("what was passed on"), lists::briefing_items())),
      sealed_field("note", Kind::story, later("note")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) { file.briefings.push_back(entry.on); };
  return {"briefing", "schedule", later("briefing of the mediator"), fields, {}, apply, Bearing::works};
}

} // namespace mediasi::acts
