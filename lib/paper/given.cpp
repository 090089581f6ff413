#include "paper/given.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "paper/fields.h"
#include "paper/view_parts.h"

namespace mediasi {

namespace {

struct Said {
  std::string_view field, where;
};

constexpr std::array said_fields{
    Said{"office_parent", "[office] parent"},     Said{"office_name", "[office] name"},
    Said{"office_unit", "[office] unit"},         Said{"office_city", "[office] city"},
    Said{"office_address", "[office] address"},   Said{"office_phone", "[office] phone"},
    Said{"office_website", "[office] website"},   Said{"service_title", "[printed] title"},
    Said{"decree", "[printed] decree"},           Said{"fee", "[printed] fee"},
    Said{"channels", "[[printed.complaint]]"},    Said{"bases", "[printed] legal_basis"},
    Said{"paper_heading", "[[paper]] title"},     Said{"letter_number", "[[paper]] number"},
    Said{"signatory_title", "[[paper]] signers"}, Said{"signatory_name", "[[paper]] signers"},
    Said{"signers", "[[paper]] signers"},         Said{"witnesses", "[[paper]] signers"},
    Said{"seen_by", "[[paper]] signers"},         Said{"attendees", "[[paper]] signers"},
    Said{"initials", "[[paper]] initials"},       Said{"copies_to", "[[paper]] copies_to"},
};

std::size_t officials_of(const Standard &standard, const Paper &paper) {
  return static_cast<std::size_t>(
      std::count_if(paper.signers.begin(), paper.signers.end(), [&](const std::string &signer) {
        return signer == "mediator" || standard.role(signer) != nullptr;
      }));
}

bool is_given(const Standard &standard, const Paper &paper, const View &office, std::string_view field) {
  if (field == "letter_number")
    return !paper.number.empty();
  if (field == "paper_heading")
    return !paper.head().empty();
  if (field == "signatory_title" || field == "signatory_name" || field == "witnesses")
    return officials_of(standard, paper) > 0;
  if (field == "seen_by")
    return officials_of(standard, paper) > 1;
  if (field == "signers" || field == "attendees")
    return !paper.signers.empty();
  if (field == "initials")
    return !paper.initials.empty();
  if (field == "copies_to")
    return !paper.copies_to.empty();
  return !office.text(field).empty() || !office.list(field).empty();
}

} // namespace

std::vector<Declared::Need> needs_of(const TemplateSource &source) {
  std::vector<Declared::Need> needs;
  for (const auto &declared : source.declared)
    for (const auto &need : declared.needs) {
      const auto same =
          std::find_if(needs.begin(), needs.end(), [&](const auto &one) { return one.name == need.name; });
      if (same == needs.end())
        needs.push_back(need);
      else
        same->optional = same->optional && need.optional;
    }
  return needs;
}

std::string_view said_in_rules(std::string_view field) {
  const auto found =
      std::find_if(said_fields.begin(), said_fields.end(), [&](const Said &one) { return one.field == field; });
  return found == said_fields.end() ? std::string_view{} : found->where;
}

Problem not_given(const std::string &paper, const std::string &field) {
  return {.code = Code::missing_field,
          .message = say("paper '{}' needs '{}', and the rules do not hold it", paper, field),
          .hint = say("write it in the rules: {}", said_in_rules(field)),
          .place = {.field = field}};
}

std::vector<Problem> check_given(const Standard &standard, const Paper &paper, const TemplateSource &source,
                                 const Place &at) {
  View office;
  add_office(office, standard);
  std::vector<Problem> problems;
  for (const auto &need : needs_of(source)) {
    const auto *field = template_field(need.name);
    const bool asked = !need.optional && field != nullptr && field->shape != Shape::flag;
    if (!asked || said_in_rules(need.name).empty() || is_given(standard, paper, office, need.name))
      continue;
    auto problem = not_given(paper.id, need.name);
    problem.place = at;
    problem.place.field = need.name;
    problems.push_back(std::move(problem));
  }
  return problems;
}

} // namespace mediasi
