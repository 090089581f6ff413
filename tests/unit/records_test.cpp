// The records over compose: each kind's contents from the facts, and what it may not show.
#include <algorithm>

#include <doctest/doctest.h>

#include "acts/lists.h"
#include "paper/coded_words.h"
#include "paper/fields.h"
#include "paper/owed.h"
#include "paper/people.h"
#include "paper/shield.h"
#include "paper/view.h"
#include "rules/minutes_text.h"
#include "support/record_case.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

// said in code, for every party
void agree_to_identities(PaperCase &sample, const std::string &decision = "given") {
  for (auto &who : sample.file.persons)
    who.clear["address_secret"] = "no";
  for (const auto *party : sample.file.parties())
    sample.file.consents.push_back(
        {party->id, "companion1", "mother", {"identity_in_agreement"}, decision, Tri::yes, {}, 60});
}

struct ListOfCodes {
  const char *name;
  lists::List list;
};

} // namespace

TEST_CASE("records: every code a paper shows has Indonesian words") {
  const std::vector<ListOfCodes> all{{"risks", lists::risks()},
                                     {"findings", lists::findings()},
                                     {"recommendations", lists::findings()},
                                     {"sources", lists::sources()},
                                     {"needs", lists::needs()},
                                     {"places", lists::places()},
                                     {"sexes", lists::sexes()},
                                     {"matters", lists::matters()},
                                     {"consent_purposes", lists::consent_purposes()},
                                     {"consent_relations", lists::consent_relations()},
                                     {"delivery_means", lists::delivery_means()},
                                     {"attendance_states", lists::attendance_states()},
                                     {"outcome_reasons", lists::outcome_reasons()},
                                     {"obligation_states", lists::obligation_states()},
                                     {"evidence_kinds", lists::evidence_kinds()},
                                     {"log_means", lists::log_means()},
                                     {"violence_items", lists::violence_items()}};
  for (const auto &one : all)
    for (const auto &choice : one.list) {
      CAPTURE(one.name);
      CAPTURE(choice.id);
      const auto word = coded_word(one.name, choice.id);
      CHECK_FALSE(word.empty());
      // "mental" is the same word in both languages
      CHECK((word != choice.id || choice.id == "mental"));
    }
  CHECK(coded_word("risks", "of_an_office").empty() == false);
  CHECK(coded_word("no_such_list", "high") == "high");
  CHECK(coded_words("needs", {"hearing", "speech"}) == "pendengaran dan wicara");
  CHECK(coded_words("needs", {}).empty());
}

TEST_CASE("records: why there was no agreement never tells one side of the other's fear or wish") {
  for (const auto *reason : {"unsafe", "afraid", "unwilling", "no_companion"}) {
    const auto word = coded_word("outcome_reasons", reason);
    CHECK(word == coded_word("outcome_reasons", "unsafe"));
    CHECK_FALSE(has(word, "takut"));
    CHECK_FALSE(has(word, "aman"));
  }
}

TEST_CASE("records: the shipped templates pass for whom the rules send them to") {
  const auto templates = shipped_templates();
  const std::vector<std::pair<const char *, const char *>> kinds{
      {"persetujuan", "party"},         {"laporan_asesmen", "kasie"},    {"rencana", "koordinator"},
      {"perintah", "pendamping"},       {"daftar_hadir", "party"},       {"kesepakatan", "party"},
      {"lampiran_identitas", "office"}, {"tanda_terima", "receiver"},    {"laporan_monitoring", "koordinator"},
      {"ba_tidak_sepakat", "party"},    {"ba_tidak_terlaksana", "party"}};
  for (const auto &kind : kinds) {
    CAPTURE(kind.first);
    CHECK(check_template(source_with_parts(kind.first, templates.at(kind.first), templates), kind.second).empty());
  }
  const auto faults = [&](const char *name, const char *to) {
    return check_template(source_with_parts(name, templates.at(name), templates), to).size();
  };
  for (const auto *outsider :
       {"beneficiary", "respondent", "party", "invitee", "mediator", "receiver", "institution"}) {
    CAPTURE(outsider);
    CHECK(faults("laporan_asesmen", outsider) > 0);
    CHECK(faults("rencana", outsider) > 0);
    CHECK(faults("perintah", outsider) > 0);
    CHECK(faults("laporan_monitoring", outsider) > 0);
    CHECK(faults("lampiran_identitas", outsider) > 0);
  }
  for (const auto *other : {"invitee", "mediator", "institution", "koordinator"})
    CHECK(faults("kesepakatan", other) > 0);
  CHECK(faults("lampiran_identitas", "kasie") > 0);
}

