// Letters about the case itself: whom they are owed to, and what keeps them in.
#include <doctest/doctest.h>

#include "paper/owed.h"
#include "paper/shield.h"
#include "support/letter_case.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

using Owed = std::vector<std::string>;

} // namespace

TEST_CASE("letters: each shipped template keeps to what its reader may see") {
  const auto templates = shipped_templates();
  const auto sample = registered();
  for (const auto &paper : sample.standard.papers) {
    CAPTURE(paper.id);
    const auto source = source_with_parts(paper.template_name, templates.at(paper.template_name), templates);
    CHECK(check_template(source, audience(paper)).empty());
  }
  const auto referral = source_with_parts("rujukan", templates.at("rujukan"), templates);
  for (const auto *to : {"beneficiary", "respondent", "party", "invitee", "mediator"})
    CHECK_FALSE(check_template(referral, to).empty());
}

TEST_CASE("letters: both sides are invited to the assessment after the finding, with consent and not twice") {
  auto sample = registered();
  sample.file.consents = {consent("mediation")};
  const auto entry = happened(sample, "kelayakan", "finding", {{"finding", "conditional"}});
  CHECK(due(sample) == Owed{"undangan_asesmen beneficiary1 owed", "undangan_asesmen respondent1 owed"});
  CHECK(has(letter(sample, "undangan_asesmen", "respondent1", entry), "tidak dipertemukan dengan pihak lain"));
  sample.file.assessments = {{.party = "respondent1", .on = {}, .entry = entry + 1, .clear = {}},
                             {.party = "beneficiary1", .on = {}, .entry = entry - 1, .clear = {}}};
  CHECK(due(sample) == Owed{"undangan_asesmen beneficiary1 owed"});
  sample.file.termination = Termination{};
  CHECK(due(sample).empty());
}

TEST_CASE("letters: nobody is approached on a finding that holds no more") {
  auto sample = registered();
  sample.file.consents = {consent("mediation")};
  happened(sample, "kelayakan", "finding", {{"finding", "fit"}});
  happened(sample, "kelayakan", "finding", {{"finding", "unfit"}});
  CHECK(due(sample) == Owed{"tidak_layak beneficiary1 owed", "laporan_asesmen_tidak_layak kasie owed"});
  happened(sample, "kelayakan", "finding", {{"finding", "postponed"}});
  CHECK(due(sample).empty());
}

TEST_CASE("letters: only a good and standing consent of the beneficiary lets the other side be approached") {
  struct Bad {
    const char *why;
    void (*spoil)(PaperCase &);
  };
  const Bad rows[] = {
      {"none", [](PaperCase &s) { s.file.consents.clear(); }},
      {"to something else",
       [](PaperCase &s) {
         s.file.consents[0].purposes = {"service", "assessment"};
       }},
      {"of the other side", [](PaperCase &s) { s.file.consents[0].party = "respondent1"; }},
      {"refused", [](PaperCase &s) { s.file.consents[0].decision = "refused"; }},
      {"taken back",
       [](PaperCase &s) {
         s.file.consents.push_back(consent("mediation"));
         s.file.consents.back().decision = "withdrawn";
       }},
      {"by the child alone", [](PaperCase &s) { s.file.consents[0].given_by = "self"; }},
      {"for the child by its own word", [](PaperCase &s) { s.file.consents[0].relation = "self"; }},
      {"by the other side", [](PaperCase &s) { s.file.consents[0].given_by = "respondent1"; }},
      {"by nobody known", [](PaperCase &s) { s.file.consents[0].given_by = "companion9"; }},
      {"the child unheard", [](PaperCase &s) { s.file.consents[0].child_view = Tri::no; }},
      {"the child perhaps unheard", [](PaperCase &s) { s.file.consents[0].child_view = Tri::unknown; }},
      {"by the alleged offender", [](PaperCase &s) { s.file.persons[2].alleged_offender = Tri::yes; }},
      {"by who may be the offender", [](PaperCase &s) { s.file.persons[2].alleged_offender = Tri::unknown; }},
      {"for a grown woman by another",
       [](PaperCase &s) {
         s.file.persons[0].birth = {1990, 1, 0};
       }},
      {"of one beneficiary of two",
       [](PaperCase &s) { s.file.persons.push_back(person("beneficiary2", Side::beneficiary, 1990)); }},
      {"without a beneficiary", [](PaperCase &s) { s.file.persons[0].side = Side::other; }},
  };
  for (const auto &row : rows) {
    CAPTURE(row.why);
    auto sample = registered();
    sample.file.consents = {consent("mediation")};
    const auto entry = happened(sample, "kelayakan", "finding", {{"finding", "fit"}});
    row.spoil(sample);
    for (const auto &one : papers_due(sample.standard, sample.file))
      CHECK(one.withheld);
    CHECK(rule_against(sample, "undangan_asesmen", "respondent1", entry) == "consent");
  }
}

TEST_CASE("letters: what is only offered, refused or answered has no letter of referral") {
  for (const auto *answer : {"offered", "refused", "answered"}) {
    auto sample = registered();
    happened(sample, "rujukan", "referral", {{"to", "health"}, {"answer", answer}, {"share_consent", "yes"}});
    CHECK(due(sample).empty());
  }
}

TEST_CASE("letters: a respondent who was never approached does not learn of the case by its end") {
  auto sample = registered();
  happened(sample, "terminasi", "termination", {{"reason", "unfit"}});
  CHECK(due(sample) == Owed{"terminasi beneficiary1 owed"});
  sample.file.persons[0].clear["may_write"] = "no";
  CHECK(due(sample) == Owed{"terminasi beneficiary1 withheld"});
  sample.file.papers.push_back(issued("undangan_asesmen", "respondent1", 100));
  CHECK(due(sample).size() == 2);
}

TEST_CASE("letters: a task is given to who has it now") {
  auto sample = registered();
  happened(sample, "penugasan", "assignment", {{"role", "pendamping"}, {"officer", "dua"}});
  happened(sample, "penugasan", "assignment", {{"role", "mk"}, {"officer", "dua"}});
  const auto entry = happened(sample, "penugasan", "assignment", {{"role", "pendamping"}, {"officer", "satu"}});
  CHECK(due(sample) == Owed{"surat_tugas pendamping owed"});
  const auto page = letter(sample, "surat_tugas", "pendamping", entry);
  for (const auto *words : {"Contoh Pendamping, S.Sos.", "198801012012012001", "20 Juni 2025", "2025-0012"})
    CHECK_MESSAGE(has(page, words), words);
  CHECK_FALSE(has(page, "Anak Satu"));

  sample.roster.mediators.push_back(sample.roster.mediators.front());
  sample.roster.mediators.back().id = "m2";
  sample.roster.mediators.back().name = "Contoh Mediator Baru";
  sample.file.sessions = bullying().file.sessions; // held by the first
  happened(sample, "mediator", "mediator", {{"mediator", "m1"}});
  const auto second = happened(sample, "mediator", "mediator", {{"mediator", "m2"}});
  CHECK(due(sample) == Owed{"surat_tugas pendamping owed", "surat_tugas_mediator mediator owed"});
  CHECK(has(letter(sample, "surat_tugas_mediator", "mediator", second), "Contoh Mediator Baru"));
}
