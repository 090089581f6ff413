// Every command's declare function, each defined in the file of its command. The table is commands.cpp.
#pragma once

#include "cmd/command.h"

namespace mediasi {

Run declare_init(Options &options);
Run declare_roster_add(Options &options);
Run declare_roster_list(Options &options);
Run declare_intake(Options &options);
Run declare_assess(Options &options);
Run declare_schedule(Options &options);
Run declare_record(Options &options);
Run declare_monitor(Options &options);
Run declare_terminate(Options &options);
Run declare_document(Options &options);
Run declare_workflow_check(Options &options);
Run declare_workflow_test(Options &options);
Run declare_workflow_adopt(Options &options);
Run declare_workflow_calendar(Options &options);
Run declare_report(Options &options);
Run declare_explain(Options &options);
Run declare_import(Options &options);

Run declare_store_verify(Options &options);
Run declare_store_head(Options &options);
Run declare_store_checkpoint(Options &options);
Run declare_store_info(Options &options);
Run declare_store_rebuild(Options &options);
Run declare_store_key_list(Options &options);
Run declare_store_key_add(Options &options);
Run declare_store_key_remove(Options &options);
Run declare_store_key_renew(Options &options);
Run declare_store_backup(Options &options);
Run declare_store_restore(Options &options);
Run declare_store_erase(Options &options);
Run declare_store_batches(Options &options);
Run declare_store_undo_batch(Options &options);

} // namespace mediasi
