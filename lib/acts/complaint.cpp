// Complaints about the service itself and what the office answered (S14; UU 25/2009 art. 40-42). They belong to the
// house and to no case: who complains of an officer must not stand in that officer's case file.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_complaint(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  file.number = entry.case_number;
  file.complaints.push_back(
      {entry.seq, entry.on, text_in(row, "channel"), text_in(row, "about"), text_in(row, "concerns"), {}});
}

void apply_answer(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  for (auto &complaint : file.complaints)
    if (complaint.entry == number_in(row, "complaint", 0))
      complaint.answers.push_back({text_in(row, "kind"), entry.on, entry.seq});
}

} // namespace

ActKind complaint() {
  static const std::array fields{
      needed(open_field("channel", Kind::choice, later("how it came in"), lists::complaint_channels())),
      needed(open_field("about", Kind::choice, later("what it is about"), lists::complaint_subjects())),
      open_field("concerns", Kind::text, later("number of the case it concerns, if any")),
      sealed_field("name", Kind::name, later("who complains")),
      sealed_field("phone", Kind::phone, later("telephone")),
      needed(sealed_field("story", Kind::story, later("the complaint in words"))),
  };
  return {"complaint", "record", later("complaint about the service"), fields, {}, apply_complaint, Bearing::of_house};
}

ActKind complaint_answer() {
  static const std::array fields{
      needed(open_field("complaint", Kind::integer, later("number of the complaint: its entry"))),
      needed(open_field("kind", Kind::choice, later("reply or decision"), lists::complaint_answers())),
      open_field("result", Kind::choice, later("what came of it"), lists::complaint_results()),
      open_field("number", Kind::text, later("number of the letter")),
      needed(sealed_field("words", Kind::story, later("in words"))),
  };
  return {"complaint_answer", "record", later("answer to a complaint"), fields, {}, apply_answer, Bearing::of_house};
}

} // namespace mediasi::acts
