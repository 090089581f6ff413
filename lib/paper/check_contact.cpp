#include "paper/shield.h"

#include "base/language.h"

namespace mediasi {

std::vector<Problem> check_contact(const PaperInput &input) {
  const auto *paper = input.standard.paper(input.request.kind);
  const auto *person = input.file.person(input.request.recipient);
  if (paper == nullptr || person == nullptr || audience(*paper) == "party")
    return {};
  if (tri_of(person->clear, "may_write") != Tri::no)
    return {};
  return {{.code = Code::refused_by_rule,
           .message = say("'{}' may not be written to", person->id),
           .hint = say("tell the person in another safe way and record that as the delivery; 'may_write' is changed "
                       "with intake"),
           .place = {.field = "may_write"},
           .rule = "safe_contact",
           .basis = say("the person's own safe-contact answer"),
           .fact = "may_write = no"}};
}

} // namespace mediasi
