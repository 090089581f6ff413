// One human being in several records: an officer confirms that a person of this case is also a person of another case,
// another person of this one, or somebody of the office's roster (domain notes, section 8).
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

// Every record of the human being has an entry of its own with the same pid and the same staff; the command that takes
// the officer's word writes them all together (cmd/same_person).
void apply_identity(CaseFile &file, const Entry &entry) {
  const auto &fields = entry.facts.fields;
  const auto found = std::find_if(file.persons.begin(), file.persons.end(),
                                  [&](const Person &person) { return person.id == value_of(fields, "person"); });
  if (found == file.persons.end() || value_of(fields, "pid").empty())
    return; // being judged, before it was told whose record it is
  found->pid = text_in(fields, "pid");
  found->staff = values_of(fields, "staff");
}

} // namespace

ActKind identify() {
  static const std::array fields{
      needed(open_field("person", Kind::person, later("person of this case"))),
      open_field("case", Kind::text, later("number of the other case, when it is another one")),
      needed(open_field("other", Kind::text,
                        later("the same human being there: a person's id, mediator:ID or officer:ID"))),
      sealed_field("note", Kind::story, later("note")),
  };
  return {"identify", "intake", later("one human being in several records"), fields, {}, apply_identity};
}

} // namespace mediasi::acts
