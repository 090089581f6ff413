// Short words for writing drafts by chance. For random_act.cpp and random_forms.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/random_act.h"

namespace mediasi::testing {

using Texts = std::vector<std::string>;

inline DraftValue value(std::string text) {
  return {.text = std::move(text), .place = {}};
}

inline void set(DraftRow &row, const std::string &name, std::string text) {
  row.values[name] = value(std::move(text));
}

inline DraftRow row(std::initializer_list<std::pair<const char *, std::string>> values) {
  DraftRow made;
  for (const auto &[name, text] : values)
    set(made, name, text);
  return made;
}

inline Texts ids(const CaseFile &file, bool parties_alone = false) {
  Texts list;
  for (const auto &person : file.persons)
    if (!parties_alone || person.side == Side::beneficiary || person.side == Side::respondent)
      list.push_back(person.id);
  return list;
}

inline Texts numbers_of(const auto &rows) {
  Texts list;
  for (const auto &one : rows)
    list.push_back(std::to_string(one.number));
  return list;
}

// how the acts of one kind are drawn where the field tables are not enough
struct Maker {
  std::string_view act;
  void (*make)(Draft &, Dice &, const Around &);
};
std::span<const Maker> crooked_makers(); // random_crooked.cpp

inline std::string any(Dice &dice, const Texts &list) {
  return list.empty() ? "nobody" : list[dice.below(list.size())];
}

inline std::string day(Dice &dice, const Moment &now, int back, int ahead) {
  return text_of(plus_days(now.day, static_cast<int>(dice.below(static_cast<std::size_t>(back + ahead + 1))) - back));
}

} // namespace mediasi::testing
