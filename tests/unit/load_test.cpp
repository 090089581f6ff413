#include "rules/load.h"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "support/spoiled.h"

using namespace mediasi;
using test::check_each;
using test::line_of;
using test::load;
using test::replaced;
using test::small_rules;

TEST_CASE("a sound file is read whole, without a complaint") {
  const auto loaded = load(small_rules());
  for (const auto &problem : loaded.problems)
    MESSAGE(problem.place.line << ": " << problem.message);
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.warnings.empty());
  const auto &standard = loaded.standard;
  CHECK(standard.file == "contoh.toml");
  CHECK(standard.hash.size() == 64);
  CHECK(standard.office.zone == Zone::wita);
  CHECK(standard.role("STAF")->id == "petugas");
  CHECK(standard.role("kepala")->deputy == "petugas");
  CHECK(standard.role("nobody") == nullptr);
  CHECK(standard.step("lapor")->command == "intake"); // the act's usual command
  CHECK(standard.step("periksa")->repeat == Repeat::per_party);
  CHECK(standard.step("nilai")->guards.at(0).id == "nilai.assessed");
  CHECK(standard.step("nilai")->guards.at(0).with.one("who") == "both");
  CHECK(standard.deadline("tanggap")->amount == 5);
  CHECK(standard.paper("surat")->template_name == "undangan");
  CHECK(standard.requirement("ktp")->need == "always");
  CHECK(standard.working_days == std::vector<unsigned>{1, 2, 3, 4, 5});
  CHECK(standard.fulfilled_visits == 2);
}

TEST_CASE("unknown keys are named with their line, column, source line and the nearest known key") {
  const auto text = replaced(small_rules(), "title = \"Penutupan\"", "  titel = \"Penutupan\"");
  const auto loaded = load(text);
  REQUIRE(loaded.problems.size() == 2); // and the missing title
  const auto unknown = std::find_if(loaded.problems.begin(), loaded.problems.end(),
                                    [](const auto &p) { return p.code == Code::unknown_key; });
  REQUIRE(unknown != loaded.problems.end());
  CHECK(unknown->place.line == line_of(text, "titel"));
  CHECK(unknown->place.column == 3);
  CHECK(unknown->place.excerpt == "  titel = \"Penutupan\"");
  CHECK(unknown->message == "unknown key 'titel'");
  CHECK(unknown->hint == "write 'title'");
}

TEST_CASE("every problem is named at once, in the order of the file") {
  auto text = replaced(small_rules(), "city = \"Contoh\"", "city = 5");
  text = replaced(text, "act = \"finding\"", "act = \"findings\"");
  text = replaced(text, "unit = \"day\"", "unit = \"days\"");
  text = replaced(text, "template = \"undangan\"", "template = \"undagan\"");
  text = replaced(text, "signers = [\"kepala\"]", "signers = [\"ketua\"]");
  const auto loaded = load(text);
  REQUIRE(loaded.problems.size() == 5);
  CHECK(std::is_sorted(loaded.problems.begin(), loaded.problems.end(),
                       [](const Problem &a, const Problem &b) { return a.place.line < b.place.line; }));
  CHECK(loaded.problems[1].hint == "write 'finding'");
  CHECK(loaded.problems[3].code == Code::bad_template);
}

