#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "rules/load.h"

using namespace mediasi;

namespace {

std::string statute() {
  std::ifstream file(MEDIASI_SOURCE_DIR "/share/gates/statute.toml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Gate> shipped_gates() {
  std::vector<Problem> problems;
  auto gates = load_gates(statute(), known_names({}), problems);
  for (const auto &problem : problems)
    MESSAGE(problem.place.line << ": " << problem.message);
  REQUIRE(problems.empty());
  return gates;
}

bool bites(const Gate &gate, std::string_view point) {
  return std::find(gate.at.begin(), gate.at.end(), point) != gate.at.end();
}

std::set<std::string> kinds_at(const std::vector<Gate> &gates, std::string_view point) {
  std::set<std::string> kinds;
  for (const auto &gate : gates)
    if (bites(gate, point))
      kinds.insert(gate.guard.kind);
  return kinds;
}

const std::string gate =
    "[[gate]]\nid = \"statute.x\"\nbites = [\"invitation\"]\nlaw = \"UU\"\ndated = \"2022\"\n"
    "kind = \"assessed\"\nwho = \"both\"\nbecause = \"UU\"\nsays = \"tidak\"\ninstead = \"rujuk\"\n";

} // namespace

TEST_CASE("every shipped gate refuses, names its law, and says what to do instead") {
  const auto gates = shipped_gates();
  CHECK(gates.size() >= 20);
  for (const auto &one : gates) {
    CAPTURE(one.guard.id);
    CHECK(one.guard.id.starts_with("statute."));
    CHECK(one.guard.file == "statute");
    CHECK(one.guard.line > 0);
    CHECK(one.guard.severity == Severity::refuse);
    CHECK(one.guard.accept_by.empty());
    CHECK_FALSE(one.law.empty());
    CHECK_FALSE(one.dated.empty());
    CHECK_FALSE(one.guard.instead.empty());
    CHECK((one.unless == "no_violence_no_child_no_needs") == one.guard.id.starts_with("statute.4."));
  }
}

TEST_CASE("gates bite where the law asks for them, and nowhere else") {
  const auto gates = shipped_gates();
  const std::set<std::string> matters{"sexual_matter",    "sexual_on_file",      "matter_class_not",
                                      "excluded_penalty", "child_violence_open", "police_on_file"};
  for (const auto *point : {"finding:fit", "finding:conditional", "session"}) {
    CAPTURE(point);
    CHECK(kinds_at(gates, point) == matters);
  }
  auto at_order = matters;
  at_order.insert({"consent_given", "risk_settled", "no_violence_since"});
  CHECK(kinds_at(gates, "order:ordered") == at_order);
  auto at_invitation = at_order;
  at_invitation.insert({"assessed", "mediator_valid", "child_companion", "special_companion", "companion_one_side",
                        "companion_not_offender"});
  CHECK(kinds_at(gates, "invitation") == at_invitation);
  auto at_beginning = at_invitation;
  at_beginning.insert({"day_answers", "mediator_present"});
  CHECK(kinds_at(gates, "session_begin") == at_beginning);
  auto at_agreement = matters;
  at_agreement.insert("session_regular");
  CHECK(kinds_at(gates, "outcome:agreed") == at_agreement);
  CHECK(kinds_at(gates, "outcome:partly") == at_agreement);
  CHECK(kinds_at(gates, "minutes") == std::set<std::string>{"clause_not", "waiver_not_yes"});
  CHECK(kinds_at(gates, "paper:minutes") == kinds_at(gates, "minutes"));
}

TEST_CASE("what happened is never gated") {
  const auto gates = shipped_gates();
  for (const auto *point : {"register",
                            "requirement",
                            "person",
                            "consent",
                            "referral",
                            "assessment",
                            "finding",
                            "finding:unfit",
                            "finding:postponed",
                            "condition_met",
                            "plan",
                            "order",
                            "order:sent_back",
                            "mediator",
                            "briefing",
                            "delivery",
                            "day_questions",
                            "attendance",
                            "outcome",
                            "outcome:not_agreed",
                            "outcome:continued",
                            "outcome:not_held",
                            "outcome:stopped",
                            "signature",
                            "copies",
                            "report_up",
                            "log",
                            "violence",
                            "visit",
                            "termination"}) {
    CAPTURE(point);
    CHECK(kinds_at(gates, point).empty());
  }
}

TEST_CASE("companions are judged over the invited at invitation, over those who came when the session begins") {
  for (const auto &one : shipped_gates()) {
    if (one.guard.with.find("at") == nullptr)
      continue;
    CAPTURE(one.guard.id);
    CHECK((one.guard.with.one("at") == "invitation") == bites(one, "invitation"));
    CHECK((one.guard.with.one("at") == "attendance") == bites(one, "session_begin"));
  }
}

TEST_CASE("a gate file that is wrong is refused") {
  struct Row {
    std::string old, fresh;
    Code code;
  };
  const std::array rows{
      Row{"statute.x", "office.x", Code::bad_value},
      Row{"\"invitation\"", "\"invitations\"", Code::unknown_name},
      Row{"\"invitation\"", "\"finding:good\"", Code::not_a_choice},
      Row{"bites = [\"invitation\"]\n", "", Code::missing_key},
      Row{"law = \"UU\"\n", "", Code::missing_key},
      Row{"dated = \"2022\"", "dated = \"kemarin\"", Code::not_a_date},
      Row{"instead = \"rujuk\"\n", "", Code::missing_key},
      Row{"says = \"tidak\"\n", "", Code::missing_key},
      Row{"who = \"both\"", "who = \"all\"", Code::unknown_name},
      Row{"who = \"both\"", "who = \"both\"\nunless = \"kind_people\"", Code::not_a_choice},
      Row{"who = \"both\"", "who = \"both\"\nseverity = \"warn\"", Code::bad_guard},
      Row{"who = \"both\"", "who = \"both\"\naccept_by = \"mk\"", Code::unknown_name},
      Row{"who = \"both\"", "who = \"both\"\nonly = [\"finding:fit\"]", Code::unknown_name},
      Row{"kind = \"assessed\"", "kind = \"asessed\"", Code::unknown_name},
  };
  for (const auto &row : rows) {
    CAPTURE(row.fresh);
    auto text = "format = 1\n" + gate;
    const auto at = text.find(row.old);
    REQUIRE(at != std::string::npos);
    text.replace(at, row.old.size(), row.fresh);
    std::vector<Problem> problems;
    load_gates(text, known_names({}), problems);
    CHECK(std::any_of(problems.begin(), problems.end(), [&](const Problem &p) { return p.code == row.code; }));
  }
  std::vector<Problem> problems;
  load_gates("format = 1\n" + gate + gate, known_names({}), problems);
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front().code == Code::duplicate_name);
}
