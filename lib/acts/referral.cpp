// Referral to another service, offered, accepted or refused (S2: unfit ends in a referral offered).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

// a row that names an earlier referral is its answer
void apply_referral(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  const auto number = static_cast<std::size_t>(number_in(row, "number", 0));
  if (number >= 1 && number <= file.referrals.size())
    file.referrals[number - 1].answer = text_in(row, "answer");
  else
    file.referrals.push_back({text_in(row, "to"), text_in(row, "answer"), entry.on, entry.seq});
}

} // namespace

ActKind referral() {
  static const std::array fields{
      needed(open_field("to", Kind::choice, later("referred to"), lists::referral_targets())),
      needed(open_field("answer", Kind::choice, later("answer"), lists::referral_answers())),
      open_field("person", Kind::person, later("who is referred")),
      open_field("number", Kind::integer, later("number of the earlier referral it answers")),
      open_field("share_consent", Kind::tri, later("consents to the passing on of data")),
      sealed_field("to_name", Kind::text, later("institution or person it is addressed to")),
      sealed_field("summary", Kind::story, later("what the institution is told, as far as consented")),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"referral", "intake", later("referral"), fields, {}, apply_referral};
}

} // namespace mediasi::acts
