#include "action/row_draft.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "acts/acts.h"
#include "judge/judge.h"
#include "rules/load.h"

using namespace mediasi;

namespace {

const Standard &rules_of_pasuruan() {
  static const auto loaded = [] {
    std::ifstream file(MEDIASI_SOURCE_DIR "/share/rules/pasuruan.toml");
    std::stringstream text;
    text << file.rdbuf();
    std::vector<std::string> templates;
    for (const auto &entry : std::filesystem::directory_iterator(MEDIASI_SOURCE_DIR "/share/templates"))
      templates.push_back(entry.path().stem());
    return load_standard(text.str(), "pasuruan.toml", known_names(templates));
  }();
  REQUIRE(loaded.problems.empty());
  return loaded.standard;
}

SheetRow row_of(const std::vector<std::pair<std::string, std::string>> &cells) {
  SheetRow row;
  row.number = 7;
  row.line = 9;
  for (const auto &[name, text] : cells)
    row.cells.push_back({name, text});
  return row;
}

RowDraft read(const std::vector<std::pair<std::string, std::string>> &cells, const std::string &step = "registrasi") {
  RowColumns columns(rules_of_pasuruan(), step);
  return draft_of(row_of(cells), columns, "buku.csv");
}

std::vector<Code> codes(const RowDraft &draft) {
  std::vector<Code> all;
  for (const auto &problem : draft.problems)
    all.push_back(problem.code);
  return all;
}

} // namespace

TEST_CASE("a row is a draft with the places of its cells") {
  const auto draft = read({{"ref", "2026/7"},
                           {"On", "31/12/2025"},
                           {"source", "school"},
                           {"beneficiary2.name", "Contoh Dua"},
                           {"BENEFICIARY1.Name", "Contoh Satu"},
                           {"beneficiary1.birth", ""},
                           {"", "  "},
                           {"_reason", "an earlier round"}});
  CHECK(draft.problems.empty());
  CHECK(draft.ref == "2026/7");
  REQUIRE(draft.drafts.size() == 1);
  const auto &one = draft.drafts.front();
  CHECK(one.step == "registrasi");
  CHECK(one.fields.values.at("on").text == "2025-12-31");
  CHECK(one.fields.values.at("source").place.row == 7);
  CHECK(one.fields.values.at("source").place.line == 9);
  const auto &people = one.groups.at("beneficiary");
  REQUIRE(people.size() == 2);
  CHECK(people[0].values.at("name").text == "Contoh Satu");
  CHECK(people[0].values.at("name").place.field == "beneficiary1.name");
  CHECK(people[0].values.size() == 1); // an empty cell says nothing
  CHECK(people[1].values.at("name").text == "Contoh Dua");
}

TEST_CASE("columns of a composite form go by their step") {
  const auto draft =
      read({{"by", "pita"}, {"kelayakan.finding", "fit"}, {"asesmen_awal.party", "beneficiary1"}}, "asesmen_pertama");
  CHECK(draft.problems.empty());
  REQUIRE(draft.drafts.size() == 2);
  CHECK(draft.drafts[0].step == "asesmen_awal");
  CHECK(draft.drafts[1].step == "kelayakan");
  CHECK(draft.drafts[1].fields.values.at("by").text == "pita");
  CHECK(codes(read({{"finding", "fit"}}, "asesmen_pertama")) == std::vector{Code::unknown_key});
  CHECK(codes(read({{"registrasi.source", "school"}}, "asesmen_pertama")) == std::vector{Code::unknown_key});
}

TEST_CASE("what is wrong with a row is told with its column and without its text") {
  const std::vector<std::pair<std::vector<std::pair<std::string, std::string>>, Code>> rows{
      {{{"nmae", "x"}}, Code::unknown_key},
      {{{"beneficiary.name", "x"}}, Code::unknown_key},
      {{{"beneficiary0.name", "x"}}, Code::unknown_key},
      {{{"beneficiary01.name", "x"}}, Code::unknown_key},
      {{{"beneficiary201.name", "x"}}, Code::unknown_key},
      {{{"beneficiary-1.name", "x"}}, Code::unknown_key},
      {{{"beneficiary1.nmae", "x"}}, Code::unknown_key},
      {{{"beneficiary99999999999999999999.name", "x"}}, Code::unknown_key},
      {{{"", "text under no heading"}}, Code::unknown_key},
      {{{"ref", "3575010101010001"}}, Code::bad_ref},
      {{{"ref", "a b"}}, Code::bad_ref},
      {{{"ref", std::string(65, 'a')}}, Code::bad_ref},
      {{{"attach", "scan.pdf"}}, Code::bad_attachment},
      {{{"attach", "identitas="}}, Code::bad_attachment},
      {{{"attach", "identitas=/etc/passwd"}}, Code::bad_attachment},
      {{{"attach", "identitas=../x.pdf"}}, Code::bad_attachment},
      {{{"attach", "identitas=a/../../x.pdf"}}, Code::bad_attachment},
      {{{"source", "school"}, {"Source", "police"}}, Code::duplicate_name},
  };
  for (const auto &row : rows) {
    const auto draft = read(row.first);
    const auto &name = row.first.back().first;
    CAPTURE(name);
    REQUIRE(draft.problems.size() == 1);
    CHECK(draft.problems.front().code == row.second);
    CHECK(draft.problems.front().place.row == 7);
    for (const auto &cell : row.first)
      if (cell.second.size() > 1)
        CHECK(draft.problems.front().message.find(cell.second) == std::string::npos);
  }
}

TEST_CASE("the digests tell rows apart by what they say, not by how it is written") {
  const auto first = read({{"source", "school"}, {"on", "2025-12-31"}, {"beneficiary1.name", "Contoh"}, {"ref", "1"}});
  const auto same = read({{"ref", "2"}, {"beneficiary1.name", "Contoh"}, {"on", "31/12/2025"}, {"source", " SCHOOL "}});
  CHECK(first.clear == same.clear);
  CHECK(first.whole == same.whole);
  const auto other_name = read({{"source", "school"}, {"on", "2025-12-31"}, {"beneficiary1.name", "Contoh Lain"}});
  CHECK(first.clear == other_name.clear); // nothing sealed goes into what stands in the clear
  CHECK(first.whole != other_name.whole);
  const auto other_source = read({{"source", "police"}, {"on", "2025-12-31"}, {"beneficiary1.name", "Contoh"}});
  CHECK(first.clear != other_source.clear);
  CHECK(first.whole != other_source.whole);
}

TEST_CASE("names of files are no part of what stands in the clear") {
  const auto one = read({{"source", "school"}, {"attach", "bukti=scan/satu.pdf"}});
  const auto other = read({{"source", "school"}, {"attach", "bukti=scan/dua.pdf"}});
  CHECK(one.clear == other.clear);
  CHECK(one.whole != other.whole);
}

TEST_CASE("every column of every step is found by its name and by its heading") {
  for (const auto &step : rules_of_pasuruan().steps) {
    RowColumns columns(rules_of_pasuruan(), step.id);
    for (const auto &column : columns.described()) {
      CAPTURE(step.id);
      CAPTURE(column.name);
      for (const auto &heading : {column.name, column.heading}) {
        const auto found = columns.find(heading);
        REQUIRE(found.column != nullptr);
        CHECK(found.name(columns.steps()) == column.name);
      }
    }
  }
}
