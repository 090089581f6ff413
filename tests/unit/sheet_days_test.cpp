#include "action/sheet_days.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace mediasi;

namespace {

using WrittenDays = std::vector<std::pair<std::string, std::string>>;

} // namespace

TEST_CASE("days as sheets write them become ISO days, the day always first") {
  const WrittenDays rows{
      {"31/12/2025", "2025-12-31"},
      {"1/2/2026", "2026-02-01"},
      {"01-02-2026", "2026-02-01"},
      {" 05/06/2026 ", "2026-06-05"},
      {"2026-02-01", "2026-02-01"},
      {"2026-02-01 08:30", "2026-02-01T08:30"},
      {"2026-02-01T08:30", "2026-02-01T08:30"},
      {"31/12/2025 8.05", "2025-12-31T08:05"},
      {"31/12/2025  23:59", "2025-12-31T23:59"},
      {"05/2014", "2014-05"},
      {"31/02/2026", "2026-02-31"}, // no day: the check of the field says so
  };
  for (const auto &row : rows) {
    const auto &written = row.first;
    CAPTURE(written);
    CHECK(iso_day(written) == row.second);
  }
}

TEST_CASE("what could be read in two ways, or in none, stays as it is") {
  const std::vector<std::string> texts{
      "",           "31",         "31/12",      "31/12/25",    "2025/12/31",   "31.12.2025",     "31/12-2025",
      "31-12/2025", "3l/12/2025", "+1/12/2025", "٣١/12/2025",  "31/12/2025 8", "31/12/2025 8:3", "31/12/2025 pagi",
      "31 12 2025", "Des 2025",   "45992",      "31/12/20255", "031/12/2025",  "//2025",         "12/31/2025/1",
      "2025",       "2025-12",
  };
  for (const auto &text : texts) {
    CAPTURE(text);
    CHECK(iso_day(text) == text);
  }
}
