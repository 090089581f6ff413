// The outcome of a session and the obligations of an agreement (S7). There is no payment to the office anywhere;
// an obligation between the parties carries amount, interval and how each payment is proved.
#include <array>

#include "acts/agreed.h"
#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

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
    file.obligations.push_back(obligation_in(file, session->number, obligation));
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
  return {"outcome", "record", later("outcome"), fields, groups, apply_outcome, Bearing::works};
}

} // namespace mediasi::acts
