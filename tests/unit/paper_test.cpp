#include <algorithm>

#include <doctest/doctest.h>

#include "paper/people.h"
#include "paper/printable.h"
#include "paper/view.h"
#include "support/paper_case.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

std::size_t count(const std::string &page, std::string_view words) {
  std::size_t found = 0;
  for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
    ++found;
  return found;
}

} // namespace

TEST_CASE("paper: every invitation carries its own recipient and nothing of anybody else") {
  for (const std::string who : {"beneficiary1", "respondent1", "companion1", "companion2", "companion3", "mediator"}) {
    const auto sample = invitation_to(who);
    const auto page = composed(sample);
    CAPTURE(who);
    const auto own = sample.identities.find(who);
    for (const auto &[person, row] : sample.identities) {
      if (!row.contains("nik"))
        continue;
      CHECK_FALSE(has(page, value_of(row, "nik")));
      CHECK_FALSE(has(page, value_of(row, "phone")));
      const bool ours = own != sample.identities.end() && value_of(own->second, "address") == value_of(row, "address");
      CHECK(has(page, value_of(row, "address")) == ours);
    }
    const bool first = who == "beneficiary1" || who == "companion1" || who == "companion3";
    CHECK_FALSE(has(page, first ? "Anak Dua" : "Anak Satu"));
    CHECK_FALSE(has(page, first ? "Ibu Dua" : "Ibu Satu"));
  }
}

TEST_CASE("paper: an invitation says when, where, free of charge and where to complain") {
  const auto page = composed(invitation_to("beneficiary1"));
  for (const auto *words :
       {"<!DOCTYPE html>", "lang=\"id\"", "400.2.4/001/423.115/2025", "Kota Contoh, 30 Juni 2025",
        "Yth. Contoh Anak Satu", "orang tua/wali: Contoh Ibu Satu", "Senin, 7 Juli 2025", "pukul 09.00 WIB",
        "Ruang Mediasi 1", "Tidak dipungut biaya", "Telepon 0343-000000", "WhatsApp 080000000000",
        "Contoh Kepala, S.H., M.H.", "NIP 197501012000011001", "Contoh Pendamping, S.Sos."}) {
    CAPTURE(words);
    CHECK(has(page, words));
  }
  CHECK_FALSE(has(page, "ke-"));
  CHECK_FALSE(has(page, "LATIHAN"));
}

TEST_CASE("paper: a second invitation says so, a companion is told whom to accompany, a mediator what to do") {
  auto sample = invitation_to("companion1");
  sample.request.ordinal = 2;
  const auto page = composed(sample);
  CHECK(has(page, "Undangan Mediasi ke-2"));
  CHECK(has(page, "mendampingi Contoh Anak Satu"));
  CHECK(has(composed(invitation_to("mediator")), "selaku mediator"));
}

TEST_CASE("paper: the minutes hold what the parties agreed, in words and figures") {
  const auto page = composed(bullying());
  for (const auto *words : {"Pada hari ini, Senin, tanggal tujuh bulan Juli tahun dua ribu dua puluh lima (07-07-2025)",
                            "pukul 09.00 WIB",
                            "Sertifikat Mediator Nomor 123/SM/2023",
                            "Pihak I",
                            "Pihak II",
                            "Contoh Anak Satu",
                            "Contoh Anak Dua",
                            "orang tua, mendampingi Contoh Anak Dua",
                            "pendamping khusus",
                            "Menyampaikan permintaan maaf",
                            "paling lambat 14 Juli 2025",
                            "berlaku terus-menerus",
                            "Rp750.000 (tujuh ratus lima puluh ribu rupiah)",
                            "setiap 14 hari, pertama kali paling lambat 21 Juli 2025",
                            "kartu kunjungan",
                            "perkara pidana",
                            "tanpa paksaan, tekanan",
                            "rangkap 3 (tiga)",
                            "7K3M-Q9XA",
                            "Tidak dipungut biaya",
                            "Mengetahui,",
                            "Juru isyarat membantu"}) {
    CAPTURE(words);
    CHECK(has(page, words));
  }
  for (const auto *words : {"korban", "pelaku", "bullying", "perundungan", "3575", "Kenari", "Merpati", "0812", "0813",
                            "http", "url(", "<script"}) {
    CAPTURE(words);
    CHECK_FALSE(has(page, words));
  }
}

