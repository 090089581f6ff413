#include "cmd/find_people.h"

#include <algorithm>
#include <filesystem>
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
  std::error_code failed; // somebody may have typed the name itself: it is not said again
  if (file != "-" && !std::filesystem::exists(file, failed))
    throw Error(
        {Code::file_unreadable, say("--find names no file that is there"),
         say("who is looked for stands in a form: --find FILE, or - for standard input; never in the command")});
  const auto query = read_find_form(read_whole(file, most_bytes), file == "-" ? "<stdin>" : file);
  return terms_of(query.nik, query.name, query.born);
}

FoundPeople find_in(Store &store, const SearchTerms &asked) {
  FoundPeople found;
  found.unopened = catch_up(store, std::numeric_limits<std::size_t>::max()).waiting.size();
  for (const auto &hit : find_people(store, asked)) {
    if (found.people.size() == most_people) {
      ++found.more;
      continue;
    }
    const auto file = fold(store.entries_of(hit.case_number));
    if (const auto *person = file.person(hit.person))
      found.people.push_back({hit.case_number, hit.person, person->initials, hit.likeness});
  }
  return found;
}

std::vector<std::string> FoundPeople::cases() const {
  std::vector<std::string> numbers;
  for (const auto &hit : people)
    if (std::find(numbers.begin(), numbers.end(), hit.case_number) == numbers.end())
      numbers.push_back(hit.case_number);
  return numbers;
}

std::vector<std::string> FoundPeople::notes() const {
  std::vector<std::string> lines;
  for (const auto &hit : people)
    lines.push_back(say("case {}: '{}' ({}): {}", hit.case_number, hit.person, hit.initials, in_words(hit.how)));
  if (more > 0)
    lines.push_back(say("and {} more: say more of the person", more));
  if (unopened > 0)
    lines.push_back(say("{} cases cannot be opened and were not searched: mediasi store verify", unopened));
  return lines;
}

Report list_found(const FoundPeople &found, const Date &day) {
  Report report;
  report.name = "found";
  report.title = tr("People who were found");
  report.as_of = text_of(day);
  report.columns = {{"case", tr("case"), ColumnType::text, ""},
                    {"person", tr("person"), ColumnType::text, ""},
                    {"initials", tr_in("of a person", "initials"), ColumnType::text, ""},
                    {"match", tr("match"), ColumnType::text, ""}};
  for (const auto &hit : found.people)
    report.rows.push_back({hit.case_number, hit.person, hit.initials, in_words(hit.how)});
  report.notes.push_back(found.people.empty()
                             ? say("nobody was found: say less of the person, or spell the name otherwise")
                             : say("several cases fit; name one: mediasi report case CASE"));
  const auto all = found.notes(); // those of the people are rows here
  report.notes.insert(report.notes.end(), all.begin() + static_cast<std::ptrdiff_t>(found.people.size()), all.end());
  return report;
}

} // namespace mediasi
