// The scan of a signed paper, attached once it is there (spec 1: signed papers behind decisions). The file is sealed
// beside this act; the decision itself is not touched.
#include <array>

#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind scan() {
  static const std::array fields{
      needed(open_field("entry", Kind::integer, later("number of the entry whose signed paper this is"))),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    file.scans.push_back({number_in(entry.facts.fields, "entry", 0), entry.seq, entry.on});
  };
  return {"scan", "record", later("scan of a signed paper"), fields, {}, apply};
}

} // namespace mediasi::acts
