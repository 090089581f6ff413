#include "judge/instead.h"

#include "base/text.h"
#include "model/entry.h"

namespace mediasi {

std::string instead_in(std::string_view case_number, const Guard &guard) {
  if (case_number.empty() || case_number == house)
    return guard.instead;
  auto words = split(guard.instead, ' ');
  for (auto &word : words)
    if (word == "KASUS" || word == "CASE")
      word = case_number;
  return join(words, " ");
}

} // namespace mediasi
