#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "report/names.h"
#include "report/reads.h"
#include "report/registry.h"
#include "report/sealed_facts.h"

using namespace mediasi;

namespace {

Entry entry_with(std::int64_t seq, std::vector<std::string> sealed) {
  Entry made;
  made.seq = seq;
  made.case_number = "2026-0001";
  made.act = "log";
  made.on = *parse_moment("2026-03-02T08:00");
  made.sealed_paths = std::move(sealed);
  return made;
}

Entry correction_with(Correction kind, std::int64_t seq, std::int64_t target, std::vector<std::string> sealed = {}) {
  Entry made = entry_with(seq, std::move(sealed));
  made.correction = kind;
  made.target = target;
  return made;
}

// a store of plain texts that counts how often an entry is opened
struct PlainStore {
  std::map<std::int64_t, std::vector<Sealed>> sealed;
  std::map<std::int64_t, int> opened = {};

  SealedFacts facts(const std::vector<Entry> &entries) {
    return sealed_facts(entries, [this](const Entry &one) {
      ++opened[one.seq];
      return sealed.at(one.seq);
    });
  }
};

struct OneWoman { // a case of one woman whose name is sealed, or not known
  CaseFile file = {};
  Standard rules = {};
  Identities identities = {};
  int asked = 0;

  OneWoman() {
    file.number = "2026-0001";
    Person who;
    who.id = "beneficiary1";
    who.side = Side::beneficiary;
    who.initials = "C.A.";
    file.persons = {who};
  }
  CaseView view() {
    CaseView made{
        .file = file, .standard = rules, .stage = {}, .complete = {}, .missing = {}, .dues = {}, .papers = {}};
    made.identities = [this]() -> const Identities & {
      ++asked;
      return identities;
    };
    return made;
  }
};

Entry reading(std::vector<std::string> cases) {
  Entry made = entry_with(9, {});
  made.case_number = std::string(house);
  made.act = "read";
  made.facts.fields = {{"command", "report"}, {"what", "register"}, {"for", "audit"}};
  made.facts.fields["count"] = std::to_string(cases.size());
  for (auto &number : cases)
    made.facts.groups["case"].push_back({{"number", std::move(number)}});
  return made;
}

} // namespace

TEST_CASE("sealed texts stand at their entry, amended where they were amended") {
  PlainStore texts{
      {{1, {{"words", "satu"}, {"note", "tetap"}}}, {2, {{"correction_note", "sebab"}, {"words", "dua"}}}}};
  const auto all = texts.facts(
      {entry_with(1, {"words", "note"}), correction_with(Correction::amends, 2, 1, {"correction_note", "words"})});
  CHECK(all.at(1).fields == Row{{"words", "dua"}, {"note", "tetap"}});
  CHECK(all.at(2).fields == Row{{"correction_note", "sebab"}, {"words", "dua"}});
  CHECK(texts.opened == std::map<std::int64_t, int>{{1, 1}, {2, 1}});
}

TEST_CASE("what was taken back is told as it was written, and what it changed is as before") {
  PlainStore texts{{{1, {{"words", "satu"}}}, {2, {{"words", "dua"}}}, {3, {}}}};
  const std::vector<Entry> entries{entry_with(1, {"words"}), correction_with(Correction::amends, 2, 1, {"words"}),
                                   correction_with(Correction::voids, 3, 2)};
  const auto all = texts.facts(entries);
  CHECK(all.at(1).fields.at("words") == "satu");
  CHECK(all.at(2).fields.at("words") == "dua");
  CHECK(all.count(3) == 0);
}

TEST_CASE("a row keeps the name its clear part gives it, and a row that has none is told all the same") {
  Entry one = entry_with(1, {"beneficiary#1", "beneficiary#2", "visitor#7"});
  one.facts.groups["beneficiary"] = {{{"id", "beneficiary1"}}, {{"id", "beneficiary2"}}};
  PlainStore texts{{{1,
                     {{"beneficiary#1", R"({"name":"A"})"},
                      {"beneficiary#2", R"({"name":"B"})"},
                      {"visitor#7", R"({"name":"C"})"}}}}};
  const auto groups = texts.facts({one}).at(1).groups;
  CHECK(groups.at("beneficiary")[1] == Row{{"id", "beneficiary2"}, {"name", "B"}});
  CHECK(groups.at("visitor").front() == Row{{"name", "C"}});
}

TEST_CASE("pages and attached files are no facts, and each file is found where it lies") {
  Entry one = entry_with(4, {"attachment#1", "attachment#2", "paper"});
  one.facts.fields["attachments"] = "identitas,foto";
  PlainStore texts{{{4, {{"attachment#1", "x"}, {"attachment#2", "y"}, {"paper", "<html>"}}}}};
  CHECK(texts.facts({one}).empty());
  const auto files = attachments_of({one, entry_with(5, {"attachment#3"})});
  REQUIRE(files.size() == 3);
  CHECK((files[1].entry == 4 && files[1].number == 2 && files[1].kind == "foto"));
  CHECK((files[2].entry == 5 && files[2].kind.empty()));
}

TEST_CASE("whose name is not known is shown by initials, and who is no person by what he is called") {
  OneWoman known;
  CHECK(name_of(known.view(), "beneficiary1") == "C.A.");
  CHECK(name_of(known.view(), "mediator") == "mediator");
  known.identities["beneficiary1"] = {{"name", "Contoh Anak"}};
  CHECK(name_of(known.view(), "beneficiary1") == "Contoh Anak");
  CHECK(side_cell(known.view(), Side::beneficiary) == Cell(std::string("Contoh Anak")));
  CHECK(side_cell(known.view(), Side::respondent) == Cell());
}

TEST_CASE("no report opens a case it does not show, or without being asked for names") {
  for (const ReportKind &kind : report_kinds()) {
    const auto *build = std::get_if<CasesBuilder>(&kind.build);
    if (build == nullptr)
      continue;
    CAPTURE(kind.name);
    for (const bool names : {false, true}) {
      OneWoman known;
      Asked asked{.now = *parse_moment("2026-03-10T08:00")};
      asked.stage = "elsewhere";
      asked.officer = "nobody";
      asked.case_number = "2026-0099";
      asked.names = names;
      CHECK(build->rows(known.view(), asked).empty());
      CHECK(known.asked == 0);
      const Report head = build->head(asked);
      const bool has_names = std::any_of(head.columns.begin(), head.columns.end(), [](const Column &column) {
        return column.key == "beneficiaries" || column.key == "name";
      });
      CHECK(has_names == (names && kind.takes.find("--names") != kind.takes.npos));
    }
    OneWoman known;
    (void)build->rows(known.view(), Asked{.now = *parse_moment("2026-03-10T08:00")});
    CHECK(known.asked == 0);
  }
}

TEST_CASE("a reading is a row for each case, and one where no case was opened") {
  Asked asked{.now = *parse_moment("2026-03-10T08:00")};
  const Entry two = reading({"2026-0001", "2026-0002"}), none = reading({});
  CHECK(reads_rows({two}, asked).size() == 2);
  CHECK(reads_rows({none}, asked).size() == 1);
  CHECK(reading_in_words(two) == "identities read: report register, inquiry or audit, cases: 2");
  asked.case_number = "2026-0002";
  CHECK(reads_rows({two}, asked).size() == 1);
  CHECK(reads_rows({none}, asked).empty());
  Entry other = two;
  other.case_number = "2026-0001";
  CHECK(reads_rows({other}, Asked{.now = asked.now}).empty());
}
