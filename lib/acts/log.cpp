// The case log, open at any time, and newly reported violence: coming sessions are cancelled, assessments become stale,
// "carried out" is barred; the rest of the case goes on.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind log() {
  static const std::array fields{
      open_field("means", Kind::choice, later("by what means"), lists::log_means()),
      needed(sealed_field("words", Kind::story, later("in words"))),
  };
  const auto nothing = [](CaseFile &, const Entry &) {};
  return {"log", "record", later("case log"), fields, {}, nothing};
}

ActKind violence() {
  static const std::array fields{
      open_field("party", Kind::person, later("who was hurt")),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"violence", "record", later("new violence"), fields, {}, note_violence};
}

} // namespace mediasi::acts