TEST_CASE("paper: minutes kept by the office as one text are guarded as those handed to the sides") {
  auto sample = bullying();
  const auto page = composed(sample);
  sample.standard.papers[1].to = "office";
  sample.request.recipient.clear();
  CHECK(composed(sample) == page);
  sample.identities["obligation2"]["text"] = "Bertemu di Jl. Kenari Biru No. 11.";
  CHECK_THROWS_AS(composed(sample), Error);
}

TEST_CASE("paper: for a child its parent signs once and the child may add its name") {
  const auto sample = bullying();
  const auto view = view_of(sample.input());
  const auto &signers = view.list("signers");
  REQUIRE(signers.size() == 5); // two mothers, the special companion, the mediator, the Pendamping PPA
  CHECK(signers[0].text("signer_label") == "Pihak I");
  CHECK(signers[0].text("signer_name") == "Contoh Ibu Satu");
  CHECK(signers[0].text("signer_for") == "orang tua bagi anak Contoh Anak Satu");
  CHECK(signers[0].list("signer_children").front().text("child_name") == "Contoh Anak Satu");
  CHECK(signers[2].text("signer_label") == "Pendamping khusus Pihak I");
  CHECK(signers[3].text("signer_label") == "Mediator");
  CHECK(signers[4].text("signer_label") == "Pendamping PPA");
  REQUIRE(view.list("witnesses").size() == 1);
  CHECK(view.list("witnesses").front().text("witness_title") == "Kepala UPTD PPA");
}

TEST_CASE("paper: a guardian who is the alleged offender or did not come does not sign for the child") {
  auto sample = bullying();
  sample.file.persons[2].alleged_offender = Tri::yes;
  auto signers = view_of(sample.input()).list("signers");
  CHECK(signers[0].text("signer_name") == blank_line);
  sample = bullying();
  for (auto &row : sample.file.sessions.front().attendance)
    if (row.person == "companion1")
      row = {.person = "companion1", .status = "absent"};
  signers = view_of(sample.input()).list("signers");
  CHECK(signers[0].text("signer_name") == blank_line);
}

TEST_CASE("paper: a grown party signs for herself, an organisation by who represents it") {
  auto sample = bullying();
  sample.file.persons[0].birth = {1990, 1, 0};
  sample.file.persons[1].organisation = true;
  sample.identities["respondent1"]["representative"] = "Contoh Wakil";
  const auto view = view_of(sample.input());
  const auto &signers = view.list("signers");
  CHECK(signers[0].text("signer_name") == "Contoh Anak Satu");
  CHECK(signers[1].text("signer_name") == "Contoh Wakil");
  CHECK(signers[1].text("signer_for") == "mewakili Contoh Anak Dua");
  CHECK(view.list("parties")[1].text("party_note") == "diwakili oleh Contoh Wakil");
}

TEST_CASE("paper: who left early is noted and is no signer") {
  auto sample = bullying();
  sample.file.minutes.front().signers.clear();
  sample.file.sessions.front().attendance.back().status = "left_early"; // the special companion
  const auto view = view_of(sample.input());
  CHECK(view.list("early_leavers").size() == 1);
  for (const auto &signer : view.list("signers"))
    CHECK(signer.text("signer_name") != "Contoh Pendamping Isyarat");
  CHECK(has(composed(sample), "meninggalkan pertemuan sebelum selesai"));
}

TEST_CASE("paper: another outcome is said in neutral words and without obligations") {
  for (const auto &[outcome, words] : {std::pair{"not_agreed", "tidak mencapai kesepakatan"},
                                       {"continued", "melanjutkan mediasi"},
                                       {"stopped", "dihentikan"},
                                       {"partly", "sebagian"}}) {
    auto sample = bullying();
    sample.file.sessions.front().outcome = outcome;
    if (std::string_view(outcome) != "partly")
      sample.file.obligations.clear();
    const auto page = composed(sample);
    CHECK(has(page, words));
    CHECK(has(page, "Isi kesepakatan") == (std::string_view(outcome) == "partly"));
  }
}

TEST_CASE("paper: an acting head is named as acting, a vacant post leaves a line") {
  auto sample = invitation_to("companion1");
  auto &head = sample.roster.officers[1];
  head.posts[0].acting = Acting::plt;
  CHECK(has(composed(sample), "Plt. Kepala UPTD PPA"));
  head.posts[0].until = parse_date("2025-06-29");
  CHECK(has(composed(sample), std::string(blank_line)));
}

TEST_CASE("paper: LATIHAN lies across a practice paper") {
  auto sample = bullying();
  sample.request.practice = true;
  CHECK(count(composed(sample), ">LATIHAN<") == 1);
}

