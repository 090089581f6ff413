#include "model/search_terms.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mediasi {

namespace {

constexpr std::size_t month = std::string_view("1990-05").size();

// "beneficiary1" and no other key of the opened facts
bool is_person(std::string_view key) {
  constexpr std::array<std::string_view, 4> sides{"beneficiary", "respondent", "companion", "other"};
  const auto letters = key.find_first_of("0123456789");
  return letters != std::string_view::npos && key.find_first_not_of("0123456789", letters) == std::string_view::npos &&
         std::find(sides.begin(), sides.end(), key.substr(0, letters)) != sides.end();
}

// what a second name adds: never needed, always enough
void add_besides(NameForms &forms, const NameForms &besides) {
  for (const auto *list : {&besides.words, &besides.also})
    forms.also.insert(forms.also.end(), list->begin(), list->end());
  std::sort(forms.also.begin(), forms.also.end());
  forms.also.erase(std::unique(forms.also.begin(), forms.also.end()), forms.also.end());
}

bool both_differ(const std::string &one, const std::string &other) {
  return !one.empty() && !other.empty() && one != other;
}

bool agree(const std::string &one, const std::string &other) {
  return !one.empty() && one == other;
}

} // namespace

SearchTerms terms_of(std::string_view nik, std::string_view name, std::string_view born) {
  SearchTerms terms;
  terms.nik = nik;
  terms.name = name_forms(name);
  if (born.size() >= month) // of a year alone too many are born
    terms.born = born.substr(0, month);
  return terms;
}

std::vector<SearchTerms> terms_of(const Identities &identities) {
  std::vector<SearchTerms> all;
  for (const auto &[key, row] : identities) {
    if (!is_person(key))
      continue;
    auto terms = terms_of(value_of(row, "nik"), value_of(row, "name"), value_of(row, "birth"));
    terms.person = key;
    const auto representative = name_forms(value_of(row, "representative"));
    if (terms.name.words.empty())
      terms.name = representative;
    else
      add_besides(terms.name, representative);
    if (!terms.empty())
      all.push_back(std::move(terms));
  }
  return all;
}

Likeness found_as(const SearchTerms &record, const SearchTerms &asked) {
  if (agree(record.nik, asked.nik))
    return Likeness::nik;
  const bool born = agree(record.born, asked.born);
  if (answers_to(record.name, asked.name))
    return born ? Likeness::name_and_born : Likeness::name;
  return born && asked.name.words.empty() ? Likeness::born : Likeness::none;
}

Likeness same_as(const SearchTerms &one, const SearchTerms &other) {
  if (agree(one.nik, other.nik))
    return Likeness::nik;
  const auto names = likeness_of(one.name, other.name);
  if (names != NameLikeness::none && agree(one.born, other.born))
    return Likeness::name_and_born;
  if (names != NameLikeness::same || (both_differ(one.nik, other.nik) && both_differ(one.born, other.born)))
    return Likeness::none;
  return Likeness::name;
}

} // namespace mediasi
