// How long a case is kept, and what stands against erasing it.
#include <doctest/doctest.h>

#include "judge/retention.h"

using namespace mediasi;

namespace {

Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

Person beneficiary(PartialDate birth, const char *sex) {
  Person person;
  person.id = "beneficiary1";
  person.side = Side::beneficiary;
  person.birth = birth;
  if (*sex != '\0')
    person.clear = {{"sex", sex}};
  return person;
}

CaseFile closed(Person person, Date on = day(2026, 6, 8)) {
  CaseFile file;
  file.number = "2026-0001";
  file.received = {day(2026, 3, 2)};
  file.persons = {std::move(person)};
  file.termination = Termination{.reason = "carried_out", .on = {on}, .entry = 9, .by = "kania"};
  return file;
}

Retention schedule() {
  return {.erase_by = {"kepala_upt"},
          .classes = {{"C", "", "child", 2, 3, false, "", 1}, {"W", "", "woman", 1, 1, false, "", 2}},
          .reasons = {{"over", "", false, "", 3}, {"court", "", true, "", 4}}};
}

std::vector<std::string> words(const CaseFile &file, const Retention &rules, Date on, const char *reason,
                               std::vector<DueRow> dues = {}, std::vector<std::string> open_cases = {}) {
  std::vector<std::string> all;
  const Keeping keeping{rules, std::move(dues), std::move(open_cases), on};
  for (const auto &obstacle : obstacles_to_erasing(keeping, file, rules.reason(reason)))
    all.push_back(obstacle_word(obstacle));
  return all;
}

using ObstacleWords = std::vector<std::string>;

} // namespace

TEST_CASE("a case falls under every class it may belong to, and the longest keeps it") {
  const auto codes = [](Person person) { return how_long_kept(schedule(), closed(std::move(person))).codes; };
  CHECK(codes(beneficiary({2015, 4, 0}, "female")) == ObstacleWords{"C"});
  CHECK(codes(beneficiary({1990, 0, 0}, "female")) == ObstacleWords{"W"});
  CHECK(codes(beneficiary({}, "female")) == ObstacleWords{"C", "W"});
  CHECK(codes(beneficiary({}, "")) == ObstacleWords{"C", "W"});
  CHECK(codes(beneficiary({}, "male")) == ObstacleWords{"C"});
  CHECK(codes(beneficiary({1990, 0, 0}, "")) == ObstacleWords{"W"});
  CHECK(codes(beneficiary({1990, 0, 0}, "male")).empty());
  CHECK(how_long_kept(schedule(), closed(beneficiary({}, "female"))).until == day(2031, 6, 8));
  CHECK(how_long_kept(schedule(), closed(beneficiary({1990, 0, 0}, "female"))).until == day(2028, 6, 8));
}

TEST_CASE("the time runs in years from the closing, and not before") {
  auto file = closed(beneficiary({2015, 0, 0}, "female"), day(2024, 2, 29));
  CHECK(how_long_kept(schedule(), file).until == day(2029, 3, 1));
  file.termination.reset();
  CHECK_FALSE(how_long_kept(schedule(), file).until);
  auto rules = schedule();
  rules.classes[0].permanent = true;
  const auto kept = how_long_kept(rules, closed(beneficiary({}, "female")));
  CHECK(kept.permanent);
  CHECK_FALSE(kept.until);
}

TEST_CASE("everything that keeps a case is told at once") {
  auto file = closed(beneficiary({2015, 0, 0}, "female"));
  file.termination.reset();
  file.obligations.resize(3);
  for (int number = 1; auto &obligation : file.obligations)
    obligation.number = number++;
  file.obligations[1].history = {{1, "kept", {}}};
  file.obligations[2].history = {{1, "partly", {}}};
  file.legal_hold = LegalHold{{day(2026, 7, 1)}, "court"};
  DueRow due;
  due.deadline = "pelaporan";
  CHECK(words(file, schedule(), day(2040, 1, 1), "over", {due}, {"2026-0007"}) ==
        ObstacleWords{"open", "obligation 1", "obligation 3", "deadline pelaporan", "legal hold since 2026-07-01",
                      "open case 2026-0007"});
}

TEST_CASE("before its time only an early reason will do, and none against a hold, a duty or a deadline") {
  const auto file = closed(beneficiary({2015, 0, 0}, "female"));
  CHECK(words(file, schedule(), day(2031, 6, 7), "over") == ObstacleWords{"kept until 2031-06-08"});
  CHECK(words(file, schedule(), day(2031, 6, 8), "over").empty());
  CHECK(words(file, schedule(), day(2027, 1, 1), "court", {}, {"2026-0007"}).empty());
  auto held = file;
  held.legal_hold = LegalHold{{day(2026, 7, 1)}, "court"};
  CHECK(words(held, schedule(), day(2040, 1, 1), "court") == ObstacleWords{"legal hold since 2026-07-01"});
  CHECK(words(file, {}, day(2040, 1, 1), "over") == ObstacleWords{"no class"});
  CHECK(words(closed(beneficiary({1990, 0, 0}, "male")), schedule(), day(2040, 1, 1), "over") ==
        ObstacleWords{"no class"});
}
