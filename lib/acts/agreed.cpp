#include "acts/agreed.h"

#include <array>

#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi {

std::span<const FieldSpec> obligation_fields() {
  static const std::array fields{
      needed(open_field("who", Kind::person, later("who"))),
      needed(open_field("kind", Kind::choice, later("kind of duty"), lists::obligation_kinds())),
      needed(sealed_field("text", Kind::story, later("does what"))),
      needed(open_field("recurrence", Kind::choice, later("once, recurring or standing"), lists::recurrences())),
      open_field("due", Kind::date, later("by when")),
      open_field("interval_days", Kind::integer, later("every how many days")),
      open_field("amount", Kind::money, later("amount in rupiah")),
      sealed_field("proof", Kind::text, later("how it is proved")),
  };
  return fields;
}

std::span<const FieldSpec> waiver_fields() {
  static const std::array fields{
      needed(open_field("matter", Kind::integer, later("number of the matter"))),
      needed(open_field("marries", Kind::choice, later("marries somebody to the offender or under age"),
                        lists::waiver_answers())),
      needed(open_field("silence", Kind::choice, later("buys silence"), lists::waiver_answers())),
      needed(open_field("no_report", Kind::choice, later("promises not to report, or to withdraw a report"),
                        lists::waiver_answers())),
  };
  return fields;
}

Obligation obligation_in(const CaseFile &file, int session, const Row &row) {
  Obligation obligation;
  obligation.number = number_in(row, "number", static_cast<int>(file.obligations.size()) + 1);
  obligation.session = session;
  obligation.who = text_in(row, "who");
  obligation.kind = text_in(row, "kind");
  obligation.recurrence = text_in(row, "recurrence");
  obligation.due = parse_date(value_of(row, "due"));
  obligation.clear = row;
  return obligation;
}

} // namespace mediasi
