// Invitations to a session (S6) and the proof that they arrived. Never "panggilan", which is a court's.
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> invitee_fields() {
  static const std::array fields{needed(open_field("person", Kind::participant, later("person invited, or mediator")))};
  return fields;
}

std::span<const FieldSpec> delivery_fields() {
  static const std::array fields{
      needed(open_field("person", Kind::participant, later("person invited, or mediator"))),
      needed(open_field("how", Kind::choice, later("how it was delivered"), lists::delivery_means())),
      open_field("on", Kind::moment, later("when it was received")),
      open_field("result", Kind::choice, later("result"), lists::delivery_results()),
      sealed_field("received_by", Kind::text, later("received by")),
  };
  return fields;
}

void apply_invitation(CaseFile &file, const Entry &entry) {
  auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  const int number = number_in(entry.facts.fields, "number", 1);
  for (const auto &row : rows_of(entry.facts, "invitee"))
    session->invitations.push_back({text_in(row, "person"), number, entry.on, entry.seq});
}

void apply_delivery(CaseFile &file, const Entry &entry) {
  auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  for (const auto &row : rows_of(entry.facts, "delivery"))
    for (auto &invitation : session->invitations) {
      if (invitation.person != value_of(row, "person"))
        continue;
      const auto result = value_of(row, "result");
      const auto received = parse_moment(value_of(row, "on")); // not said: of a slip that was filed later
      const bool arrived = result != "not_found";
      invitation.came_late = arrived && received && is_after(*received, session->at);
      invitation.delivered = arrived && !invitation.came_late;
      invitation.excused = result == "excused";
      invitation.refused = result == "refused";
    }
}

} // namespace

ActKind invitation() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      open_field("number", Kind::integer, later("which invitation (1, 2, 3)")),
  };
  static const std::array groups{GroupSpec{"invitee", later("invited"), 1, 100, invitee_fields(), true}};
  return {"invitation", "schedule", later("invitation"), fields, groups, apply_invitation, Bearing::works};
}

ActKind delivery() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"delivery", later("deliveries"), 1, 100, delivery_fields(), true}};
  return {"delivery", "schedule", later("proof of delivery"), fields, groups, apply_delivery, Bearing::works};
}

} // namespace mediasi::acts
