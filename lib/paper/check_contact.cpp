#include "paper/shield.h"

#include "base/language.h"
#include "paper/contact.h"

namespace mediasi {

namespace {

Problem not_to_be_written_to(const std::string &person) {
  return {.code = Code::refused_by_rule,
          .message = say("'{}' may not be written to", person),
          .hint = say("tell the person in another safe way and record that as the delivery; 'may_write' is changed "
                      "with intake"),
          .place = {.field = "may_write"},
          .rule = "safe_contact",
          .basis = say("the person's own safe-contact answer"),
          .fact = "may_write = no"};
}

Problem without_consent(const Paper &paper) {
  return {.code = Code::refused_by_rule,
          .message = say("paper '{}' goes out only with consent to '{}'", paper.id, paper.consent),
          .hint = say("ask every beneficiary, a child through a guardian, and record the answer with intake: purposes "
                      "= [\"{}\"]",
                      paper.consent),
          .place = {.field = "purposes"},
          .rule = "consent",
          .basis = say("personal data are passed on, and the other side is approached, only with consent"),
          .fact = "consent to " + paper.consent + " = no"};
}

} // namespace

std::vector<Problem> check_contact(const PaperInput &input) {
  const auto &request = input.request;
  const auto *paper = input.standard.paper(request.kind);
  if (paper == nullptr)
    return {};
  switch (barrier_to(input.file, *paper, request.recipient, request.for_entry)) {
  case Barrier::safe_contact:
    return {not_to_be_written_to(request.recipient)};
  case Barrier::consent:
    return {without_consent(*paper)};
  case Barrier::none:
    break;
  }
  return {};
}

} // namespace mediasi
