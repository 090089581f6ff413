#include "acts/people.h"

#include <algorithm>

#include "acts/lists.h"
#include "base/language.h"

namespace mediasi {

namespace {

constexpr FieldSpec name_field = sealed_field("name", Kind::name, later("name"));

auto beneficiary_fields() {
  static const std::array fields{
      name_field,
      sealed_field("nik", Kind::nik, later("NIK")),
      open_field("no_nik", Kind::choice, later("reason for no NIK"), lists::no_nik_reasons()),
      sealed_field("birth", Kind::birth, later("birth date")),
      open_field("age_group", Kind::choice, later("age group, when no birth date is known"), lists::age_groups()),
      open_field("sex", Kind::choice, later("sex"), lists::sexes()),
      sealed_field("address", Kind::text, later("address")),
      open_field("address_secret", Kind::tri, later("the address is secret")),
      open_field("district", Kind::text, later("sub-district code")),
      sealed_field("phone", Kind::phone, later("telephone")),
      open_field("may_write", Kind::tri, later("one may write to this person")),
      open_field("may_call", Kind::tri, later("one may call this person")),
      sealed_field("contact_hours", Kind::text, later("hours when a call is safe")),
      sealed_field("contact_never", Kind::text, later("where never to make contact")),
      open_field("special_needs", Kind::tri, later("has special needs")),
      open_field("needs", Kind::choices, later("kinds of special needs"), lists::needs()),
      sealed_field("communication", Kind::text, later("how this person communicates")),
      open_field("education", Kind::choice, later("education"), lists::educations()),
      open_field("occupation", Kind::choice, later("occupation"), lists::occupations()),
      open_field("marital", Kind::choice, later("marital status"), lists::marital_states()),
      // a mother who is a victim herself consents for her child; that she is not its offender is asked, not assumed
      open_field("alleged_offender", Kind::tri, later("is the alleged offender")),
  };
  return std::span<const FieldSpec>(fields);
}

std::span<const FieldSpec> respondent_fields() {
  static const auto fields = [] {
    const auto shared = beneficiary_fields();
    std::vector<FieldSpec> all(shared.begin(), shared.end());
    all.push_back(open_field("unknown", Kind::tri, later("who this is, is not known yet")));
    all.push_back(open_field("organisation", Kind::tri, later("is an organisation")));
    all.push_back(sealed_field("representative", Kind::name, later("name of the representative")));
    all.push_back(open_field("relation", Kind::choice, later("relation to the beneficiary"), lists::relations()));
    return all;
  }();
  return fields;
}

auto companion_fields() {
  static const std::array fields{
      name_field,
      needed(open_field("of", Kind::persons, later("companion of"))),
      needed(open_field("kinds", Kind::choices, later("kinds of companion"), lists::companion_kinds())),
      open_field("alleged_offender", Kind::tri, later("is the alleged offender")),
      sealed_field("nik", Kind::nik, later("NIK")),
      sealed_field("birth", Kind::birth, later("birth date")),
      open_field("age_group", Kind::choice, later("age group, when no birth date is known"), lists::age_groups()),
      open_field("sex", Kind::choice, later("sex"), lists::sexes()),
      sealed_field("address", Kind::text, later("address")),
      open_field("address_secret", Kind::tri, later("the address is secret")),
      sealed_field("phone", Kind::phone, later("telephone")),
      open_field("may_write", Kind::tri, later("one may write to this person")),
      open_field("may_call", Kind::tri, later("one may call this person")),
  };
  return std::span<const FieldSpec>(fields);
}

auto other_fields() {
  static const std::array fields{
      name_field,
      needed(open_field("role", Kind::choice, later("role in the case"), lists::other_roles())),
      open_field("alleged_offender", Kind::tri, later("is the alleged offender")), // a guardian who comes to no session
      sealed_field("phone", Kind::phone, later("telephone")),
      sealed_field("address", Kind::text, later("address")),
  };
  return std::span<const FieldSpec>(fields);
}

struct SideName {
  std::string_view group;
  Side side;
};
constexpr std::array side_names{SideName{"beneficiary", Side::beneficiary}, SideName{"respondent", Side::respondent},
                                SideName{"companion", Side::companion}, SideName{"other", Side::other}};

// a row with the id of a known person corrects what it says and leaves the rest
void put(CaseFile &file, Side side, Row row) {
  Person person;
  person.id = text_in(row, "id");
  const auto known = std::find_if(file.persons.begin(), file.persons.end(),
                                  [&](const Person &other) { return other.id == person.id; });
  if (known != file.persons.end()) {
    if (!value_of(row, "initials").empty() && value_of(known->clear, "unknown") == "yes")
      row.try_emplace("unknown", "no"); // whoever is named is known
    row.insert(known->clear.begin(), known->clear.end());
    person.pid = known->pid;
    person.staff = known->staff;
  }
  person.side = side;
  person.initials = text_in(row, "initials").empty() ? "?" : text_in(row, "initials");
  person.birth = parse_partial_date(value_of(row, "birth")).value_or(PartialDate{});
  person.organisation = value_of(row, "organisation") == "yes";
  person.special_needs = tri_of(row, "special_needs");
  person.alleged_offender = tri_of(row, "alleged_offender");
  person.of = values_of(row, "of");
  person.kinds = values_of(row, "kinds");
  person.clear = std::move(row);
  if (known == file.persons.end())
    file.persons.push_back(std::move(person));
  else
    *known = std::move(person);
}

} // namespace

std::span<const GroupSpec> people_groups() {
  static const std::array groups{
      GroupSpec{"beneficiary", later("beneficiaries"), 0, 50, beneficiary_fields()},
      GroupSpec{"respondent", later("respondents"), 0, 50, respondent_fields()},
      GroupSpec{"companion", later("companions"), 0, 100, companion_fields()},
      GroupSpec{"other", later("other persons"), 0, 50, other_fields()},
  };
  return groups;
}

void apply_people(CaseFile &file, const Facts &facts) {
  for (const auto &[group, side] : side_names)
    for (const auto &row : rows_of(facts, group))
      put(file, side, row);
}

} // namespace mediasi
