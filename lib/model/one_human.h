// Whether two records can be of one human being. What nobody knows contradicts nothing.
#pragma once

#include <string_view>
#include <vector>

#include "model/entry.h"
#include "model/person.h"

namespace mediasi {

// Of a record: the person, and what is sealed of him as far as it could be opened.
struct KnownRecord {
  const Person &person;
  const Row &sealed;
};

// "nik", "birth", "sex": what one human being cannot have twice and these have. Of births whole days alone are
// compared: a year may be somebody's guess.
std::vector<std::string_view> contradictions(const KnownRecord &one, const KnownRecord &other);

} // namespace mediasi
