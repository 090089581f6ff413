// The outcome of a session and the obligations of an agreement (S7). There is no payment to the office anywhere;
// an obligation between the parties carries amount, interval and how each payment is proved.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

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

// gate 3 asks each waiver per offence on file
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

Obligation obligation_in(const CaseFile &file, const Session &session, const Row &row) {
  Obligation obligation;
  obligation.number = number_in(row, "number", static_cast<int>(file.obligations.size()) + 1);
  obligation.session = session.number;
  obligation.who = text_in(row, "who");
  obligation.kind = text_in(row, "kind");
  obligation.recurrence = text_in(row, "recurrence");
  obligation.due = parse_date(value_of(row, "due"));
  obligation.clear = row;
  return obligation;
}

void apply_outcome(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  auto *session = session_of(file, row);
  if (!session)
    return;
  session->outcome = text_in(row, "outcome");
  session->state = session->outcome == "not_held" ? "not_held" : "held";
  session->outcome_on = entry.on;
  session->outcome_entry = entry.seq;
  session->outcome_clear = row;
  session->parts.insert(session->parts.end(), entry.parts.begin(), entry.parts.end());
  for (const auto &obligation : rows_of(entry.facts, "obligation"))
    file.obligations.push_back(obligation_in(file, *session, obligation));
  for (const auto &waiver : rows_of(entry.facts, "waiver"))
    session->waivers.push_back(waiver);
}

} // namespace

ActKind outcome() {
  static const std::array fields{
      open_field("session", Kind::session, later("session")),
      needed(open_field("outcome", Kind::choice, later("outcome"), lists::outcomes())),
      open_field("reason", Kind::choice, later("reason"), lists::outcome_reasons()),
      sealed_field("words", Kind::story, later("in words")),
  };
  static const std::array groups{
      GroupSpec{"obligation", later("obligations"), 0, 100, obligation_fields()},
      GroupSpec{"waiver", later("waivers, per offence on file"), 0, 50, waiver_fields(), true},
  };
  return {"outcome", "record", later("outcome"), fields, groups, apply_outcome};
}

} // namespace mediasi::acts
