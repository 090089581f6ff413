// What somebody has to look at on the same day, and that they did: the case manager after new violence, an irregular
// session or a parent's objection; the Pendamping after the beneficiary stayed away.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

void call_for_follow_up(CaseFile &file, const Entry &entry, std::string_view what) {
  file.follow_ups.push_back({std::string(what), entry.on, entry.seq, {}});
}

void note_violence(CaseFile &file, const Entry &entry) {
  file.violence.push_back(entry.on);
  cancel_planned(file, entry, "violence");
  call_for_follow_up(file, entry, "violence");
}

namespace acts {

namespace {

void apply_follow_up(CaseFile &file, const Entry &entry) {
  const auto about = parse_integer(value_of(entry.facts.fields, "entry"));
  for (auto &open : file.follow_ups)
    if (about == open.entry && !open.answer)
      open.answer = entry.on;
}

void apply_safety_check(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  file.safety_checks.push_back(
      {text_in(row, "party"), tri_of(row, "reached"), tri_of(row, "safe"), entry.on, entry.seq});
}

} // namespace

ActKind follow_up() {
  static const std::array fields{
      open_field("entry", Kind::integer, later("entry it is about, the only open one when left out")),
      needed(open_field("measures", Kind::choices, later("what was done"), lists::measures())),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"follow_up", "record", later("taken up by the case manager"), fields, {}, apply_follow_up};
}

ActKind safety_check() {
  static const std::array fields{
      needed(open_field("party", Kind::person, later("who stayed away"))),
      needed(open_field("reached", Kind::tri, later("was reached"))),
      needed(open_field("safe", Kind::tri, later("is safe"))),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"safety_check", "record", later("safety check"), fields, {}, apply_safety_check};
}

} // namespace acts
} // namespace mediasi
