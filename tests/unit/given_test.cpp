// What a paper takes from the rules alone: found when they are read, and named as theirs when a paper is issued.
#include <algorithm>

#include <doctest/doctest.h>

#include "base/error.h"
#include "paper/given.h"
#include "support/paper_case.h"
#include "support/shipped.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

std::vector<Problem> problems_of(const PaperCase &sample) {
  try {
    compose(sample.input(), shipped_templates());
  } catch (const Error &error) {
    return error.problems();
  }
  return {};
}

} // namespace

TEST_CASE("paper: what the rules leave open is asked of the rules, what the case leaves open of the case") {
  auto sample = bullying();
  sample.standard.office.phone.clear();
  auto problems = problems_of(sample);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == Code::missing_field);
  CHECK(problems[0].message.find("'office_phone', and the rules do not hold it") != std::string::npos);
  CHECK(problems[0].hint == "write it in the rules: [office] phone");
  sample = bullying();
  sample.request.kind = "undangan";
  sample.request.recipient = "beneficiary1";
  sample.file.sessions.front().at.time.reset();
  problems = problems_of(sample);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("'session_time', and the case does not hold it yet") != std::string::npos);
}

TEST_CASE("paper: every field that the rules give is one of the table, and the case gives the others") {
  for (const char *field :
       {"office_address", "letter_number", "signatory_title", "signers", "paper_heading", "channels"})
    CHECK_FALSE(said_in_rules(field).empty());
  for (const char *field : {"session_time", "recipient_name", "contact_name", "mediator_name", "no_such_field"})
    CHECK(said_in_rules(field).empty());
}
