#include "model/letter_numbers.h"

#include "base/text.h"

namespace mediasi {

namespace {

int whole(const Entry &entry, std::string_view field) {
  return static_cast<int>(parse_integer(value_of(entry.facts.fields, field)).value_or(0));
}

} // namespace

std::vector<LetterNumber> numbers_of(const Entry &entry) {
  const std::string register_name(value_of(entry.facts.fields, "register"));
  if (register_name.empty() || entry.correction != Correction::none)
    return {};
  const bool reserves = entry.act == reserving;
  const int first = whole(entry, reserves ? "first" : "register_serial");
  const int count = reserves ? whole(entry, "count") : 1;
  std::vector<LetterNumber> numbers;
  for (int serial = first; first > 0 && serial < first + count; ++serial)
    numbers.push_back({register_name, static_cast<int>(entry.on.day.year()), serial});
  return numbers;
}

Entry reservation_of(std::string_view register_name, int first, int count) {
  Entry entry;
  entry.case_number = house;
  entry.act = reserving;
  entry.facts.fields = {
      {"register", std::string(register_name)}, {"first", std::to_string(first)}, {"count", std::to_string(count)}};
  return entry;
}

} // namespace mediasi
