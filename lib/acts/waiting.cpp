// Waits are causes, shown beside the days and stopping nothing. A pause stops the clock of one deadline, an extension
// moves its due day: whether the rules allow either is judged, not folded (judge/pausing.cpp).
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

namespace lists {

List awaited() {
  static constexpr std::array list{
      Choice{"beneficiary", later("the beneficiary")},
      Choice{"respondent", later("the respondent")},
      Choice{"companion", later("a companion")},
      Choice{"mediator", later("the mediator")},
      Choice{"police", later("the police")},
      Choice{"court", later("a court")},
      Choice{"psychologist", later("the psychologist")},
      Choice{"other_office", later("the other office")},
      Choice{"papers", later("papers")},
      Choice{"office", later("our own office")},
      Choice{"other", later("somebody else")},
  };
  return list;
}

} // namespace lists

namespace acts {

namespace {

void apply_wait(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  file.waits.push_back({text_in(row, "for"), entry.on, parse_date(value_of(row, "until")), std::nullopt, entry.seq});
}

void apply_wait_over(CaseFile &file, const Entry &entry) {
  const auto whom = value_of(entry.facts.fields, "for");
  for (auto &wait : file.waits)
    if (!wait.over && wait.on_whom == whom)
      wait.over = entry.on;
}

void apply_pause(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  file.pauses.push_back({text_in(row, "deadline"), text_in(row, "reason"), entry.on, std::nullopt, entry.seq});
}

void apply_resume(CaseFile &file, const Entry &entry) {
  for (auto &pause : file.pauses)
    if (!pause.until && pause.deadline == value_of(entry.facts.fields, "deadline"))
      pause.until = entry.on;
}

void apply_extension(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  file.extensions.push_back(
      {text_in(row, "deadline"), text_in(row, "reason"), number_in(row, "amount", 0), entry.on, entry.seq});
}

constexpr FieldSpec deadline_field = needed(open_field("deadline", Kind::id, later("deadline, an id of the rules")));
constexpr FieldSpec paper_number = open_field("paper_number", Kind::text, later("number of the signed paper"));
constexpr FieldSpec paper_date = open_field("paper_date", Kind::date, later("date of the signed paper"));
constexpr FieldSpec in_words = sealed_field("words", Kind::story, later("in words"));

} // namespace

ActKind wait() {
  static const std::array fields{
      needed(open_field("for", Kind::choice, later("who or what is waited for"), lists::awaited())),
      open_field("until", Kind::date, later("expected day")),
      in_words,
  };
  return {"wait", "record", later("wait"), fields, {}, apply_wait};
}

ActKind wait_over() {
  static const std::array fields{
      needed(open_field("for", Kind::choice, later("who or what was waited for"), lists::awaited())),
      in_words,
  };
  return {"wait_over", "record", later("end of a wait"), fields, {}, apply_wait_over};
}

ActKind pause() {
  static const std::array fields{
      deadline_field, needed(open_field("reason", Kind::id, later("reason, an id of the rules"))),
      paper_number,   paper_date,
      in_words,
  };
  return {"pause", "record", later("pause of a deadline"), fields, {}, apply_pause};
}

ActKind resume() {
  static const std::array fields{deadline_field, in_words};
  return {"resume", "record", later("end of a pause"), fields, {}, apply_resume};
}

ActKind extension() {
  static const std::array fields{
      deadline_field,
      needed(open_field("amount", Kind::integer, later("by how much, in the deadline's own unit"))),
      open_field("reason", Kind::id, later("reason, an id of the rules")),
      paper_number,
      paper_date,
      in_words,
  };
  return {"extension", "record", later("extension of a deadline"), fields, {}, apply_extension, Bearing::works};
}

} // namespace acts
} // namespace mediasi