TEST_CASE("the head of a file is checked") {
  check_each({
      {"format = 1", "format = 2", Code::bad_value, "format = 2", "format = 1"},
      {"format = 1", "format = \"1\"", Code::wrong_type, "format = ", ""},
      {"format = 1", "format = 1.0", Code::wrong_type, "format = ", ""},
      {"format = 1\n", "", Code::missing_key, "[office]", "format"},
      {"zone = \"WITA\"", "zone = \"WIP\"", Code::bad_value, "WIP", "WIB"},
      {"zone = \"WITA\"\n", "", Code::missing_key, "[office]", "zone"},
      {"id = \"contoh\"", "id = \"Contoh Satu\"", Code::bad_value, "Contoh Satu", "small letters"},
      {"name = \"Dinas Contoh\"", "name = \"  \"", Code::bad_value, "name = \"  \"", ""},
      {"name = \"Dinas Contoh\"", "name = \"Dinas\\u0007\"", Code::bad_text, "Dinas", ""},
      {"name = \"Dinas Contoh\"", "name = [\"Dinas\"]", Code::wrong_type, "Dinas", ""},
      {"fee = \"Tidak", "fee_amount = 30000\nfee = \"Tidak", Code::bad_value, "fee_amount", "free of charge"},
      {"products = [\"Berita acara\"]", "products = []", Code::bad_value, "products", ""},
      {"credential = \"surat_tugas\"\n", "", Code::missing_key, "[settings]", "credential"},
      {"fulfilled_visits = 2", "fulfilled_visits = 0", Code::bad_value, "fulfilled_visits", ""},
      {"fulfilled_visits = 2", "working_days = []", Code::bad_value, "working_days", "ISO"},
      {"fulfilled_visits = 2", "working_days = [1, 8]", Code::bad_value, "working_days", ""},
      {"fulfilled_visits = 2", "working_days = [1, 1]", Code::duplicate_name, "working_days", ""},
      {"[settings]", "[labels.outcome]\nresult = \"x\"\n[settings]", Code::unknown_key, "result = ", ""},
      {"[settings]", "[labels.hasil]\nsession = \"x\"\n[settings]", Code::unknown_key, "[labels.hasil]", ""},
      {"[settings]", "[[reason]]\nof = \"termination\"\nid = \"bosan\"\ntitle = \"x\"\n[settings]", Code::unknown_name,
       "bosan", ""},
      {"[settings]", "[[reason]]\nof = \"sebab\"\nid = \"x\"\ntitle = \"x\"\n[settings]", Code::not_a_choice, "sebab",
       "termination"},
      {"[settings]", "[gates]\nsexual = false\n[settings]", Code::gate_dropped, "[gates]", "leave it out"},
      {"[settings]", "[overrides]\nsexual = false\n[settings]", Code::unknown_key, "[overrides]", ""},
  });
}

TEST_CASE("roles and requirements are checked") {
  check_each({
      {"deputy = \"petugas\"", "deputy = \"petugs\"", Code::unknown_name, "petugs", "write 'petugas'"},
      {"deputy = \"petugas\"", "deputy = \"kepala\"", Code::bad_value, "deputy", ""},
      {"deputy = \"petugas\"", "aliases = [\"staf\"]", Code::duplicate_name, "aliases = [\"staf\"]\n[[requirement]]",
       ""},
      {"id = \"kepala\"", "id = \"petugas\"", Code::duplicate_name, "id = \"petugas\"\ntitle = \"Kepala\"", ""},
      {"kind = \"document\"", "kind = \"paper\"", Code::not_a_choice, "kind = \"paper\"", "document"},
      {"need = \"always\"", "need = \"only_when\"", Code::missing_key, "only_when", "child_party"},
      {"need = \"always\"", "need = \"always\"\nwhen = \"spouse\"", Code::bad_value, "when = ", ""},
      {"need = \"always\"", "need = \"only_when\"\nwhen = \"married\"", Code::unknown_name, "married", "spouse"},
      {"need = \"always\"", "need = \"always\"\nsatisfied_by = \"lapr\"", Code::unknown_name, "lapr", "write 'lapor'"},
      {"need = \"always\"", "need = \"always\"\ncopies = 100", Code::bad_value, "copies", ""},
  });
}

TEST_CASE("steps are checked") {
  check_each({
      {"id = \"nilai\"", "id = \"periksa\"", Code::duplicate_name, "id = \"periksa\"\ntitle = \"Penilaian\"", ""},
      {"act = \"finding\"", "act = \"paper\"", Code::unknown_name, "act = \"paper\"", ""},
      {"act = \"finding\"\n", "", Code::missing_key, "[[step]]\nid = \"nilai\"", "act"},
      {"act = \"finding\"", "act = \"finding\"\ncommand = \"report\"", Code::not_a_choice, "report", "write 'record'"},
      {"roles = [\"kepala\"]\n", "", Code::missing_key, "[[step]]\nid = \"akhir\"", "always"},
      {"roles = [\"kepala\"]", "roles = [\"kepalla\"]", Code::unknown_name, "kepalla", "write 'kepala'"},
      {"after = [\"periksa\"]", "after = [\"nilai\"]", Code::unreachable, "after = [\"nilai\"]", ""},
      {"after = [\"periksa\"]", "after = [\"priksa\"]", Code::unknown_name, "priksa", "write 'periksa'"},
      {"after = [\"periksa\"]", "after = [\"step:x\"]", Code::unknown_name, "step:x", ""},
      {"after = [\"periksa\"]", "after = [\"akhir\"]", Code::unreachable, "[[step]]\nid = \"nilai\"", "always"},
      {"after = [\"periksa\"]", "after = [\"visit\"]", Code::unreachable, "[[step]]\nid = \"nilai\"", ""},
      {"repeat = \"many\"", "repeat = \"often\"", Code::not_a_choice, "often", "per_party"},
      {"repeat = \"many\"", "most = 3", Code::bad_value, "most", "many"},
      {"repeat = \"many\"", "repeat = \"many\"\nmost = 0", Code::bad_value, "most", ""},
      {"repeat = \"many\"", "always = \"yes\"", Code::wrong_type, "always = \"yes\"", ""},
      {"repeat = \"many\"", "papers = [\"surta\"]", Code::unknown_name, "surta", "write 'surat'"},
      {"repeat = \"many\"", "preset = { finding = \"good\" }", Code::unknown_name, "good", "fit"},
      {"repeat = \"many\"", "preset = { result = \"fit\" }", Code::unknown_key, "result", ""},
      {"[[deadline]]",
       "[[form]]\nid = \"lapor\"\ntitle = \"x\"\ncommand = \"intake\"\nsteps = [\"lapor\"]\n[[deadline]]",
       Code::duplicate_name, "id = \"lapor\"\ntitle = \"x\"", ""},
      {"[[deadline]]", "[[form]]\nid = \"f\"\ntitle = \"x\"\ncommand = \"intake\"\nsteps = [\"lpor\"]\n[[deadline]]",
       Code::unknown_name, "lpor", "write 'lapor'"},
  });
}

