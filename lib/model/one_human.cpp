#include "model/one_human.h"

#include <string>

namespace mediasi {

namespace {

bool differ(std::string_view one, std::string_view other) {
  return !one.empty() && !other.empty() && one != other;
}

// "" unless the day is known
std::string birthday(const KnownRecord &record) {
  const auto birth = parse_partial_date(value_of(record.sealed, "birth")).value_or(record.person.birth);
  return birth.day == 0 ? std::string() : text_of(birth);
}

} // namespace

std::vector<std::string_view> contradictions(const KnownRecord &one, const KnownRecord &other) {
  std::vector<std::string_view> found;
  if (differ(value_of(one.sealed, "nik"), value_of(other.sealed, "nik")))
    found.emplace_back("nik");
  if (differ(birthday(one), birthday(other)))
    found.emplace_back("birth");
  if (differ(value_of(one.person.clear, "sex"), value_of(other.person.clear, "sex")))
    found.emplace_back("sex");
  return found;
}

} // namespace mediasi
