// A requirement paper handed in (S1). The paper itself is attached, never its file name.
#include <array>

#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind requirement() {
  static const std::array fields{
      needed(open_field("requirement", Kind::requirement, later("requirement"))),
      open_field("copies", Kind::integer, later("number of copies")),
      sealed_field("note", Kind::story, later("note")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    file.requirements.push_back(
        {text_in(entry.facts.fields, "requirement"), entry.on, entry.seq, number_in(entry.facts.fields, "copies", 0)});
  };
  return {"requirement", "intake", later("requirement handed in"), fields, {}, apply, Bearing::works};
}

} // namespace mediasi::acts
