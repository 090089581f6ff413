#include "cmd/contradictions.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "model/one_human.h"

namespace mediasi {

namespace {

Problem mistake(Code code, std::string message, std::string hint) {
  return {.code = code, .message = std::move(message), .hint = std::move(hint)};
}

const Row &row_of(const Identities &identities, const std::string &person) {
  static const Row nothing;
  const auto found = identities.find(person);
  return found == identities.end() ? nothing : found->second;
}

std::string named(const std::vector<std::string_view> &fields) {
  std::vector<std::string> words;
  for (const auto field : fields)
    words.push_back(field == "nik" ? tr("NIK") : field == "birth" ? tr("birth date") : tr("sex"));
  return join(words, ", ");
}

// Two people with a matter between them; a mother may stand beside either side, and guards look at that.
bool opposed(const CaseFile &file, const std::string &one, const std::string &other) {
  return std::any_of(file.matters.begin(), file.matters.end(), [&](const Matter &matter) {
    return (matter.beneficiary == one && matter.respondent == other) ||
           (matter.beneficiary == other && matter.respondent == one);
  });
}

std::set<Record> group_of(TouchedCases &cases, const Record &record) {
  const auto file = cases.file(record.case_number);
  auto group = cases.records(file.person(record.person)->pid);
  group.insert(record);
  return group;
}

void check_pair(TouchedCases &cases, const Record &one, const Record &other, std::vector<Problem> &problems) {
  const auto file = cases.file(one.case_number), other_file = cases.file(other.case_number);
  const auto sealed = cases.sealed(one.case_number), other_sealed = cases.sealed(other.case_number);
  const auto differing = contradictions({*file.person(one.person), row_of(sealed, one.person)},
                                        {*other_file.person(other.person), row_of(other_sealed, other.person)});
  if (!differing.empty())
    problems.push_back(mistake(
        Code::not_two_records,
        say("'{}' of case {} and '{}' of case {} cannot be one human being: not the same {}", one.person,
            one.case_number, other.person, other.case_number, named(differing)),
        say("check the ids; a record that is wrong is amended first: mediasi report case {}", other.case_number)));
  else if (one.case_number == other.case_number && opposed(file, one.person, other.person))
    problems.push_back(
        mistake(Code::not_two_records,
                say("a matter of case {} is between '{}' and '{}'", one.case_number, one.person, other.person),
                say("nobody is both sides of a matter: check the ids")));
}

} // namespace

Contradicting contradictions_between(const Store &store, TouchedCases &cases, const Record &mine,
                                     const Record &theirs) {
  Contradicting found;
  const auto here = group_of(cases, mine), there = group_of(cases, theirs);
  for (const auto &one : here)
    for (const auto &other : there)
      if (!(one == other))
        check_pair(cases, one, other, found.problems);
  if (!store.unlocked())
    found.warnings.push_back(mistake(Code::duplicates_unchecked,
                                     say("NIK and day of birth of these records were not compared: no key"),
                                     say("with --key, records that contradict each other are refused")));
  return found;
}

} // namespace mediasi
