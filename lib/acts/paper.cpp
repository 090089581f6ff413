// An issued paper: the exact page is sealed in the entry, its hash is clear. Issuing the minutes freezes their text and
// begins the round of signatures; issued anew, the round begins anew (spec 5).
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_paper(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  IssuedPaper paper{text_in(row, "kind"),
                    text_in(row, "serial"),
                    text_in(row, "number"),
                    text_in(row, "to"),
                    text_in(row, "hash"),
                    entry.seq,
                    entry.on,
                    number_in(row, "session", 0),
                    number_in(row, "for", 0)};
  for (auto &minutes : file.minutes) {
    if (value_of(row, "freezes") != "minutes" || minutes.session != paper.session)
      continue;
    if (paper.for_entry != minutes.entry || !unchanged_since(minutes.parts, entry.seq))
      continue; // a page over a text that is another by now
    if (minutes.frozen != paper.hash)
      begin_round(file, minutes);
    minutes.frozen = paper.hash;
    minutes.frozen_by = paper.entry;
  }
  file.papers.push_back(std::move(paper));
}

} // namespace

ActKind paper() {
  static const std::array fields{
      needed(open_field("kind", Kind::text, later("kind of paper"))),
      open_field("serial", Kind::integer, later("serial within the case")),
      open_field("number", Kind::text, later("letter number")),
      open_field("to", Kind::text, later("addressee")),
      open_field("session", Kind::session, later("session")),
      open_field("for", Kind::integer, later("entry that owed it")),
      open_field("freezes", Kind::text, later("what it freezes")),
      open_field("hash", Kind::text, later("hash of the page")),
  };
  return {"paper", "document", later("paper issued"), fields, {}, apply_paper};
}

} // namespace mediasi::acts
