#include <algorithm>

#include <doctest/doctest.h>

#include "base/text.h"
#include "render/formats.h"

using namespace mediasi;

TEST_CASE("on a terminal of any width no line of a wide report is longer, and nothing of it is lost") {
  Report report;
  Cells row;
  for (int i = 0; i < 16; ++i) {
    report.columns.push_back({"k" + std::to_string(i), "heading" + std::to_string(i), ColumnType::text, ""});
    row.emplace_back("cell" + std::to_string(i) + "2026-0001");
  }
  report.rows = {row, row};
  for (const int width : {40, 60, 80, 120, 400}) {
    CAPTURE(width);
    const std::string text = as_text(report, Screen{.terminal = true, .colour = false, .width = width});
    for (const std::string &line : split(text, '\n'))
      CHECK(display_width(line) <= static_cast<std::size_t>(width));
    std::string joined = text;
    std::erase_if(joined, [](char c) { return c == ' ' || c == '\n'; });
    for (int i = 4; i < 16; ++i)
      if (width == 80)
        CHECK(text.find("heading" + std::to_string(i)) != std::string::npos);
    CHECK(joined.find("cell15") != std::string::npos);
  }
}

TEST_CASE("a coded value is its id for programs and its words for people") {
  Report report;
  report.columns = {{"outcome", "outcome", ColumnType::text, ""}};
  report.rows = {{Coded{"partly", "partly agreed"}}, {Coded{"=1+1", "\x1b[31mred"}}, {Coded{"bare", ""}}};
  CHECK(as_csv(report, Screen{}) == "outcome\r\npartly\r\n\"'=1+1\"\r\nbare\r\n");
  const std::string text = as_text(report, Screen{});
  CHECK(text.find("partly agreed") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("bare") != std::string::npos);
  CHECK(as_json(report, Screen{}).find("\"partly\"") != std::string::npos);
}

TEST_CASE("a calendar keeps to its standard whatever the texts hold") {
  Report report;
  const auto made = *parse_instant("2026-03-01T00:00:00Z");
  report.events = Events{made,
                         {{"2026-0001-session-1@mediasi", 2, true, made, made + std::chrono::hours(2),
                           "a;b,c\\d\ne\x01", std::string(200, 'x'), ""}}};
  const std::string text = as_ics(report, Screen{});
  CHECK(text.find("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n") != std::string::npos);
  CHECK(text.find("SEQUENCE:2\r\nSTATUS:CANCELLED\r\n") != std::string::npos);
  CHECK(text.find("DTSTART:20260301T000000Z\r\nDTEND:20260301T020000Z\r\n") != std::string::npos);
  CHECK(text.find("DESCRIPTION") == std::string::npos);
  for (const std::string &line : split(text, '\n'))
    CHECK(line.size() <= 76); // 75 octets and the CR
  CHECK_THROWS_AS(as_ics(Report{}, Screen{}), Error);
  CHECK_THROWS_AS(as_ics(Info{}, Screen{}), Error);
}

TEST_CASE("at 80 columns a long text stands below its row, and no step is broken in two") {
  Report report;
  for (const char *key : {"case", "due", "days left", "state", "what", "in words", "role", "officer"})
    report.columns.push_back({key, key, key == std::string("days left") ? ColumnType::integer : ColumnType::text, ""});
  report.columns.push_back({"provisional", "provisional", ColumnType::yes_no, ""});
  const std::string words = "signed paper not attached: Perintah pelaksanaan mediasi dari Koordinator, entry 12";
  report.rows = {{std::string("2026-0001"), std::string("2026-03-16"), std::int64_t{-12}, std::string("no scan"),
                  std::string("perintah_mediasi"), words, std::string("koordinator"), std::string("koko"), false},
                 {std::string("2026-0002"), std::string("2026-03-16"), std::int64_t{4}, std::string("coming"),
                  std::string("perintah"), std::string("short"), std::string("pendamping"), std::string("pita"),
                  false}};
  const std::string text = as_text(report, Screen{.terminal = true, .colour = false, .width = 80});
  const auto lines = split(text, '\n');
  CHECK(lines.size() <= 9); // three or four of the heading, two a row, one after the last
  CHECK(text.find("perintah_mediasi  ") != std::string::npos);
  CHECK(text.find("    signed paper not attached: Perintah pelaksanaan mediasi") != std::string::npos);
  CHECK(text.find("provisional") == std::string::npos);
  report.rows[1].back() = true;
  CHECK(as_text(report, Screen{.terminal = true, .colour = false, .width = 80}).find("provisional") !=
        std::string::npos);
}

TEST_CASE("a minimum is told by the first day that will do, a span by both its ends") {
  ExplainedDeadline deadline;
  deadline.id = "jeda";
  deadline.title = "Jeda";
  deadline.start = "2026-03-19";
  deadline.unit = "working_day";
  deadline.amount = 2;
  for (const unsigned day : {20U, 21U, 22U, 23U}) {
    const Date date = std::chrono::year{2026} / std::chrono::March / std::chrono::day{day};
    deadline.days.push_back({date, day == 20U ? 1 : day == 23U ? 2 : 0, day == 21U || day == 22U ? "Idulfitri" : ""});
  }
  ExplainAnswer answer;
  for (const auto &[state, word] : {std::pair{"too_early", ", not before 2026-03-23"},
                                    {"passed", ", not before 2026-03-23"},
                                    {"running", ", due 2026-03-23"}}) {
    deadline.state = state;
    deadline.due = "2026-03-23";
    answer.deadlines = {deadline};
    CHECK(as_text(answer, Screen{}).find(word) != std::string::npos);
  }
  CHECK(as_text(answer, Screen{}).find("2026-03-21 until 2026-03-22: Idulfitri") != std::string::npos);
}
