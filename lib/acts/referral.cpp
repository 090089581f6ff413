// Referral to another service, offered, accepted or refused (S2: unfit ends in a referral offered).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind referral() {
  static const std::array fields{
      needed(open_field("to", Kind::choice, later("referred to"), lists::referral_targets())),
      needed(open_field("answer", Kind::choice, later("answer"), lists::referral_answers())),
      sealed_field("words", Kind::story, later("in words")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    const auto &row = entry.facts.fields;
    file.referrals.push_back({text_in(row, "to"), text_in(row, "answer"), entry.on});
  };
  return {"referral", "intake", later("referral"), fields, {}, apply};
}

} // namespace mediasi::acts