TEST_CASE("steps that wait for each other can never happen") {
  const auto text = replaced(small_rules(), "after = [\"lapor\"]\nrepeat = \"per_party\"",
                             "after = [\"nilai\"]\nrepeat = \"per_party\"");
  const auto loaded = load(text);
  REQUIRE(loaded.problems.size() == 2);
  CHECK(loaded.problems[0].code == Code::unreachable);
  CHECK(loaded.problems[0].place.line == line_of(text, "[[step]]\nid = \"periksa\""));
}

TEST_CASE("deadlines, papers, tables and tests are checked") {
  const auto book = [](const std::string &id, const std::string &year, const std::string &first) {
    return "[[register]]\nid = \"" + id + "\"\nyear = " + year + "\nfirst = " + first + "\n[[paper]]";
  };
  const auto table = [](const std::string &rows) { return "[fitness]\nhit = \"first\"\n" + rows + "[[deadline]]"; };
  const auto row = [](const std::string &id, const std::string &when, const std::string &then) {
    return "[[fitness.row]]\nid = \"" + id + "\"\nwhen = { " + when + " }\nthen = \"" + then + "\"\nbecause = \"x\"\n";
  };
  check_each({
      {"from = \"received\"\n", "", Code::no_anchor, "amount = 5", "complete"},
      {"from = \"received\"", "from = \"recieved\"", Code::unknown_name, "recieved", "write 'received'"},
      {"from = \"received\"", "from = \"step:nila\"", Code::unknown_name, "step:nila", "write 'nilai'"},
      {"until = [\"closed\"]", "until = [\"close\"]", Code::unknown_name, "close", "write 'closed'"},
      {"amount = 5\n", "", Code::missing_key, "[[deadline]]", "situasional"},
      {"amount = 5", "amount = 5.5", Code::wrong_type, "amount", ""},
      {"amount = 5", "amount = 36501", Code::bad_value, "amount", ""},
      {"amount = 5", "amount = -1", Code::bad_value, "amount", ""},
      {"unit = \"day\"\n", "", Code::missing_key, "[[deadline]]", "unit"},
      {"role = \"petugas\"\nstep", "role = \"camat\"\nstep", Code::unknown_name, "camat", ""},
      {"step = \"nilai\"", "step = \"niali\"", Code::unknown_name, "niali", "write 'nilai'"},
      {"to = \"invitee\"", "to = \"everyone\"", Code::unknown_name, "everyone", "invitee"},
      {"template = \"undangan\"\n", "", Code::missing_key, "[[paper]]", "template"},
      {"template = \"undangan\"\n", "template = \"undangan\"\nregister = \"Surat Keluar\"\n", Code::bad_value, "Surat",
       ""},
      {"[[paper]]", book("surta", "2026", "5"), Code::unknown_name, "surta", "write 'surat'"},
      {"[[paper]]", book("surat", "26", "5"), Code::bad_value, "year", ""},
      {"[[paper]]", book("surat", "2026", "0"), Code::bad_value, "first", ""},
      {"[[paper]]", "[[register]]\nid = \"surat\"\nyear = 2026\n[[paper]]", Code::missing_key, "[[register]]", ""},
      {"[[paper]]", book("surat", "2026", "5\nlast = 9"), Code::unknown_key, "last", ""},
      {"[[deadline]]", table(""), Code::bad_table, "[fitness]", ""},
      {"[[deadline]]", table(row("a", "risk = \"lo\"", "fit")), Code::unknown_name, "\"lo\"", "low"},
      {"[[deadline]]", table(row("a", "rsik = \"low\"", "fit")), Code::unknown_key, "rsik", "write 'risk'"},
      {"[[deadline]]", table(row("a", "risk = \"low\"", "good")), Code::not_a_choice, "good", "fit"},
      {"[[deadline]]", table(row("a", "risk = \"low\"", "fit") + row("a", "risk = \"high\"", "unfit")),
       Code::duplicate_name, "id = \"a\"\nwhen = { risk = \"high\"", ""},
      {"[[deadline]]", "[[test]]\nname = \"x\"\n[[deadline]]", Code::missing_key, "[[test]]", "finding"},
      {"[[deadline]]", "[[test]]\nname = \"x\"\nopen = [\"nila\"]\n[[deadline]]", Code::unknown_name, "nila\"]",
       "write 'nilai'"},
      {"[[deadline]]", "[[test]]\nname = \"x\"\ndeadline = \"tanggap\"\nfrom = 2026-01-01\n[[deadline]]",
       Code::missing_key, "[[test]]", "due"},
      {"[[deadline]]", "[[test]]\nname = \"x\"\nfacts = { risk = \"none\" }\nfinding = \"fit\"\n[[deadline]]",
       Code::unknown_name, "facts", "low"},
  });
}

