// The case manager accepts the breaches of office rules of an act taken "as found" from an old register; from then on
// it opens what it would have opened. Breaches of the law are never accepted (spec 1).
#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi::acts {

namespace {

// The fold knows of acceptances before it takes the acts; where one is added to a case folded before, the old act is
// taken now.
void accept(CaseFile &file, const Entry &acceptance) {
  const auto about = parse_integer(value_of(acceptance.facts.fields, "entry"));
  const auto found =
      std::find_if(file.story.begin(), file.story.end(), [&](const Happened &one) { return one.entry == about; });
  const auto *kind = found == file.story.end() || found->opens() ? nullptr : act_kind(found->act);
  if (!kind || found->act == "register" || found->act == "person") // these stand in any case
    return;
  found->accepted = true;
  Entry old;
  old.seq = found->entry;
  old.case_number = file.number;
  old.act = found->act;
  old.step = found->step;
  old.on = found->on;
  old.by = found->by;
  old.facts = found->facts;
  kind->apply(file, old);
}

} // namespace

ActKind found_accepted() {
  static const std::array fields{
      needed(open_field("entry", Kind::integer, later("entry it is about"))),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      needed(sealed_field("words", Kind::story, later("in words"))),
  };
  return {"found_accepted", "record", later("old act accepted as found"), fields, {}, accept};
}

} // namespace mediasi::acts