TEST_CASE("records: NIK and address stand in the agreement only with the yes of every party and no secret address") {
  auto sample = agreement();
  CHECK(view_of(sample.input()).list("identities").empty());
  CHECK_FALSE(has(composed(sample), "3575"));
  agree_to_identities(sample);
  const auto page = composed(sample);
  for (const auto *words : {"NIK 3575010303130001", "NIK 3575010303120002", "Jl. Kenari Biru No. 11", "Merpati"})
    CHECK(has(page, words));
  CHECK_FALSE(has(page, "disimpan tersendiri"));

  const auto shown = [](const PaperCase &one) { return !view_of(one.input()).list("identities").empty(); };
  CHECK(shown(sample));
  auto other = sample;
  other.file.consents.pop_back(); // one party alone said yes
  CHECK_FALSE(shown(other));
  for (const auto *decision : {"refused", "withdrawn"}) {
    other = sample;
    other.file.consents.push_back(
        {"respondent1", "companion1", "mother", {"identity_in_agreement"}, decision, Tri::yes, {}, 61});
    CHECK_FALSE(shown(other));
  }
  other = sample; // another giver says no
  other.file.consents.push_back(
      {"respondent1", "self", "self", {"identity_in_agreement"}, "refused", Tri::yes, {}, 61});
  CHECK_FALSE(shown(other));
  for (const auto *answer : {"yes", "unknown", ""}) {
    other = sample;
    other.file.persons[0].clear["address_secret"] = answer;
    CHECK_FALSE(shown(other));
  }
  other = sample; // consent to the mediation is none to this
  for (auto &consent : other.file.consents)
    consent.purposes = {"mediation", "service"};
  CHECK_FALSE(shown(other));
  other = sample; // a paper of one party alone
  other.standard.papers.back().to = "party";
  CHECK_FALSE(shown(other));
  other = sample; // the mediator alone signs it
  other.standard.papers.back().signers = {"mediator"};
  CHECK_FALSE(shown(other));
}

TEST_CASE("records: a child's address is its guardian's, and as secret as the guardian's is") {
  auto sample = agreement();
  agree_to_identities(sample);
  sample.identities["beneficiary1"].erase("address");
  sample.identities["companion1"]["address"] = "Jl. Perkutut Hijau No. 33";
  CHECK(has(composed(sample), "Jl. Perkutut Hijau No. 33"));
  sample.file.persons[2].clear["address_secret"] = "yes";
  const auto page = composed(sample);
  CHECK_FALSE(has(page, "Perkutut"));
  CHECK_FALSE(has(page, "3575"));
}

TEST_CASE("records: the agreement has its clauses, its meterai beside the parties, and costs nobody anything") {
  auto sample = agreement();
  auto page = composed(sample);
  for (const auto *words :
       {"<h1>Surat Kesepakatan</h1>", "Contoh Anak Satu", "Contoh Anak Dua", "Menyampaikan permintaan maaf", "kuitansi",
        "tidak dipungut biaya", "tanpa paksaan", "menempuh upaya hukum", "tidak dilaksanakan", "bahasa Indonesia",
        "lampiran yang disimpan tersendiri"})
    CHECK(has(page, words));
  const auto signers = view_of(sample.input()).list("signers");
  const auto stamped = std::count_if(signers.begin(), signers.end(),
                                     [](const View &signer) { return !signer.text("signer_stamp").empty(); });
  CHECK(stamped == 2);
  CHECK_FALSE(signers.front().text("signer_stamp").empty());
  sample.standard.papers.back().stamp_duty = false;
  CHECK_FALSE(has(composed(sample), "Meterai"));
  sample.file.obligations.clear();
  CHECK(refused(sample, Code::missing_field));
}

TEST_CASE("records: an agreement of twelve clauses says each of them") {
  auto sample = agreement(crowded());
  const auto page = composed(sample);
  for (int number = 5; number <= 12; ++number)
    CHECK(has(page, "Butir contoh ke-" + std::to_string(number) + " "));
}

