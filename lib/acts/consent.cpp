// Consent given, refused or withdrawn, for named purposes (UU 27/2022 art. 20, 25, 26; domain notes 2.5).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

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
  return {"consent", "intake", later("consent"), fields, {}, apply_consent};
}

} // namespace mediasi::acts
