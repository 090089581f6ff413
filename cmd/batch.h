// --batch of the six writing commands, and import: a file of rows into one transaction.
#pragma once

#include <string>
#include <string_view>

#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/writing.h"

namespace mediasi {

void declare_batch(Options &options, BatchOptions &mine); // of a writing command
void declare_rows(Options &options, BatchOptions &mine);  // of all that takes rows in

// `command`: intake, assess ... or "import", whose rows say their own
Outcome run_batch(Env &env, std::string_view command, const BatchOptions &options);

// --columns: what a file may hold; --template csv: an empty sheet
Outcome show_columns(Env &env, std::string_view command, const BatchOptions &options);

} // namespace mediasi
