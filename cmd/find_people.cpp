#include "cmd/find_people.h"

#include <algorithm>
#include <limits>

#include "action/find_form.h"
#include "action/likeness.h"
#include "acts/acts.h"
#include "base/file.h"
#include "base/language.h"
#include "store/search.h"

namespace mediasi {

namespace {

constexpr std::size_t most_bytes = 64 * 1024; // of a form of three lines
constexpr std::size_t most_people = 200;      // told of; who asks for "Siti" is to add to it

} // namespace

SearchTerms read_question(const std::string &file) {
  const auto query = read_find_form(read_whole(file, most_bytes), file == "-" ? "<stdin>" : file);
  return terms_of(query.nik, query.name, query.born);
}

FoundPeople find_in(Store &store, const SearchTerms &asked) {
  const auto caught = catch_up(store, std::numeric_limits<std::size_t>::max());
  FoundPeople found;
  std::size_t told = 0, left = 0;
  for (const auto &hit : find_people(store, asked)) {
    const auto file = fold(store.entries_of(hit.case_number));
    const auto *person = file.person(hit.person);
    if (!person)
      continue;
    if (told == most_people) {
      ++left;
      continue;
    }
    ++told;
    found.notes.push_back(
        say("case {}: '{}' ({}): {}", hit.case_number, hit.person, person->initials, in_words(hit.likeness)));
    if (std::find(found.cases.begin(), found.cases.end(), hit.case_number) == found.cases.end())
      found.cases.push_back(hit.case_number);
  }
  if (left > 0)
    found.notes.push_back(say("and {} more: say more of the person", left));
  if (!caught.waiting.empty())
    found.notes.push_back(
        say("{} cases cannot be opened and were not searched: mediasi store verify", caught.waiting.size()));
  found.whole = caught.waiting.empty();
  return found;
}

} // namespace mediasi
