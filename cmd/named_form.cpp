#include "cmd/named_form.h"

#include "base/error.h"
#include "base/language.h"
#include "cmd/disclosure.h"
#include "cmd/env.h"
#include "cmd/reads.h"

namespace mediasi {

void check_names(const WritingOptions &options) {
  const bool shown = options.blank || options.typed_form;
  if ((options.names && !shown) || (!options.names && !options.purpose.empty()))
    throw Error({Code::usage, say("--names and --for go with --blank"),
                 say("a form is recorded without them; --blank --names shows who is who")});
}

Identities identities_for_form(Store &store, const std::vector<Entry> &entries, const Env &env,
                               std::string_view command, const WritingOptions &options) {
  const std::string purpose = purpose_of(options.purpose);
  store.unlock(read_key(env));
  Disclosure disclosure(store);
  const Identities identities = disclosure.of(entries)();
  record_reading(store, {std::string(command), "", purpose, disclosure.cases()}, reader_of(store, env, options.by));
  return identities;
}

} // namespace mediasi
