#include "action/uncounted.h"

#include <algorithm>

#include "base/language.h"
#include "judge/of_session.h"

namespace mediasi {

void note_uncounted(const CaseFile &before, const CaseFile &after, const Entry &entry, std::vector<Problem> &warnings) {
  const auto *session = entry.act == "delivery" ? session_named(before, entry) : nullptr;
  if (!session)
    return;
  const auto *then = after.session(session->number);
  for (const auto &row : rows_of(entry.facts, "delivery")) {
    const auto person = value_of(row, "person");
    const bool counts = value_of(row, "result") == "not_found" ||
                        std::any_of(then->invitations.begin(), then->invitations.end(),
                                    [&](const Invitation &one) { return one.person == person && one.delivered; });
    if (!counts)
      warnings.push_back(
          {Code::refused_by_rule,
           say("the invitation of '{}' came after session {} and does not count", person, session->number),
           say("invite anew, to a session that is still to come"),
           {},
           "builtin.delivered_late",
           tr("an invitation counts with proof that it was there before the session"),
           {}});
  }
}

} // namespace mediasi
