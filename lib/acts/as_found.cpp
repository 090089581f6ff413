// The case manager accepts the breaches of office rules of an act taken "as found" from an old register; from then on
// it opens what it would have opened. Breaches of the law are never accepted (spec 1).
#include <array>

#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind found_accepted() {
  static const std::array fields{
      needed(open_field("entry", Kind::integer, later("entry it is about"))),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      needed(sealed_field("words", Kind::story, later("in words"))),
  };
  const auto nothing = [](CaseFile &, const Entry &) {}; // the fold itself asks for acceptances
  return {"found_accepted", "record", later("old act accepted as found"), fields, {}, nothing};
}

} // namespace mediasi::acts
