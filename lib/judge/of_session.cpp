#include "judge/of_session.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/text.h"

namespace mediasi {

const Session *session_named(const CaseFile &file, const Entry &act) {
  const auto number = parse_integer(value_of(act.facts.fields, "session"));
  const auto *named = number ? file.session(static_cast<int>(*number)) : nullptr;
  return named ? named : file.last_session();
}

const Session *agreed_in(const CaseFile &file, const Entry &act) {
  const auto outcome = value_of(act.facts.fields, "outcome");
  return act.act == "outcome" && (outcome == "agreed" || outcome == "partly") ? session_named(file, act) : nullptr;
}

bool about_a_session(std::string_view act) {
  const auto *kind = act_kind(act);
  return kind && std::any_of(kind->fields.begin(), kind->fields.end(),
                             [](const FieldSpec &field) { return field.kind == Kind::session; });
}

bool needs_a_session(std::string_view act) {
  return act == "invitation" || act == "delivery" || act == "minutes" || act == "session_move" ||
         act == "session_cancel" || of_the_day(act);
}

bool of_the_day(std::string_view act) {
  return act == "day_questions" || act == "attendance" || act == "outcome";
}

bool takes_place_no_more(const Session &session) {
  return session.state == "moved" || session.state == "cancelled";
}

} // namespace mediasi
