// A form that names people, for who corrects what is known of them: with the key, and recorded as a reading.
#pragma once

#include <string_view>
#include <vector>

#include "cmd/writing.h"
#include "model/identities.h"
#include "store/store.h"

namespace mediasi {

// --names and --for belong to a form that is shown. Error(usage).
void check_names(const WritingOptions &options);

// The identities of the case of these entries. The store is open for writing and has no transaction; when this returns
// the reading is on the disk.
Identities identities_for_form(Store &store, const std::vector<Entry> &entries, const Env &env,
                               std::string_view command, const WritingOptions &options);

} // namespace mediasi
