// The day of the session: three questions asked of each side apart, and who really came (S6, S7).
// What happened is always taken down; a session begun in breach carries the rules it broke.
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"
#include "model/as_found.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> answer_fields() {
  static const std::array fields{
      needed(open_field("party", Kind::person, later("party asked"))),
      open_field("willing", Kind::tri, later("is willing today")),
      open_field("safe", Kind::tri, later("feels safe today")),
      open_field("afraid", Kind::tri, later("is afraid today")),
  };
  return fields;
}

std::span<const FieldSpec> present_fields() {
  static const std::array fields{
      needed(open_field("person", Kind::participant, later("person, or mediator"))),
      needed(open_field("status", Kind::choice, later("attendance"), lists::attendance_states())),
      open_field("represented_by", Kind::person, later("who stood in, by power of attorney")),
      sealed_field("note", Kind::text, later("note")),
  };
  return fields;
}

void apply_questions(CaseFile &file, const Entry &entry) {
  auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  for (const auto &row : rows_of(entry.facts, "answer"))
    session->questions.push_back(
        {text_in(row, "party"), tri_of(row, "willing"), tri_of(row, "safe"), tri_of(row, "afraid")});
}

// Only a party can be stood in for, and by somebody of the same side: a companion and a mediator are there to be there.
bool may_stand_in(const CaseFile &file, const Person &party, std::string_view who) {
  if (who.empty())
    return party.organisation; // which never comes but by somebody
  const auto *proxy = file.person(who);
  if (!proxy || proxy == &party)
    return false;
  if (proxy->side != Side::companion)
    return proxy->side == party.side;
  if (party.side == Side::beneficiary && proxy->alleged_offender == Tri::yes)
    return false;
  const auto &beside = proxy->of;
  return std::find(beside.begin(), beside.end(), party.id) != beside.end() &&
         std::all_of(beside.begin(), beside.end(), [&](const std::string &id) {
           const auto *other = file.person(id);
           return !other || other->side == party.side;
         });
}

bool came(const CaseFile &file, const Attendance &row) {
  if (row.status != "represented")
    return row.status == "present" || row.status == "left_early";
  const auto *party = file.person(row.person);
  return party && (party->side == Side::beneficiary || party->side == Side::respondent) &&
         may_stand_in(file, *party, row.represented_by);
}

void apply_attendance(CaseFile &file, const Entry &entry) {
  auto *session = session_of(file, entry.facts.fields);
  if (!session)
    return;
  session->attendance.clear();
  if (session->state == "cancelled" && session->ended_by > entry.seq) { // it had begun when the report came in
    session->state = "planned";
    session->ended_by = 0;
    session->ended_why.clear();
  }
  session->parts.insert(session->parts.end(), entry.parts.begin(), entry.parts.end());
  for (const auto &row : rows_of(entry.facts, "present")) {
    Attendance there{text_in(row, "person"), text_in(row, "status"), text_in(row, "represented_by")};
    there.came = came(file, there);
    session->attendance.push_back(std::move(there));
  }
  session->breaches = values_of(entry.facts.fields, "breaches");
  if (!session->breaches.empty() && !is_as_found(entry.facts)) // an old one is nobody's today
    call_for_follow_up(file, entry, "irregular");
}

} // namespace

ActKind day_questions() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"answer", later("answers of the day"), 1, 100, answer_fields(), true}};
  return {"day_questions", "record", later("questions of the day"), fields, groups, apply_questions, Bearing::works};
}

ActKind attendance() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"present", later("attendance"), 1, 100, present_fields(), true}};
  return {"attendance", "record", later("attendance"), fields, groups, apply_attendance, Bearing::works};
}

} // namespace mediasi::acts
