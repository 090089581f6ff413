// Every command's declare function, each defined in the file of its command. The table is commands.cpp.
#pragma once

#include "cmd/command.h"

namespace mediasi {

Run declare_report(Options &options);

Run declare_store_verify(Options &options);
Run declare_store_head(Options &options);
Run declare_store_info(Options &options);
Run declare_store_rebuild(Options &options);

} // namespace mediasi
