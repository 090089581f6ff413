// import: whole past cases, acts of every kind in one file.
#include <memory>

#include "base/language.h"
#include "cmd/batch.h"
#include "cmd/batch_run.h"
#include "cmd/declared.h"

namespace mediasi {

Run declare_import(Options &options) {
  const auto mine = std::make_shared<BatchOptions>();
  options.positional("FILE", later("JSON Lines, one act a line, those of a case together; - reads standard input"),
                     mine->file, Presence::required);
  declare_rows(options, *mine);
  options.text("--by", "OFFICER", later("who did it (who types, when left out)"), mine->by);
  options.flag("--dry-run", later("says all that would happen and changes nothing"), mine->dry_run);
  return [mine](Env &env) { return run_batch(env, importing, *mine); };
}

} // namespace mediasi
