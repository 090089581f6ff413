// share/rules/pasuruan.toml says the whole published standard (SK 000.8.3.4/12/423.115/2024) and every open setting.
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "rules/calendar.h"
#include "rules/fitness.h"
#include "rules/load.h"
#include "support/shipped.h"

using namespace mediasi;

namespace {

std::string text_in(const std::string &path) {
  std::ifstream file(MEDIASI_SOURCE_DIR "/share/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const Standard &pasuruan() {
  static const auto loaded =
      load_standard(text_in("rules/pasuruan.toml"), "pasuruan.toml", known_names(testing::shipped_names()));
  for (const auto *list : {&loaded.problems, &loaded.warnings})
    for (const auto &problem : *list)
      MESSAGE(problem.place.line << ": " << problem.message);
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.warnings.empty());
  return loaded.standard;
}

const Guard *guard_of(std::string_view step, std::string_view kind) {
  const auto &guards = pasuruan().step(step)->guards;
  const auto found = std::find_if(guards.begin(), guards.end(), [&](const Guard &guard) { return guard.kind == kind; });
  return found == guards.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Pasuruan's file prints the page as it was published") {
  const auto &printed = pasuruan().printed;
  CHECK(printed.title == "Layanan Mediasi");
  CHECK(printed.decree == "000.8.3.4/12/423.115/2024");
  CHECK(printed.requirements ==
        std::vector<std::string>{"Surat rujukan (jika ada)", "Identitas Penerima Manfaat", "Hasil asesmen"});
  REQUIRE(printed.procedure.size() == 10);
  CHECK(printed.procedure[0].actor == "Pendamping PPA");
  CHECK(printed.procedure[2].text.find("PPA. PPA. Koordinator UPTD PPA. PPA memerintahkan") != std::string::npos);
  CHECK(printed.procedure[9].text == "Pendokumentasian Hasil mediasi dan monitoring implementasi hasil mediasi.");
  CHECK(printed.time == "14 Hari\nmaksimal 14 (empat belas) hari setelah korban memenuhi administrasi.");
  CHECK(printed.fee == "Tidak dipungut biaya");
  CHECK(printed.fee_amount == 0);
  CHECK(printed.products == std::vector<std::string>{"Layanan Mediasi"});
  REQUIRE(printed.complaints.size() == 2);
  CHECK(printed.complaints[0].value == "0343-424614");
  CHECK(printed.complaints[1].value == "082331866060");
  CHECK(pasuruan().office.phone == "0343424614");
  CHECK(pasuruan().office.zone == Zone::wib);
}

TEST_CASE("each demand S1 to S12 is answered by a step or a deadline") {
  for (int number = 1; number <= 12; ++number) {
    const auto demand = "S" + std::to_string(number);
    CAPTURE(demand);
    const auto &rules = pasuruan();
    CHECK((std::any_of(rules.steps.begin(), rules.steps.end(), [&](const Step &s) { return s.standard == demand; }) ||
           std::any_of(rules.deadlines.begin(), rules.deadlines.end(),
                       [&](const Deadline &d) { return d.standard == demand; })));
  }
}

TEST_CASE("what binds in Pasuruan's file stands where the standard puts it") {
  const auto &rules = pasuruan();
  CHECK(rules.step("perintah")->roles == std::vector<std::string>{"koordinator"});
  CHECK(rules.step("terminasi")->roles == std::vector<std::string>{"mk"});
  CHECK(rules.requirement("hasil_asesmen")->satisfied_by == "asesmen_awal");
  CHECK(rules.requirement("surat_rujukan")->need == "if_any");
  CHECK(guard_of("kelayakan", "finding_within_table") != nullptr);
  CHECK(guard_of("mediator", "order_given") != nullptr);
  CHECK(guard_of("mediator", "mediator_valid")->with.one("credential") == rules.credential);
  CHECK(guard_of("asesmen_lanjutan", "consent_given")->with.one("who") == "beneficiary");
  CHECK(*guard_of("terminasi", "obligations_settled")->with.find("only") ==
        std::vector<std::string>{"reason:carried_out"});
  CHECK(rules.step("lapor_hasil")->preset.at("what") == "minutes");
  CHECK(rules.step("lapor_monitoring")->preset.at("what") == "monitoring");
  CHECK(rules.step("catatan")->always);
  CHECK(rules.step("catatan")->roles.empty());
  CHECK(rules.step("kekerasan_baru")->always);
  CHECK(rules.role("Manajer Kasus")->id == "mk");
  CHECK(rules.form("jadwal")->steps == std::vector<std::string>{"mediator", "pembekalan", "sesi", "undangan"});
  CHECK(rules.paper("berita_acara")->to == "office");
}

TEST_CASE("attendance and the questions of the day are facts: no office rule refuses them") {
  CHECK(pasuruan().step("kehadiran")->guards.empty());
  CHECK(pasuruan().step("pertanyaan_hari_ini")->guards.empty());
}

TEST_CASE("each setting the page leaves open has its default") {
  const auto &rules = pasuruan();
  CHECK(rules.deadline("penyelesaian")->amount == 14);
  CHECK(rules.deadline("penyelesaian")->unit == Unit::day);
  CHECK(rules.deadline("penyelesaian")->from == "complete");
  CHECK(rules.deadline("penyelesaian")->until ==
        std::vector<std::string>{"minutes_complete", "no_agreement", "not_held", "closed"});
  CHECK_FALSE(rules.deadline("penyelesaian")->pauses);
  CHECK(rules.deadline("asesmen_pertama")->amount == 3);
  CHECK(rules.deadline("asesmen_pertama")->unit == Unit::working_day);
  CHECK(rules.deadline("monitoring_pertama")->amount == 14);
  CHECK(rules.deadline("monitoring_berikut")->amount == 30);
  CHECK(rules.deadline("monitoring_berikut")->repeats);
  CHECK(rules.invitations == 3);
  CHECK(guard_of("undangan", "invitations_left")->accept_by == "mk");
  CHECK(guard_of("undangan", "assessment_fresh")->with.number("days", 0) == 30);
  CHECK(rules.fulfilled_visits == 3);
  CHECK(rules.credential == "sertifikat");
}

TEST_CASE("the tests written in Pasuruan's file hold") {
  const auto &rules = pasuruan();
  std::vector<Problem> problems;
  Calendar calendar;
  for (const auto *year : {"2025.toml", "2026.toml"})
    calendar.years.push_back(load_holidays(text_in("calendar/" + std::string(year)), year, problems));
  REQUIRE(problems.empty());
  CHECK(rules.tests.size() >= 6);
  for (const auto &test : rules.tests) {
    CAPTURE(test.name);
    if (!test.finding.empty()) {
      const auto *row = evaluate(rules.fitness, FitnessCase(test.facts.begin(), test.facts.end()));
      REQUIRE(row != nullptr);
      CHECK(row->then == test.finding);
    }
    if (const auto *deadline = rules.deadline(test.deadline)) {
      const auto span = count_days(calendar, *test.from, *deadline->amount, deadline->unit == Unit::working_day, {});
      CHECK(span.due == *test.due);
    }
  }
}

TEST_CASE("no guard of the file speaks English to people, and each has its basis") {
  for (const auto &step : pasuruan().steps)
    for (const auto &guard : step.guards) {
      CAPTURE(guard.id);
      CHECK_FALSE(guard.because.empty());
      CHECK_FALSE(guard.instead.empty());
      CHECK(guard.says.find(" the ") == std::string::npos);
      CHECK(guard.file == "pasuruan.toml");
    }
}
