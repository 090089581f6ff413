#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "render/layout.h"
#include "render/render.h"
#include "support/parsed_day.h"

using namespace mediasi;
using testing::parsed_day;

namespace {

const Screen pipe{};
const Screen terminal{.terminal = true, .colour = false, .width = 40};
const Screen coloured{.terminal = true, .colour = true, .width = 80};

std::string rendered(const Answer &answer, Format format) {
  return mediasi::rendered(answer, format, pipe);
}

Report sample() {
  Report report;
  report.name = "sample";
  report.title = "A sample";
  report.as_of = "2026-03-02";
  report.columns = {{"case", "Case", ColumnType::text, ""}, {"days", "Days", ColumnType::integer, "day"}};
  report.rows = {{Cell("2026-0001"), Cell(std::int64_t{7})}, {Cell("2026-00012"), Cell(std::int64_t{12})}};
  return report;
}

Report one_text(const std::string &text) {
  Report report;
  report.columns = {{"what", "What", ColumnType::text, ""}};
  report.rows = {{Cell(text)}};
  return report;
}

ActAnswer sample_act() {
  ActAnswer act;
  act.case_number = "2026-0012";
  act.initials = "A.S.";
  act.acts = {{14, "asesmen", "Asesmen"}, {15, "persetujuan", "Persetujuan"}};
  act.on = *parse_moment("2026-03-02T09:00");
  act.recorded = *parse_instant("2026-03-04T02:00:00Z");
  act.by = "rina";
  act.typed = "budi";
  act.late = true;
  act.stage = "assessing";
  act.missing = {"Hasil asesmen"};
  act.next = {{"temuan", "Temuan", "assess", {"pendamping"}, {"rina"}, "2026-03-05"}};
  act.papers = {{"undangan", "respondent1", "owed", ""}};
  act.warnings = {{.code = Code::store_warning, .message = "look twice", .hint = "look"}};
  return act;
}

} // namespace

TEST_CASE("text in a pipe is rows alone, aligned, without heading or title") {
  CHECK(rendered(sample(), Format::text) == "2026-0001    7\n2026-00012  12\n");
}

TEST_CASE("text on a terminal has title and heading, bold only with colour") {
  CHECK(rendered(sample(), Format::text, terminal) ==
        "A sample\n\nCase        Days\n2026-0001      7\n2026-00012    12\n");
  CHECK(rendered(sample(), Format::text, coloured).find("\033[1mA sample\033[0m") == 0);
  CHECK(rendered(sample(), Format::text, terminal).find('\033') == std::string::npos);
}

TEST_CASE("an empty report prints nothing as text, not even its title") {
  Report report = sample();
  report.rows.clear();
  CHECK(rendered(report, Format::text).empty());
  CHECK(rendered(report, Format::text, terminal).empty());
}

TEST_CASE("a long cell is wrapped on a terminal and never cut in a pipe") {
  const std::string words = "one two three four five six seven eight nine ten eleven twelve";
  CHECK(rendered(one_text(words), Format::text) == words + "\n");
  const std::string wrapped = rendered(one_text(words), Format::text, terminal);
  std::istringstream lines(wrapped);
  for (std::string line; std::getline(lines, line);)
    CHECK(line.size() <= 40);
  CHECK(wrapped.find("twelve") != std::string::npos);
}

TEST_CASE("on a terminal an unused column is left out and a last one without room stands below its row") {
  Report report;
  for (const char *key : {"first", "unused", "words"})
    report.columns.push_back({key, key, ColumnType::text, ""});
  report.rows = {{Cell(std::string(20, 'a')), Cell(), Cell("one two three four five six seven eight nine ten")}};
  CHECK(rendered(report, Format::text, terminal) ==
        "first\n    words\n" + std::string(20, 'a') + "\n    one two three four five six seven\n    eight nine ten\n");
  CHECK(rendered(report, Format::text) ==
        std::string(20, 'a') + "     one two three four five six seven eight nine ten\n");
}

TEST_CASE("stored control characters never reach a terminal in any format") {
  const std::string nasty = "a\033[31mb\u202Ec\u009Bd";
  for (Format format : {Format::text, Format::json}) {
    const std::string out = rendered(one_text(nasty), format, terminal);
    CHECK(out.find('\033') == std::string::npos);
    CHECK(out.find("\u202E") == std::string::npos);
    CHECK(out.find("\u009B") == std::string::npos);
  }
  CHECK(rendered(FormText{"x\033y\nz\n"}, Format::text, terminal).find('\033') == std::string::npos);
  CHECK(rendered(FormText{"x\033y\nz\n"}, Format::text) == "x\033y\nz\n");
}

TEST_CASE("a csv heading is the column key and lines end as RFC 4180 says") {
  CHECK(rendered(sample(), Format::csv) == "case,days\r\n2026-0001,7\r\n2026-00012,12\r\n");
}

TEST_CASE("csv cells that a spreadsheet would run are defused") {
  for (const char *bad :
       {"=1+1", "+62812", "-1", "@x", "\tx", "\rx", "\uFF1Dx", "\uFF0Bx", "\uFF0Dx", "\uFF20x", " =1"}) {
    CAPTURE(bad);
    CHECK(rendered(one_text(bad), Format::csv) == "what\r\n\"'" + std::string(bad) + "\"\r\n");
  }
  for (const char *good : {"a=b", "1-2", "x@y", "'", "a b"}) {
    CAPTURE(good);
    CHECK(rendered(one_text(good), Format::csv) == "what\r\n" + std::string(good) + "\r\n");
  }
}

TEST_CASE("csv numbers are written by us and stay numbers") {
  Report report = sample();
  report.rows = {{Cell("x"), Cell(std::int64_t{-5})}};
  CHECK(rendered(report, Format::csv) == "case,days\r\nx,-5\r\n");
}