TEST_CASE("a register begins once in a year, where the book on paper ended") {
  const std::string book = "[[register]]\nid = \"surat\"\nyear = 2026\nfirst = 118\n";
  const auto loaded = load(small_rules() + book);
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.standard.first_number("surat", 2026) == 118);
  CHECK(loaded.standard.first_number("surat", 2027) == 1);
  CHECK(loaded.standard.first_number("lain", 2026) == 1);
  const auto twice = load(small_rules() + book + book);
  REQUIRE(twice.problems.size() == 1);
  CHECK(twice.problems.front().code == Code::duplicate_name);
  CHECK(load(small_rules() + book + replaced(book, "2026", "2027")).problems.empty());
}

TEST_CASE("a text-only limit is kept and never computed") {
  const auto loaded = load(replaced(small_rules(),
                                    "role = \"petugas\"\nstep = \"nilai\"\namount = 5\nunit = \"day\"\n"
                                    "from = \"received\"\nuntil = [\"closed\"]\npauses = false\n",
                                    "text = \"situasional\"\n"));
  REQUIRE(loaded.problems.empty());
  CHECK_FALSE(loaded.standard.deadline("tanggap")->amount.has_value());
  CHECK(loaded.standard.deadline("tanggap")->text == "situasional");
  CHECK(loaded.warnings.empty());
}

TEST_CASE("settings left open, gaps and overlaps are warnings") {
  struct Row {
    std::string old, fresh, message;
  };
  const std::string fit = "[[fitness.row]]\nid = \"a\"\nwhen = { risk = \"low\" }\nthen = \"fit\"\nbecause = \"x\"\n";
  const std::string unfit = "[[fitness.row]]\nid = \"b\"\nwhen = { }\nthen = \"unfit\"\nbecause = \"x\"\n";
  const std::string within =
      "[[step.guard]]\nkind = \"finding_within_table\"\nbecause = \"x\"\nsays = \"x\"\n[[step.guard]]\n";
  const auto table = [&](const std::string &hit, const std::string &rows) {
    return "[fitness]\nhit = \"" + hit + "\"\n" + rows + "[[deadline]]";
  };
  const std::array rows{
      Row{"fulfilled_visits = 2\n", "", "'fulfilled_visits' is not set"},
      Row{"until = [\"closed\"]\n", "", "nothing stops the deadline 'tanggap'"},
      Row{"pauses = false\n", "", "the deadline 'tanggap' does not say whether it may pause"},
      Row{"[[deadline]]", table("first", fit), "no row of the fitness table decides this case: risk = medium"},
      Row{"[[deadline]]", table("unique", fit + unfit), "the rows 'a' and 'b' both decide this case: risk = low"},
      Row{"[[deadline]]", table("first", unfit + fit),
          "the row 'a' never decides: the rows above it take all its cases"},
      Row{"[[deadline]]", table("first", unfit), "the fitness table binds nobody"},
      Row{"[[step.guard]]\n", within, "a guard asks for the fitness table, and there is none"},
  };
  for (const auto &row : rows) {
    CAPTURE(row.message);
    const auto loaded = load(replaced(small_rules(), row.old, row.fresh));
    REQUIRE(loaded.problems.empty());
    CHECK(std::any_of(loaded.warnings.begin(), loaded.warnings.end(),
                      [&](const Problem &warning) { return warning.message == row.message; }));
  }
}
