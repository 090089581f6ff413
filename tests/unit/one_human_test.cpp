// Two records of one human being: what they cannot differ in.
#include <doctest/doctest.h>

#include "base/text.h"
#include "model/one_human.h"

using namespace mediasi;

namespace {

struct Somebody {
  std::string_view nik, birth, sex;
};

std::string against(const Somebody &one, const Somebody &other) {
  const auto person = [](const Somebody &who) {
    Person made;
    made.birth = parse_partial_date(who.birth.substr(0, 7)).value_or(PartialDate{});
    made.clear["sex"] = who.sex;
    return made;
  };
  const auto sealed = [](const Somebody &who) {
    return Row{{"nik", std::string(who.nik)}, {"birth", std::string(who.birth)}};
  };
  const auto a = person(one), b = person(other);
  const auto sealed_a = sealed(one), sealed_b = sealed(other);
  std::string found;
  for (const auto field : contradictions({a, sealed_a}, {b, sealed_b}))
    found += std::string(field) + " ";
  return found;
}

} // namespace

TEST_CASE("only what is known of both can contradict") {
  constexpr Somebody her{"3575015505149991", "2014-05-15", "female"};
  CHECK(against(her, her).empty());
  CHECK(against(her, {"3575021103149992", "2014-03-11", "male"}) == "nik birth sex ");
  CHECK(against({"3575021103149992", "2014-03-11", "male"}, her) == "nik birth sex ");
  CHECK(against(her, {"3575021103149992", "", ""}) == "nik ");
  CHECK(against(her, {"", "2014-05-16", ""}) == "birth ");
  CHECK(against(her, {"", "", "male"}) == "sex ");
  for (const auto *birth : {"", "2014", "2014-05", "2013", "2014-06"})
    CHECK(against(her, {"", birth, ""}).empty());
  CHECK(against({"", "", ""}, {"", "", ""}).empty());
}