TEST_CASE("csv quotes what would break a cell, also for other separators") {
  CHECK(rendered(one_text("a\"b"), Format::csv) == "what\r\n\"a\"\"b\"\r\n");
  CHECK(rendered(one_text("a\nb"), Format::csv) == "what\r\n\"a\nb\"\r\n");
  CHECK(rendered(one_text("a;=b"), Format::csv) == "what\r\n\"a;=b\"\r\n");
}

TEST_CASE("a json report is one object of the fixed shape, also when it is empty") {
  const auto all = nlohmann::json::parse(rendered(sample(), Format::json));
  CHECK(all["format"] == 1);
  CHECK(all["kind"] == "report");
  CHECK(all["report"] == "sample");
  CHECK(all["as_of"] == "2026-03-02");
  CHECK(all["from"].is_null());
  CHECK(all["columns"][1] ==
        nlohmann::json{{"key", "days"}, {"heading", "Days"}, {"type", "integer"}, {"unit", "day"}});
  CHECK(all["rows"][1] == nlohmann::json{{"case", "2026-00012"}, {"days", 12}});
  CHECK(all["totals"].is_array());
  CHECK(all["notes"].is_array());
  Report none = sample();
  none.rows.clear();
  CHECK(nlohmann::json::parse(rendered(none, Format::json))["rows"].empty());
}

TEST_CASE("cells keep their type in json and nothing is null") {
  Report report;
  for (const char *key : {"a", "b", "c", "d"})
    report.columns.push_back({key, key, ColumnType::text, ""});
  report.rows = {{Cell(), Cell(parsed_day("2026-03-02")), Cell(true), Cell(*parse_moment("2026-03-02T09:00"))}};
  const auto row = nlohmann::json::parse(rendered(report, Format::json))["rows"][0];
  CHECK(row["a"].is_null());
  CHECK(row["b"] == "2026-03-02");
  CHECK(row["c"] == true);
  CHECK(row["d"] == "2026-03-02T09:00");
}

TEST_CASE("invalid UTF-8 does not stop a json answer") {
  CHECK(nlohmann::json::accept(rendered(one_text("a\xff"), Format::json)));
}

TEST_CASE("a json act has the fixed shape, its entry and step those of the last act") {
  const auto all = nlohmann::json::parse(rendered(sample_act(), Format::json));
  for (const char *key : {"case", "entry", "step", "on", "recorded", "by", "typed", "late", "dry_run", "stage",
                          "missing", "next", "papers", "warnings"})
    CHECK_MESSAGE(all.contains(key), key);
  CHECK(all["kind"] == "act");
  CHECK(all["entry"] == 15);
  CHECK(all["step"] == "persetujuan");
  CHECK(all["on"] == "2026-03-02T09:00");
  CHECK(all["recorded"] == "2026-03-04T02:00:00Z");
  CHECK(all["late"] == true);
  CHECK(all["next"][0]["roles"][0] == "pendamping");
  CHECK(all["next"][0]["due"] == "2026-03-05");
  CHECK(all["warnings"][0]["code"] == "M5003");
}

TEST_CASE("an act as text begins with case number and initials and ends with where the case stands") {
  const std::string text = rendered(sample_act(), Format::text);
  CHECK(text.starts_with("2026-0012  A.S.\n"));
  for (const char *part : {"entry 14", "entry 15", "typed by budi", "recorded late", "assessing", "Hasil asesmen",
                           "mediasi assess 2026-0012 --step temuan", "pendamping (rina)", "by 2026-03-05",
                           "undangan to respondent1: owed", "look twice [M5003]"})
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("a dry run says so and names no entry") {
  ActAnswer act = sample_act();
  act.dry_run = true;
  act.acts = {{0, "asesmen", "Asesmen"}};
  CHECK(rendered(act, Format::text).find("dry run") != std::string::npos);
  CHECK(nlohmann::json::parse(rendered(act, Format::json))["entry"].is_null());
}

TEST_CASE("every answer has every format, for no answer may be lost after a commit") {
  const std::vector<Answer> answers{Answer(),       sample(),       sample_act(), Info{"T", {{"a.b", "c"}}},
                                    VerifyAnswer{}, FormText{"x\n"}};
  for (const Answer &answer : answers)
    for (Format format : {Format::text, Format::csv, Format::json})
      CHECK_NOTHROW(rendered(answer, format));
}

TEST_CASE("dotted keys of an info nest in json") {
  const Info info{"T", {{"store.value", "/a"}, {"store.from", "option"}, {"id", "x"}}};
  const auto all = nlohmann::json::parse(rendered(info, Format::json));
  CHECK(all["store"]["from"] == "option");
  CHECK(all["id"] == "x");
}

TEST_CASE("verify keeps the fixed shape") {
  const auto all =
      nlohmann::json::parse(rendered(VerifyAnswer{false, "altered", 12, "ab", {"entry 3: altered"}}, Format::json));
  CHECK(all == nlohmann::json{{"format", 1},
                              {"kind", "verify"},
                              {"sound", false},
                              {"entries", 12},
                              {"head", "ab"},
                              {"problems", {"entry 3: altered"}}});
}

TEST_CASE("wrapping keeps every character and no line is wider than asked") {
  for (const char *text :
       {"", " ", "a", "  two  spaces ", "averyveryverylongword", "日本語の長い言葉", "a b c d e f g h"}) {
    CAPTURE(text);
    std::string letters;
    for (const std::string &line : wrap(text, 5)) {
      CHECK(line.size() <= 15);
      letters += line;
    }
    std::string wanted = text;
    std::erase(wanted, ' ');
    std::erase(letters, ' ');
    CHECK(letters == wanted);
  }
}
