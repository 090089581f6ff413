#include "paper/fields.h"

#include <algorithm>
#include <array>
#include <vector>

#include "paper/field_tables.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 7> outsiders{"beneficiary", "respondent", "party",      "invitee",
                                                    "mediator",    "receiver",   "institution"};

bool is_staff(std::string_view recipient_kind) {
  return std::find(outsiders.begin(), outsiders.end(), recipient_kind) == outsiders.end();
}

std::vector<TemplateField> gathered() {
  std::vector<TemplateField> all;
  for (const auto table :
       {letter_fields(), session_fields(), record_fields(), inner_fields(), case_fields(), office_fields()})
    all.insert(all.end(), table.begin(), table.end());
  return all;
}

} // namespace

std::span<const TemplateField> template_fields() {
  static const auto all = gathered();
  return all;
}

const TemplateField *template_field(std::string_view name) {
  const auto fields = template_fields();
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const TemplateField &field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

bool may_see(std::string_view recipient_kind, const TemplateField &field) {
  switch (field.seen) {
  case SeenBy::anyone:
    return true;
  case SeenBy::own:
    return recipient_kind != "office";
  case SeenBy::named:
    return recipient_kind != "invitee" && recipient_kind != "institution";
  case SeenBy::agreed:
    return recipient_kind == "office" || recipient_kind == "party";
  case SeenBy::referred:
    return recipient_kind == "institution" || is_staff(recipient_kind);
  case SeenBy::inner:
    return is_staff(recipient_kind);
  case SeenBy::office:
    return recipient_kind == "office";
  }
  return false;
}

} // namespace mediasi
