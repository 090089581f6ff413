#include <doctest/doctest.h>

#include "support/random_walk.h"

using namespace mediasi::testing;

// tests/long/random_walk.sh walks fifty times as far
TEST_CASE("whatever is tried, a case stays one that its rules would accept, and no step opens whose guards fail") {
  const auto walked = random_walk(20261124, 2000);
  for (const auto &fault : walked.faults)
    FAIL_CHECK(fault);
  CHECK(walked.tried == 2000);
  CHECK(walked.accepted > 600);
  CHECK(walked.accepted < walked.tried);
  CHECK(walked.amended > 10);
  CHECK(walked.voided > 5);
  CHECK(walked.late > 10);
  for (const auto *kind : {"register", "consent", "assessment", "finding", "plan", "order", "mediator", "session"}) {
    CAPTURE(kind);
    CHECK(walked.by_kind.contains(kind));
  }
}