TEST_CASE("paper: the same input gives the same bytes") {
  CHECK(composed(crowded()) == composed(crowded()));
  CHECK(composed(invitation_to("respondent1")) == composed(invitation_to("respondent1")));
}

TEST_CASE("paper: text is shown as text, whatever it holds") {
  auto sample = bullying();
  auto &text = sample.identities["obligation1"]["text"];
  text = "<script>alert(1)</script> & \"x\" {{fee}} {{{fee}}} \xE2\x80\xAE"
         "abc\xE2\x80\xAC\x1B[31m\xFF" +
         std::string(2000, 'x') + " \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
  const auto page = composed(sample);
  CHECK(
      has(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; {{fee}} {{{fee}}} abc[31m\xEF\xBF\xBDxxx"));
  CHECK(has(page, "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"));
  CHECK_FALSE(has(page, "\xE2\x80\xAE"));
  CHECK_FALSE(has(page, "\x1B"));
}

TEST_CASE("paper: printable text has no hidden characters and single spaces") {
  struct Pair {
    const char *raw, *clean;
  };
  for (const auto &[raw, clean] : {Pair{"", ""}, Pair{"  a \t b\r\nc  ", "a b c"},
                                   Pair{"\xE2\x81\xA6"
                                        "0812\xE2\x81\xA9",
                                        "0812"},
                                   Pair{"a\xE2\x80\xA8"
                                        "b",
                                        "a b"},
                                   Pair{"a\x7F\xC2\x80"
                                        "b",
                                        "ab"},
                                   Pair{"\xEE\x80\x80x", "x"}, Pair{"\xEF\xBF\xBEx", "x"}, Pair{"\xEF\xBB\xBFx", "x"},
                                   Pair{"\xC3\xA9", "\xC3\xA9"}, Pair{"\xC3", "\xEF\xBF\xBD"},
                                   Pair{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}})
    CHECK(printable(raw) == clean);
  CHECK(css_string("a\"b\\c</style>") == "\"a\\000022b\\00005cc\\00003c/style\\00003e\"");
}

TEST_CASE("paper: what the case does not hold yet is named, and no page is made") {
  const auto refused = [](const PaperCase &sample, Code code) {
    try {
      composed(sample);
      return false;
    } catch (const Error &error) {
      return error.problems().front().code == code && !error.problems().front().hint.empty();
    }
  };
  auto sample = bullying();
  sample.request.number.clear();
  CHECK(refused(sample, Code::missing_field));
  sample = bullying();
  sample.file.sessions.clear();
  CHECK(refused(sample, Code::missing_field));
  sample = bullying();
  sample.file.sessions.front().mediator.clear();
  CHECK(refused(sample, Code::missing_field));
  sample = invitation_to("companion1");
  sample.file.sessions.front().at.time.reset();
  CHECK(refused(sample, Code::missing_field));
  sample.request.kind = "nothing";
  CHECK_THROWS_AS(compose(sample.input(), shipped_templates()), Error);
  sample = invitation_to("companion1");
  auto templates = shipped_templates();
  templates["undangan"] = templates["berita_acara"]; // names the others
  CHECK_THROWS_AS(compose(sample.input(), templates), Error);
  templates = shipped_templates();
  templates["paper.css"] = "@import 'x';";
  CHECK_THROWS_AS(compose(sample.input(), templates), Error);
  templates.erase("paper.css");
  CHECK_THROWS_AS(compose(sample.input(), templates), Error);
  templates = shipped_templates();
  templates.erase("kop"); // a part
  CHECK_THROWS_AS(compose(sample.input(), templates), Error);
}

TEST_CASE("paper: recipients are those the paper is for, in order") {
  const auto sample = bullying();
  const auto to = [&](const char *whom, int session = 1) {
    Paper paper;
    paper.to = whom;
    return recipients(sample.standard, sample.file, paper, session);
  };
  using Ids = std::vector<std::string>;
  CHECK(to("office") == Ids{""});
  CHECK(to("beneficiary") == Ids{"beneficiary1"});
  CHECK(to("respondent") == Ids{"respondent1"});
  CHECK(to("party") == Ids{"beneficiary1", "respondent1"});
  CHECK(to("mediator") == Ids{"mediator"});
  CHECK(to("kepala_upt") == Ids{"kepala_upt"});
  CHECK(to("nobody").empty());
  CHECK(to("invitee") == Ids{"beneficiary1", "respondent1", "companion1", "companion2", "companion3", "mediator"});
  CHECK(to("invitee", 0).size() == 6);
  CHECK(to("invitee", 9).empty());
}
