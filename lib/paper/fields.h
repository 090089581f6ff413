// The closed table of everything a template may show, and who may see each: the address shield in one place.
// A template that asks for anything else is refused when rules are loaded; a value the recipient may not see is
// taken out of the view as well, so a template that slipped through prints a blank and not an address.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mediasi {

enum class Shape {
  text, // {{name}}; as a section: shown when there is a text
  flag, // only a section: {{#practice}} ... {{/practice}}
  list, // only a section, once for each row
};

enum class SeenBy {
  anyone,   // harmless in every letter
  own,      // about the recipient: in letters to a person, never in the office's own papers
  named,    // who the others are and what they agreed: for those at the table, not for everybody invited
  agreed,   // NIK and address where every party said yes in code: in what the sides sign, and in the office's own
  referred, // who is referred and why, as far as consented: for the institution, and for the office's officers
  inner,    // assessment, finding, plan, risk: for the office's officers alone
  office,   // NIK, address, phone: the annex the office keeps
};

struct TemplateField {
  std::string_view name;
  Shape shape = Shape::text;
  SeenBy seen = SeenBy::anyone;
  std::string_view of;  // the list it is a member of; empty = the paper's own
  bool subject = false; // may stand in a title, a heading or the subject line
  std::string_view doc; // one line, English source text
};

std::span<const TemplateField> template_fields();
// nullptr when there is none of that name; names are unique over all lists
const TemplateField *template_field(std::string_view name);

// Recipient kinds are those of Paper.to: office, beneficiary, respondent, party, invitee, mediator, receiver,
// institution, or a role.
bool may_see(std::string_view recipient_kind, const TemplateField &field);

} // namespace mediasi
