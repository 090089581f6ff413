#include <doctest/doctest.h>

#include <algorithm>

#include "report/register.h"

using namespace mediasi;

namespace {

std::string heading_of(const Report &report, std::string_view key) {
  const auto found = std::find_if(report.columns.begin(), report.columns.end(),
                                  [&](const Column &column) { return column.key == key; });
  return found == report.columns.end() ? "" : found->heading;
}

} // namespace

TEST_CASE("register: those in charge stand under the titles of the rules in force, and under the usual ones without") {
  Asked asked;
  CHECK(heading_of(register_head(asked), "pendamping") == "Pendamping PPA");
  CHECK(heading_of(register_head(asked), "mk") == "case manager");
  asked.pendamping_title = "Kaur Contoh";
  asked.mk_title = "Sekretaris Contoh";
  CHECK(heading_of(register_head(asked), "pendamping") == "Kaur Contoh");
  CHECK(heading_of(register_head(asked), "mk") == "Sekretaris Contoh");
}