TEST_CASE("records: officers read people by their initials and every question with its answer") {
  auto sample = assessed();
  const auto page = composed(sample);
  for (const auto *words : {"Pihak I (C.A.S.)", "Perundungan", "layak dimediasi dengan syarat", "Syarat: juru isyarat",
                            "bersedia: ya", "ancaman yang masih berlangsung: belum diketahui", "tinggi", "kuasa: uang",
                            "cerita satu", "cerita dua", "rencana satu", "kepentingan anak", "melalui: sekolah"}) {
    CAPTURE(words);
    CHECK(has(page, words));
  }
  for (const auto *words : {"Contoh Anak", "Contoh Ibu", "3575", "0812", "Kenari", "Merpati"})
    CHECK_FALSE(has(page, words));
}

TEST_CASE("records: a report tells what stood when it was owed") {
  auto sample = assessed();
  auto later_one = sample.file.assessments.front();
  later_one.entry = 70;
  later_one.clear["risk"] = "low";
  sample.file.assessments.push_back(later_one);
  sample.file.findings.push_back({"unfit", {parse_date("2025-08-01").value(), {}}, 71, {}, false});
  CHECK(has(composed(sample), "layak dimediasi dengan syarat"));
  CHECK(view_of(sample.input()).list("assessments").front().text("assessed_risk") == "tinggi");
  sample.file.story.back().entry = 72;
  sample.request.for_entry = 72;
  CHECK(has(composed(sample), "tidak layak dimediasi"));
}

TEST_CASE("records: a report without a finding or an assessment is not made") {
  auto sample = assessed();
  sample.file.findings.clear();
  CHECK(refused(sample, Code::missing_field));
  sample = assessed();
  sample.file.assessments.clear();
  CHECK(refused(sample, Code::missing_field));
}

TEST_CASE("records: minutes have one text for each outcome, whatever else their step owes") {
  const auto sample = agreement();
  auto standard = sample.standard;
  Step step;
  step.papers = {"kesepakatan", "berita_acara", "lain"};
  CHECK(text_of_minutes(standard, step, {}, "agreed")->id == "kesepakatan"); // the first of them
  standard.papers.back().when = {{"outcome", {"not_agreed"}}};
  CHECK(text_of_minutes(standard, step, {}, "not_agreed")->id == "kesepakatan");
  standard.papers[1].to = "office";
  CHECK(text_of_minutes(standard, step, {}, "agreed")->id == "berita_acara");
  standard.papers[1].signers = {"mediator", "pendamping"};
  CHECK(text_of_minutes(standard, step, {}, "agreed")->id == "berita_acara"); // no side signs any: what others sign
  standard.papers[1].signers.clear();
  CHECK(text_of_minutes(standard, step, {}, "agreed") == nullptr);
  standard.papers[1].signers = {"companions"};
  standard.papers[1].when = {{"outcome", {"agreed"}}, {"session", {"2"}}};
  CHECK(text_of_minutes(standard, step, {{"session", "1"}}, "agreed") == nullptr);
  CHECK(text_of_minutes(standard, step, {{"session", "2"}}, "agreed")->id == "berita_acara");
  step.papers.clear();
  CHECK(text_of_minutes(standard, step, {}, "agreed") == nullptr);
}

TEST_CASE("records: who left a copy lying gets no receipt, whoever took one does") {
  auto sample = agreement();
  auto &copies = sample.file.minutes.front().copies;
  copies = {{"beneficiary1", "", {}, {{"person", "beneficiary1"}}},
            {"respondent1", "", {}, {{"person", "respondent1"}, {"result", "refused"}}},
            {"companion2", "", {}, {{"person", "companion2"}}},
            {"companion2", "", {}, {{"person", "companion2"}}}};
  Paper paper;
  paper.to = "receiver";
  CHECK(recipients(sample.standard, sample.file, paper, 1) == std::vector<std::string>{"beneficiary1", "companion2"});
  CHECK(recipients(sample.standard, sample.file, paper, 2).empty());
}

TEST_CASE("records: the same input gives the same bytes") {
  CHECK(composed(agreement()) == composed(agreement()));
  CHECK(composed(assessed()) == composed(assessed()));
}
