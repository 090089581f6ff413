// The day of the session: three questions asked of each side apart, and who really came (S6, S7).
// What happened is always taken down; a session begun in breach carries the rules it broke.
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
  for (const auto &row : rows_of(entry.facts, "present"))
    session->attendance.push_back({text_in(row, "person"), text_in(row, "status"), text_in(row, "represented_by")});
  session->breaches = values_of(entry.facts.fields, "breaches");
  if (!session->breaches.empty() && !is_as_found(entry.facts)) // an old one is nobody's today
    call_for_follow_up(file, entry, "irregular");
}

} // namespace

ActKind day_questions() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"answer", later("answers of the day"), 1, 100, answer_fields(), true}};
  return {"day_questions", "record", later("questions of the day"), fields, groups, apply_questions};
}

ActKind attendance() {
  static const std::array fields{open_field("session", Kind::session, later("session"))};
  static const std::array groups{GroupSpec{"present", later("attendance"), 1, 100, present_fields(), true}};
  return {"attendance", "record", later("attendance"), fields, groups, apply_attendance};
}

} // namespace mediasi::acts
