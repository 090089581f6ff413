// The blind index against the plain rules: whoever the rules find in the clear, the index finds by its hashes, and
// nobody else.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "action/find_form.h"
#include "store/search.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

using Hit = std::pair<std::string, Likeness>;

constexpr std::array<std::string_view, 12> names{
    "Siti Aminah",    "Siti",        "Aminah binti Ahmad Yani", "Ahmad Yani", "Achmad Jani",   "Muhammad Rizki",
    "M. Rizki Ahmad", "Sri Wahyuni", "Sriwahyuni Putri",        "Nurhayati",  "Nur Hayati S.", ""};
constexpr std::array<std::string_view, 3> niks{"", "3575015505149991", "3575021103149992"};
constexpr std::array<std::string_view, 3> births{"", "2014-05-15", "1990"};

// every name with every number and month: one person a case
std::vector<SearchTerms> everybody() {
  std::vector<SearchTerms> all;
  for (const auto name : names)
    for (const auto nik : niks)
      for (const auto birth : births) {
        all.push_back(terms_of(nik, name, birth));
        all.back().person = "beneficiary1";
      }
  return all;
}

std::string case_of(std::size_t which) {
  return case_number_text(2026, static_cast<int>(which + 1));
}

void put(Store &store, const std::string &number, const std::vector<SearchTerms> &people) {
  store.begin();
  index_people(store, number, blinded(store, people));
  store.append(entry(number, "register"), {});
  store.commit();
}

std::vector<Hit> hits_of(const std::vector<FoundPerson> &found) {
  std::vector<Hit> hits;
  for (const auto &person : found)
    hits.emplace_back(person.case_number, person.likeness);
  std::sort(hits.begin(), hits.end());
  return hits;
}

template <typename Rule> std::vector<Hit> hits_by(Rule rule, const SearchTerms &asked) {
  std::vector<Hit> hits;
  const auto all = everybody();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const auto how = rule(all[i], asked); how != Likeness::none)
      hits.emplace_back(case_of(i), how);
  std::sort(hits.begin(), hits.end());
  return hits;
}

Likeness alike(std::string_view nik, std::string_view name, std::string_view born, const SearchTerms &other) {
  return same_as(terms_of(nik, name, born), other);
}

} // namespace

TEST_CASE("search: the index finds whom the rules find, by the same likeness, and nobody else") {
  const Made made;
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  const auto all = everybody();
  for (std::size_t i = 0; i < all.size(); ++i)
    put(store, case_of(i), {all[i]});
  for (const auto &asked : all) {
    CHECK(hits_of(find_people(store, asked)) == hits_by(found_as, asked));
    CHECK(hits_of(find_likenesses(store, blinded(store, {asked}).front(), Looking::widely)) == hits_by(same_as, asked));
  }
  CHECK(store.verify().sound);
}

TEST_CASE("search: the strongest hits come first") {
  const Made made;
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  const auto all = everybody();
  for (std::size_t i = 0; i < all.size(); ++i)
    put(store, case_of(i), {all[i]});
  const auto found = find_people(store, terms_of(niks[1], "Siti", "2014-05"));
  REQUIRE(found.size() > 3);
  CHECK(std::is_sorted(found.begin(), found.end(),
                       [](const FoundPerson &a, const FoundPerson &b) { return a.likeness > b.likeness; }));
}

TEST_CASE("search: a locked store neither indexes nor looks, and lets cases wait and be forgotten") {
  const Made made;
  Store store = made.write();
  const auto terms = terms_of(niks[1], "Siti", "");
  CHECK(code_of([&] { find_people(store, terms); }) == Code::key_needed);
  CHECK(code_of([&] { (void)blinded(store, {terms}); }) == Code::key_needed);
  store.begin();
  CHECK(code_of([&] { index_people(store, "2026-0001", {{terms}}); }) == Code::key_needed);
  leave_pending(store, "2026-0001");
  leave_pending(store, "2026-0001");
  CHECK(pending_cases(store) == std::vector<std::string>{"2026-0001"});
  store.append(entry("2026-0001", "register"), {});
  store.commit();
  CHECK(store.verify().sound);
  store.begin();
  forget_search(store, "2026-0001");
  store.append(entry("2026-0001", "log"), {});
  store.commit();
  CHECK(pending_cases(store).empty());
  CHECK(store.verify().sound);
}

TEST_CASE("search: what a case is found by is replaced as a whole, and forgotten as a whole") {
  const Made made;
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  auto old_terms = terms_of(niks[1], "Siti Aminah", "2014-05-15"), new_terms = terms_of(niks[2], "Budi", "");
  old_terms.person = new_terms.person = "beneficiary1";
  put(store, "2026-0001", {old_terms});
  put(store, "2026-0001", {new_terms});
  CHECK(find_people(store, terms_of(niks[1], "Siti", "2014-05")).empty());
  CHECK(find_people(store, terms_of(niks[2], "", "")).size() == 1);
  store.begin();
  forget_search(store, "2026-0001");
  store.append(entry("2026-0001", "log"), {});
  store.commit();
  CHECK(find_people(store, terms_of(niks[2], "Budi", "")).empty());
}

TEST_CASE("search: two records are like each other by number, then name and month, then name") {
  const auto other = terms_of(niks[1], "Siti Aminah", "2014-05-15");
  CHECK(alike(niks[1], "Budi", "1990-01", other) == Likeness::nik);
  CHECK(alike("", "Siti Aminah", "2014-05-01", other) == Likeness::name_and_born);
  CHECK(alike(niks[2], "Aminah", "2014-05-01", other) == Likeness::name_and_born);
  CHECK(alike("", "Siti Aminah", "", other) == Likeness::name);
  CHECK(alike("", "Siti Aminah", "1990-01", other) == Likeness::name);
  CHECK(alike(niks[2], "Siti Aminah", "2014-05-01", other) == Likeness::name_and_born);
  CHECK(alike(niks[2], "Siti Aminah", "1990-01", other) == Likeness::none); // both known, neither agrees
  CHECK(alike("", "Aminah", "", other) == Likeness::none);
  CHECK(alike("", "", "2014-05-15", other) == Likeness::none);
  CHECK(alike("", "", "", terms_of("", "", "")) == Likeness::none);
}

TEST_CASE("search: the form of a question is read, and every mistake of it named") {
  const auto query = read_find_form("nik = \"3575015505149991\"\nname = \" Siti \"\nborn = 2014-05-15\n", "cari.toml");
  CHECK(query.nik == "3575015505149991");
  CHECK(query.name == "Siti");
  CHECK(query.born == "2014-05");
  CHECK(read_find_form("born = \"2014-05\"", "f").born == "2014-05");
  const std::array<std::pair<std::string_view, Code>, 12> bad{{
      {"", Code::missing_field},
      {"# nik = \"1\"", Code::missing_field},
      {"name = \"\"", Code::missing_field},
      {"nik = \"357501\"", Code::bad_nik},
      {"nik = 3575015505149991", Code::wrong_type},
      {"born = \"2014\"", Code::not_a_date},
      {"born = \"2014-13\"", Code::not_a_date},
      {"name = \"-\"", Code::bad_text},
      {"name = [\"a\"]", Code::wrong_type},
      {"surname = \"a\"", Code::unknown_key},
      {"[[nik]]\na = \"b\"", Code::unknown_key},
      {"name = ", Code::toml_syntax},
  }};
  for (const auto &row : bad) {
    CAPTURE(row.first);
    CHECK(code_of([&] { read_find_form(row.first, "cari.toml"); }) == row.second);
  }
}
