// A payment between the parties under an obligation, with its proof (S9). Nothing is ever paid to the office (S13).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_payment(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  const auto amount = parse_integer(value_of(row, "amount"));
  for (auto &obligation : file.obligations)
    if (obligation.number == number_in(row, "obligation", 0))
      obligation.payments.push_back(
          {amount.value_or(0), parse_date(value_of(row, "paid_on")).value_or(entry.on.day), entry.seq});
}

} // namespace

ActKind payment() {
  static const std::array fields{
      needed(open_field("obligation", Kind::obligation, later("obligation"))),
      needed(open_field("amount", Kind::money, later("amount in rupiah"))),
      open_field("paid_on", Kind::date, later("day of the payment")),
      needed(open_field("evidence_kind", Kind::choice, later("kind of evidence"), lists::evidence_kinds())),
      sealed_field("evidence", Kind::text, later("evidence")),
  };
  return {"payment", "monitor", later("payment between the parties"), fields, {}, apply_payment};
}

} // namespace mediasi::acts
