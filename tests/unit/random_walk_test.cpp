#include <doctest/doctest.h>

#include "support/random_walk.h"

using namespace mediasi::testing;

// tests/long/random_walk.sh walks a hundred times as far
TEST_CASE("whatever is tried, a case stays one that its rules would accept, and no step opens whose guards fail") {
  const auto walked = random_walk(20261124, 600);
  for (const auto &fault : walked.faults)
    FAIL_CHECK(fault);
  CHECK(walked.tried == 600);
  CHECK(walked.accepted > 200);
  CHECK(walked.accepted < walked.tried);
  CHECK(walked.amended > 5);
  CHECK(walked.voided > 3);
  CHECK(walked.late > 5);
  for (const auto *kind : {"register", "consent", "assessment", "finding", "plan", "order", "mediator", "session"}) {
    CAPTURE(kind);
    CHECK(walked.by_kind.contains(kind));
  }
}
