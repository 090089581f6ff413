// Registration of a case (S1) and persons who come to it later.
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/people.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> matter_fields() {
  static const std::array fields{
      needed(open_field("kind", Kind::choice, later("kind of matter"), lists::matters())),
      open_field("mediate", Kind::tri, later("is to be mediated")),
      open_field("beneficiary", Kind::person, later("beneficiary")),
      open_field("respondent", Kind::person, later("respondent")),
      open_field("incident_on", Kind::date, later("day of the incident")),
      open_field("place", Kind::choice, later("place of the incident"), lists::places()),
      open_field("serious_harm", Kind::tri, later("the harm is serious")),
      open_field("police_report", Kind::tri, later("there is a police report")),
      open_field("police_number", Kind::text, later("number of the police report")),
      open_field("police_stage", Kind::choice, later("stage at the police or court"), lists::police_stages()),
      open_field("penalty_years", Kind::integer, later("highest penalty in years")),
      open_field("legal_note", Kind::text, later("coded note of the legal adviser")),
  };
  return fields;
}

std::span<const FieldSpec> requirement_fields() {
  static const std::array fields{
      needed(open_field("requirement", Kind::requirement, later("requirement"))),
      open_field("copies", Kind::integer, later("number of copies")),
  };
  return fields;
}

std::span<const GroupSpec> case_groups() {
  static const auto groups = [] {
    const auto people = people_groups();
    std::vector<GroupSpec> all(people.begin(), people.end());
    all.push_back({"matter", later("matters"), 0, 50, matter_fields()});
    all.push_back({"requirement", later("requirements handed in"), 0, 50, requirement_fields()});
    return all;
  }();
  return groups;
}

void apply_matters(CaseFile &file, const Facts &facts) {
  for (auto row : rows_of(facts, "matter")) {
    Matter matter;
    matter.number = number_in(row, "number", static_cast<int>(file.matters.size()) + 1);
    const auto known = std::find_if(file.matters.begin(), file.matters.end(),
                                    [&](const Matter &other) { return other.number == matter.number; });
    if (known != file.matters.end()) // corrects what it says and leaves the rest
      row.insert(known->clear.begin(), known->clear.end());
    matter.kind = text_in(row, "kind");
    matter.beneficiary = text_in(row, "beneficiary");
    matter.respondent = text_in(row, "respondent");
    matter.mediate = tri_of(row, "mediate") != Tri::no; // not said: it is what the case is about
    matter.clear = std::move(row);
    if (known == file.matters.end())
      file.matters.push_back(std::move(matter));
    else
      *known = std::move(matter);
  }
}

void apply_case_groups(CaseFile &file, const Entry &entry) {
  apply_people(file, entry.facts);
  apply_matters(file, entry.facts);
  for (const auto &row : rows_of(entry.facts, "requirement"))
    file.requirements.push_back({text_in(row, "requirement"), entry.on, entry.seq, number_in(row, "copies", 0)});
}

void apply_registration(CaseFile &file, const Entry &entry) {
  file.number = entry.case_number;
  file.rules = entry.rules;
  file.received = entry.on;
  file.intake = entry.facts.fields;
  for (std::string_view role : {"pendamping", "mk"}) {
    const auto officer = text_in(entry.facts.fields, "assigned_" + std::string(role));
    if (officer.empty())
      continue;
    file.assigned[std::string(role)] = officer;
    file.assignments.push_back({std::string(role), officer, entry.on, entry.seq});
  }
  apply_case_groups(file, entry);
}

} // namespace

ActKind register_case() {
  static const std::array fields{
      needed(open_field("source", Kind::choice, later("how the case came"), lists::sources())),
      sealed_field("story", Kind::story, later("what happened, in the person's own words")),
      open_field("assigned_pendamping", Kind::officer, later("assigned Pendamping PPA")),
      open_field("assigned_mk", Kind::officer, later("assigned case manager")),
      open_field("simfoni", Kind::text, later("number in SIMFONI-PPA")),
      open_field("running", Kind::tri, later("an old case, out of a register or another office")),
      sealed_field("old_number", Kind::text, later("its number there")),
      sealed_field("from_office", Kind::text, later("office it comes from")),
  };
  return {"register", "intake", later("registration"), fields, case_groups(), apply_registration};
}

ActKind person() {
  return {"person", "intake", later("persons and matters added or corrected"), {}, case_groups(), apply_case_groups};
}

} // namespace mediasi::acts
