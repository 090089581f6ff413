#include "paper/view.h"

#include <algorithm>
#include <stdexcept>

#include "paper/fields.h"
#include "paper/labels.h"
#include "paper/people.h"
#include "paper/printable.h"
#include "paper/shield.h"
#include "paper/view_parts.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

void add_signatory(View &view, const PaperInput &input, const Paper &paper) {
  const auto all = officials(input, paper, session_of(input));
  if (all.empty())
    return;
  const auto &signatory = all.front();
  view.texts["signatory_title"] = signatory.title;
  view.texts["signatory_name"] = signatory.name;
  view.texts["signatory_rank"] = signatory.rank;
  view.texts["signatory_nip"] = signatory.nip;
}

// initials before the signature, copies after it, a meterai where an agreement needs one
void add_formalities(View &view, const PaperInput &input, const Paper &paper) {
  for (const auto &role : paper.initials)
    view.lists["initials"].push_back({{{"initial_title", official(input, role).title}}, {}});
  for (const auto &to : paper.copies_to) {
    const auto *role = input.standard.role(to);
    view.lists["copies_to"].push_back({{{"copy_to", role == nullptr ? to : role->title}}, {}});
  }
  raise(view, "has_initials", !paper.initials.empty());
  raise(view, "has_copies_to", !paper.copies_to.empty());
  raise(view, "stamp_duty", paper.stamp_duty);
}

} // namespace

std::string_view View::text(std::string_view name) const {
  const auto found = texts.find(name);
  return found == texts.end() ? std::string_view{} : std::string_view(found->second);
}

const std::vector<View> &View::list(std::string_view name) const {
  static const std::vector<View> none;
  const auto found = lists.find(name);
  return found == lists.end() ? none : found->second;
}

bool signs(const Paper &paper, std::string_view who) {
  return std::find(paper.signers.begin(), paper.signers.end(), who) != paper.signers.end();
}

const Session *session_of(const PaperInput &input) {
  return input.request.session == 0 ? input.file.last_session() : input.file.session(input.request.session);
}

void add_office(View &view, const Standard &standard) {
  const auto &office = standard.office;
  const auto &printed = standard.printed;
  view.texts["office_parent"] = office.parent;
  view.texts["office_name"] = office.name;
  view.texts["office_unit"] = office.unit;
  view.texts["office_city"] = office.city;
  view.texts["office_address"] = office.address;
  view.texts["office_phone"] = office.phone;
  view.texts["office_website"] = without_scheme(office.website);
  view.texts["service_title"] = printed.title;
  view.texts["decree"] = printed.decree;
  view.texts["fee"] = printed.fee;
  for (const auto &channel : printed.complaints)
    view.lists["channels"].push_back(
        {{{"channel_kind", channel_label(channel.kind)}, {"channel_value", std::string(without_scheme(channel.value))}},
         {}});
  for (const auto &basis : printed.legal_basis)
    view.lists["bases"].push_back({{{"basis", basis}}, {}});
}

// who visits by the rules; else whoever runs the case
std::string monitor_of(const Standard &standard, const std::string &otherwise) {
  const auto visit = std::find_if(standard.steps.begin(), standard.steps.end(),
                                  [](const Step &step) { return step.act == "visit" && !step.roles.empty(); });
  const auto *role = visit == standard.steps.end() ? nullptr : standard.role(visit->roles.front());
  return role == nullptr ? otherwise : role->title;
}

void add_letter(View &view, const PaperInput &input) {
  const auto &request = input.request;
  view.texts["letter_number"] = request.number;
  view.texts["letter_date"] = long_date(request.issued);
  view.texts["case_number"] = input.file.number;
  view.texts["head_code"] = request.head_code;
  raise(view, "practice", request.practice);
  raise(view, "repeated", request.ordinal > 1);
  view.texts["ordinal"] = std::to_string(request.ordinal);
  const auto contact = case_officer(input);
  view.texts["contact_title"] = contact.title;
  view.texts["monitor_title"] = monitor_of(input.standard, contact.title);
  view.texts["contact_name"] = contact.name;
  const Paper *paper = input.standard.paper(request.kind);
  if (paper == nullptr)
    return;
  view.texts["paper_heading"] = paper->head();
  add_signatory(view, input, *paper);
  add_formalities(view, input, *paper);
}

void add_annex(View &view, const PaperInput &input) {
  for (const auto &person : input.file.persons)
    view.lists["annex"].push_back({{{"annex_label", side_label(person, input.file)},
                                    {"annex_name", name_of(input, person.id)},
                                    {"annex_nik", identity(input, person.id, "nik")},
                                    {"annex_address", address_of(input, person)},
                                    {"annex_phone", identity(input, person.id, "phone")},
                                    {"annex_is_party", std::string(is_party(person) ? raised : "")}},
                                   {}});
}

View view_of(const PaperInput &input) {
  View view;
  add_office(view, input.standard);
  add_letter(view, input);
  add_recipient(view, input);
  add_session(view, input);
  add_minutes(view, input);
  add_signers(view, input);
  add_records(view, input);
  add_assessed(view, input);
  add_visit(view, input);
  add_identities(view, input);
  add_case(view, input);
  add_annex(view, input);
  const Paper *paper = input.standard.paper(input.request.kind);
  shut(view, paper == nullptr ? "" : audience(*paper));
  return view;
}

void shut(View &view, std::string_view recipient_kind, std::string_view list) {
  for (const auto &[name, value] : view.texts)
    if (const auto *field = template_field(name); field == nullptr || field->of != list)
      throw std::logic_error(name);
  for (const auto &field : template_fields()) {
    if (field.of != list)
      continue;
    const std::string name(field.name);
    const bool open = may_see(recipient_kind, field);
    if (field.shape == Shape::list) {
      auto &rows = view.lists[name];
      if (!open)
        rows.clear();
      for (auto &row : rows)
        shut(row, recipient_kind, field.name);
    } else if (auto &value = view.texts[name]; !open) {
      value.clear();
    }
  }
}

} // namespace mediasi
