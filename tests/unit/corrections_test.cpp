#include <doctest/doctest.h>

#include "acts/acts.h"
#include "model/corrections.h"

using namespace mediasi;

namespace {

Entry log_entry(std::int64_t seq, Row fields, std::vector<std::string> sealed = {}) {
  Entry made;
  made.seq = seq;
  made.case_number = "2026-0001";
  made.act = "log";
  made.on = *parse_moment("2026-03-02T08:00");
  made.by = "satu";
  made.facts.fields = std::move(fields);
  made.sealed_paths = std::move(sealed);
  return made;
}

Entry correcting(Correction kind, std::int64_t seq, std::int64_t target, Row fields = {},
                 std::vector<std::string> sealed = {}) {
  auto made = log_entry(seq, std::move(fields), std::move(sealed));
  made.correction = kind;
  made.target = target;
  made.facts.fields["because"] = "salah_ketik";
  return made;
}

Entry amends(std::int64_t seq, std::int64_t target, Row fields, std::vector<std::string> sealed = {}) {
  return correcting(Correction::amends, seq, target, std::move(fields), std::move(sealed));
}

Entry voids(std::int64_t seq, std::int64_t target) {
  return correcting(Correction::voids, seq, target);
}

Row standing(const std::vector<Entry> &entries) {
  const auto all = standing_entries(entries);
  return all.empty() ? Row{{"nothing", "stands"}} : all.front().facts.fields;
}

} // namespace

TEST_CASE("an amendment says what changes and what it leaves out stays") {
  const std::vector<Entry> all{log_entry(1, {{"means", "phone"}, {"extra", "a"}}), amends(2, 1, {{"means", "letter"}})};
  CHECK(standing(all) == Row{{"means", "letter"}, {"extra", "a"}});
  CHECK(standing({all[0], all[1], amends(3, 1, {{"remove", "extra"}})}) == Row{{"means", "letter"}});
}

TEST_CASE("a group that is given replaces all its rows and what was sealed beside them") {
  auto first = log_entry(1, {}, {"person#1", "person#2", "words"});
  first.facts.groups["person"] = {{{"id", "a"}}, {{"id", "b"}}};
  auto second = amends(2, 1, {}, {"person#1"});
  second.facts.groups["person"] = {{{"id", "b"}}};
  const auto all = standing_entries({first, second});
  CHECK(rows_of(all.front().facts, "person").size() == 1);
  CHECK(sealed_at({first, second}, 1) == SealedAt{{"person#1", 2}, {"words", 1}});
}

TEST_CASE("an amendment taken back leaves the one before it") {
  const std::vector<Entry> all{log_entry(1, {{"means", "phone"}}), amends(2, 1, {{"means", "letter"}}),
                               amends(3, 1, {{"means", "visit"}})};
  CHECK(standing({all[0], all[1], all[2]}) == Row{{"means", "visit"}});
  CHECK(standing({all[0], all[1], all[2], voids(4, 3)}) == Row{{"means", "letter"}});
  CHECK(standing({all[0], all[1], all[2], voids(4, 2)}) == Row{{"means", "visit"}});
  CHECK(standing({all[0], all[1], all[2], voids(4, 3), voids(5, 2)}) == Row{{"means", "phone"}});
}

TEST_CASE("a void takes an entry out, and taken back itself it does nothing") {
  const auto one = log_entry(1, {{"means", "phone"}});
  CHECK(standing({one, voids(2, 1)}) == Row{{"nothing", "stands"}});
  CHECK(standing({one, voids(2, 1), voids(3, 2)}) == Row{{"means", "phone"}});
  CHECK(standing({one, voids(2, 1), voids(3, 2), voids(4, 3)}) == Row{{"nothing", "stands"}});
  CHECK(fold({one, voids(2, 1)}).story.empty());
  CHECK(fold({one, voids(2, 1)}).voided.size() == 1);
}

TEST_CASE("day and officer of an entry are amended, who corrected and when are not its own") {
  auto change = amends(2, 1, {{"on", "2026-03-01"}, {"by", "dua"}});
  change.on = *parse_moment("2026-03-09T10:00");
  change.by = "tiga";
  const auto all = standing_entries({log_entry(1, {{"means", "phone"}}), change});
  CHECK(text_of(all.front().on) == "2026-03-01");
  CHECK(all.front().by == "dua");
  CHECK(all.front().facts.fields == Row{{"means", "phone"}});
}

TEST_CASE("a text is the same as before exactly when the same amendments counted then") {
  const auto one = log_entry(1, {});
  const auto parts = [&](const std::vector<Entry> &entries) { return standing_entries(entries).front().parts; };
  CHECK(unchanged_since(parts({one}), 5));
  CHECK_FALSE(unchanged_since(parts({one}), 0)); // not even there
  CHECK(unchanged_since(parts({one, amends(3, 1, {})}), 4));
  CHECK_FALSE(unchanged_since(parts({one, amends(3, 1, {})}), 2));
  CHECK(unchanged_since(parts({one, amends(3, 1, {}), voids(5, 3)}), 2));
  CHECK_FALSE(unchanged_since(parts({one, amends(3, 1, {}), voids(5, 3)}), 4));
  CHECK_FALSE(unchanged_since(parts({one, amends(3, 1, {}), voids(5, 3), voids(7, 5)}), 6));
}
