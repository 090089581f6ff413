// What stands in letters about the case itself, and what never does.
#include <doctest/doctest.h>

#include "acts/lists.h"
#include "support/letter_case.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

using Owed = std::vector<std::string>;

} // namespace

TEST_CASE("letters: a referral passes on what was consented to, and of the beneficiary alone") {
  auto sample = registered();
  const auto entry =
      happened(sample, "rujukan", "referral", {{"to", "school"}, {"answer", "accepted"}, {"share_consent", "yes"}});
  const auto page = letter(sample, "rujukan", "institution", entry);
  for (const auto *words :
       {"Yth. Kepala Sekolah", "Contoh Anak Satu", "Contoh Ibu Satu", "layanan di sekolah", "Lembar balasan"})
    CHECK_MESSAGE(has(page, words), words);
  for (const auto *words : {"Anak Dua", "Ibu Dua", "Kenari", "Merpati", "0812", "0813", "3575"})
    CHECK_MESSAGE(!has(page, words), words);
  sample.identities["to_name@100"] = {{"to_name", "Contoh Kepala SD Contoh 5"}};
  sample.identities["summary@100"] = {{"summary", "Memerlukan tempat duduk di depan."}};
  CHECK(has(letter(sample, "rujukan", "institution", entry), "Yth. Contoh Kepala SD Contoh 5"));
  CHECK(has(letter(sample, "rujukan", "institution", entry), "tempat duduk di depan"));
  for (const auto *leak :
       {"Tinggal di Jl. Kenari Biru No. 11.", "Hubungi 0812-0000-0011.", "Terlapor di Gang Merpati Jingga 22."}) {
    sample.identities["summary@100"] = {{"summary", leak}};
    CHECK(rule_against(sample, "rujukan", "institution", entry) == code_text(Code::bad_text));
  }
}

TEST_CASE("letters: without consent to the passing on of data a referral has no letter") {
  auto sample = registered();
  const auto answered = [&](const char *said) {
    sample.file.story.clear();
    return happened(sample, "rujukan", "referral", {{"to", "health"}, {"answer", "accepted"}, {"share_consent", said}});
  };
  CHECK(rule_against(sample, "rujukan", "institution", answered("no")) == "consent");
  CHECK(rule_against(sample, "rujukan", "institution", answered("unknown")) == "consent");
  CHECK(rule_against(sample, "rujukan", "institution", answered("")) == "consent");
  CHECK(rule_against(sample, "rujukan", "institution", answered("yes")) == "none");
  sample.file.consents = {consent("sharing")};
  CHECK(rule_against(sample, "rujukan", "institution", answered("")) == "none");
  CHECK(rule_against(sample, "rujukan", "institution", answered("no")) == "consent");
  sample.file.consents.push_back(consent("sharing"));
  sample.file.consents.back().decision = "withdrawn";
  sample.file.consents.back().entry = 500;
  CHECK(rule_against(sample, "rujukan", "institution", answered("yes")) == "consent");
  CHECK(due(sample) == Owed{"rujukan institution withheld"});
}

TEST_CASE("letters: the end of a service tells nobody what another did, wished or where somebody went") {
  for (const auto &choice : lists::termination_reasons()) {
    CAPTURE(choice.id);
    auto sample = registered();
    sample.file.assessments = {{.party = "respondent1", .on = {}, .entry = 50, .clear = {}}};
    const auto entry = happened(sample, "terminasi", "termination", {{"reason", std::string(choice.id)}});
    const bool died = choice.id == "died";
    CHECK(due(sample) == (died ? Owed{} : Owed{"terminasi beneficiary1 owed", "terminasi respondent1 owed"}));
    const auto other = letter(sample, "terminasi", "respondent1", entry);
    for (const auto *words : {"langgar", "mengundurkan", "memilih", "pindah", "meninggal", "oleh lembaga lain",
                              "kantor lain", "tidak layak", "Anak Satu", "Ibu Satu", "Kenari"})
      CHECK_MESSAGE(!has(other, words), words);
    CHECK(has(other, "20 Juni 2025"));
    const auto hers = letter(sample, "terminasi", "beneficiary1", entry);
    for (const auto *words : {"langgar", "pindah", "meninggal", "tidak layak", "Anak Dua", "Ibu Dua", "Merpati"})
      CHECK_MESSAGE(!has(hers, words), words);
  }
}

TEST_CASE("letters: a finding of unfit says no reason and blames nobody") {
  auto sample = registered();
  const auto entry = happened(sample, "kelayakan", "finding", {{"finding", "unfit"}});
  const auto page = letter(sample, "tidak_layak", "beneficiary1", entry);
  for (const auto *words :
       {"tidak ditangani melalui mediasi", "bukan kesalahan siapa pun", "bantuan hukum", "pengaduan"})
    CHECK_MESSAGE(has(page, words), words);
  for (const auto *words :
       {"kekerasan", "seksual", "perundungan", "ancaman", "risiko", "Anak Dua", "tidak layak", "unfit"})
    CHECK_MESSAGE(!has(page, words), words);
  CHECK(page == letter(sample, "tidak_layak", "beneficiary1", entry));
}

TEST_CASE("letters: the report to the head tells the outcome by initials and number of the minutes") {
  for (const auto &[outcome, words] : {std::pair{"agreed", "tercapai kesepakatan"},
                                       {"partly", "atas sebagian hal"},
                                       {"not_agreed", "tidak tercapai kesepakatan"},
                                       {"stopped", "pertemuan dihentikan"},
                                       {"not_held", "tidak dapat dilaksanakan"}}) {
    auto sample = registered();
    const auto whole = bullying();
    sample.file.sessions = whole.file.sessions;
    sample.file.minutes = whole.file.minutes;
    sample.file.sessions.front().outcome = outcome;
    sample.file.minutes.front().signatures = {
        {"companion1", "refused", {}}, {"companion2", "signed", {}}, {"companion1", "signed", {}}};
    sample.file.papers.push_back(issued("berita_acara", "", 41));
    sample.file.papers.back().number = "BA-7";
    const auto entry = happened(sample, "lapor_hasil", "report_up", {{"what", "minutes"}, {"to", "kepala_upt"}});
    const auto page = letter(sample, "laporan_hasil", "kepala_upt", entry);
    for (const auto *expected :
         {words, "Pihak I (C.A.S.) dan Pihak II (C.A.D.)", "Nomor BA-7", "2 orang menandatangani", "Manajer Kasus"})
      CHECK_MESSAGE(has(page, expected), expected);
    for (const auto *name : {"Anak Satu", "Anak Dua", "Ibu Satu", "Kenari", "tidak bersedia"})
      CHECK_MESSAGE(!has(page, name), name);
  }
}
