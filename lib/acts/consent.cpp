// Consent given, refused or withdrawn, for named purposes (UU 27/2022 art. 20, 25, 26; domain notes 2.5).
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

bool is_own(const Consent &consent) {
  return consent.given_by == "self" || consent.given_by == consent.party;
}

// Whoever takes back the last consent, or speaks for herself, ends the sessions to come. Where another giver's consent
// stands (one parent suffices), a refusal is an objection for the case manager (spec 1, gate 4).
void settle_refusal(CaseFile &file, const Entry &entry, const Consent &refusal) {
  const auto &purposes = refusal.purposes;
  if (std::find(purposes.begin(), purposes.end(), "mediation") == purposes.end())
    return;
  const auto standing = file.consents_of(refusal.party, "mediation");
  const bool another =
      std::any_of(standing.begin(), standing.end(), [](const Consent *c) { return c->decision == "given"; });
  if (!another || is_own(refusal))
    cancel_planned(file, entry, "consent");
  else
    call_for_follow_up(file, entry, "objection");
}

void apply_consent(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  Consent consent;
  consent.party = text_in(row, "party");
  consent.given_by = text_in(row, "given_by");
  consent.relation = text_in(row, "relation");
  consent.purposes = values_of(row, "purposes");
  consent.decision = text_in(row, "decision");
  consent.child_view = tri_of(row, "child_view");
  consent.on = entry.on;
  consent.entry = entry.seq;
  file.consents.push_back(std::move(consent));
  if (value_of(row, "decision") != "given")
    settle_refusal(file, entry, file.consents.back());
}

} // namespace

ActKind consent() {
  static const std::array fields{
      needed(open_field("party", Kind::person, later("whose consent"))),
      needed(open_field("given_by", Kind::giver, later("given by (self, or a person of the case)"))),
      needed(open_field("relation", Kind::choice, later("relation of the giver"), lists::consent_relations())),
      needed(open_field("purposes", Kind::choices, later("for what"), lists::consent_purposes())),
      needed(open_field("decision", Kind::choice, later("decision"), lists::consent_decisions())),
      open_field("child_view", Kind::tri, later("the child's own view was heard")),
      open_field("text_version", Kind::text, later("version of the text")),
      sealed_field("language", Kind::text, later("language or aid used")),
      sealed_field("words", Kind::story, later("in own words")),
  };
  return {"consent", "intake", later("consent"), fields, {}, apply_consent, Bearing::works};
}

} // namespace mediasi::acts
