// What one act says: named texts in canonical spelling, and groups of rows (persons, obligations ...).
// Spelling is fixed by the field's kind (model/field.h): ISO dates, decimal integers, "yes|no|unknown",
// choice ids; several choices or references are joined by ",". An absent name is "not asked".
// The same spelling stands in the journal, in forms and in imports, so one parser serves all.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

using Row = std::map<std::string, std::string, std::less<>>;

struct Facts {
  Row fields;
  std::map<std::string, std::vector<Row>, std::less<>> groups;

  friend bool operator==(const Facts &, const Facts &) = default;
};

// the value, or "" when absent
std::string_view value_of(const Row &row, std::string_view name);
// the members of a joined value: "a,b" -> {a, b}; "" -> {}
std::vector<std::string> values_of(const Row &row, std::string_view name);
// the rows of a group, or none
const std::vector<Row> &rows_of(const Facts &facts, std::string_view group);

// JSON both ways: {"name":"text", ..., "group":[{...}]}; keys sorted, so equal facts give equal bytes.
std::string encode(const Facts &facts);
std::string encode(const Row &row);
// the same with one more group, which the facts have not
std::string encode_with(const Facts &facts, std::string_view more, const std::vector<Row> &rows);
Facts decode_facts(std::string_view json); // throws Error(store_damaged)
Row decode_row(std::string_view json);     // throws Error(store_damaged)

} // namespace mediasi
