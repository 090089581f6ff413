#include "store/search.h"

#include "base/error.h"
#include "store/blinding.h"
#include "store/inside.h"
#include "store/table_sums.h"

namespace mediasi {

namespace {

std::vector<SearchRow> rows_of_terms(const SearchTerms &tokens) {
  std::vector<SearchRow> rows;
  const auto add = [&](const char *kind, const std::string &token) {
    if (!token.empty())
      rows.push_back({tokens.person, kind, token});
  };
  add("nik", tokens.nik);
  add("born", tokens.born);
  add("whole", tokens.name.whole);
  for (const auto &token : tokens.name.words)
    add("word", token);
  for (const auto &token : tokens.name.also)
    add("also", token);
  return rows;
}

std::vector<SearchRow> rows_of_case(Store::Inside &inside, std::string_view case_number) {
  Query query(inside, "SELECT person, kind, token FROM search WHERE case_number = $case");
  query.with("$case", case_number);
  std::vector<SearchRow> rows;
  while (query.next())
    rows.push_back({query.text(0), query.text(1), query.text(2)});
  return rows;
}

constexpr const char *waiting_cases = "SELECT case_number FROM search_pending ORDER BY case_number";
constexpr const char *known_cases = "SELECT case_number FROM search UNION SELECT case_number FROM search_pending";

std::vector<std::string> numbers(Store::Inside &inside, const char *question) {
  Query query(inside, question);
  std::vector<std::string> all;
  while (query.next())
    all.push_back(query.text(0));
  return all;
}

// of an erased case nothing can be opened any more
bool has_key(Store::Inside &inside, std::string_view case_number) {
  Query query(inside, "SELECT 1 FROM case_key WHERE case_number = $case AND wrapped <> x'' LIMIT 1");
  return query.with("$case", case_number).next();
}

void clear(Store::Inside &inside, std::string_view case_number) {
  Query(inside, "DELETE FROM search WHERE case_number = $case").with("$case", case_number).run();
  Query(inside, "DELETE FROM search_pending WHERE case_number = $case").with("$case", case_number).run();
}

void keep_waiting(Store::Inside &inside, std::string_view case_number) {
  Query(inside, "INSERT INTO search_pending(case_number) VALUES ($case) ON CONFLICT(case_number) DO NOTHING")
      .with("$case", case_number)
      .run();
  note_part(inside, Part::search, case_number, element_of(case_number, rows_of_case(inside, case_number), true));
}

// false: what is sealed of it cannot be opened
bool take_in(Store &store, const std::string &number) {
  if (!has_key(store.inside(), number)) {
    forget_search(store, number);
    return true;
  }
  try {
    const auto persons =
        open_persons(store.entries_of(number), [&](const Entry &entry) { return store.open_sealed(entry); });
    index_people(store, number, blinded(store, terms_of(persons)));
    return true;
  } catch (const Error &error) {
    if (error.exit_code() != exit_code(Code::store_altered))
      throw;
    return false;
  }
}

} // namespace

void leave_pending(Store &store, std::string_view case_number) {
  store.inside().changing([&] { keep_waiting(store.inside(), case_number); });
}

std::vector<std::string> pending_cases(const Store &store) {
  return store.inside().asking(
      [&] { return has_search(store.inside()) ? numbers(store.inside(), waiting_cases) : std::vector<std::string>{}; });
}

void forget_search(Store &store, std::string_view case_number) {
  store.inside().changing([&] {
    clear(store.inside(), case_number);
    note_part(store.inside(), Part::search, case_number, std::nullopt);
  });
}

void begin_search_anew(Store &store) {
  Store::Inside &inside = store.inside();
  for (const auto &number : inside.asking([&] { return numbers(inside, known_cases); }))
    forget_search(store, number);
  for (const CaseRow &row : store.cases())
    inside.changing([&] {
      if (has_key(inside, row.number))
        keep_waiting(inside, row.number);
    });
}

std::vector<BlindTerms> blinded(const Store &store, const std::vector<SearchTerms> &people) {
  std::vector<BlindTerms> all;
  for (const auto &person : people)
    all.push_back({blinded(store.inside(), person)});
  return all;
}

void index_people(Store &store, std::string_view case_number, const std::vector<BlindTerms> &people) {
  Store::Inside &inside = store.inside();
  need_index_key(inside);
  inside.changing([&] {
    clear(inside, case_number);
    Query insert(inside, "INSERT INTO search(case_number, person, kind, token) VALUES ($case, $person, $kind, $token)");
    std::vector<SearchRow> all;
    for (const auto &person : people)
      for (auto &row : rows_of_terms(person.tokens)) {
        insert.with("$case", case_number).with("$person", row.person).with("$kind", row.kind);
        insert.with_blob("$token", row.token).run();
        all.push_back(std::move(row));
      }
    note_part(inside, Part::search, case_number, element_of(case_number, std::move(all), false));
  });
}

CaughtUp catch_up(Store &store, std::size_t most) {
  CaughtUp told;
  for (const auto &number : pending_cases(store)) {
    if (told.taken < most && take_in(store, number))
      ++told.taken;
    else
      told.waiting.push_back(number);
  }
  return told;
}

} // namespace mediasi
