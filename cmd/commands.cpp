// The table of commands. A new one is one file, one declaration in declared.h and one line here.

#include <array>

#include "base/language.h"
#include "cmd/command.h"
#include "cmd/declared.h"

namespace mediasi {

std::span<const Command> commands() {
  static constexpr std::array table{
      Command{"intake", later("registers a case; adds papers, persons, consent, referrals"), "01234678",
              declare_intake},
      Command{"assess", later("screening, assessments, finding, plan, order"), "01234678", declare_assess},
      Command{"schedule", later("mediator, briefing, session, invitations, proof of delivery"), "01234678",
              declare_schedule},
      Command{"record", later("the session, its minutes, signatures, copies; log, new violence"), "01234678",
              declare_record},
      Command{"monitor", later("visits, the state of every obligation, reports"), "01234678", declare_monitor},
      Command{"terminate", later("closes a case for a reason"), "01234678", declare_terminate},
      Command{"report", later("answers a question; cron runs 'report overdue'"), "0124578", declare_report},
      Command{"explain", later("why a step is closed, what opens it, how the days were counted"), "0123478",
              declare_explain},
      Command{"document", later("issues the papers the steps owe, and gives them again"), "0123478", declare_document},
      Command{"import", later("takes in whole past cases, acts of every kind in one file"), "012345678",
              declare_import},
      Command{"init", later("makes a store with its rules, key and first officer"), "0124", declare_init},
      Command{"roster add", later("enters an officer, a mediator or a room"), "0123478", declare_roster_add},
      Command{"roster list", later("shows officers, mediators and rooms"), "01278", declare_roster_list},
      Command{"workflow check", later("says everything that is wrong with a rules file"), "01245",
              declare_workflow_check},
      Command{"workflow test", later("runs the tests that stand in a rules file"), "01245", declare_workflow_test},
      Command{"workflow adopt", later("lets new cases begin under a changed rules file"), "0123478",
              declare_workflow_adopt},
      Command{"workflow calendar", later("takes a year of holidays into the store and counts open deadlines anew"),
              "0123478", declare_workflow_calendar},
      Command{"store verify", later("checks every entry of the store, without a key"), "012478", declare_store_verify},
      Command{"store head", later("prints the head of the journal, as a witness for others to keep"), "01278",
              declare_store_head},
      Command{"store checkpoint", later("signs the head, for somebody outside to keep"), "0123478",
              declare_store_checkpoint},
      Command{"store info", later("says what is in force and where it comes from"), "01278", declare_store_info},
      Command{"store rebuild", later("makes all tables again from the journal"), "012478", declare_store_rebuild},
      Command{"store key list", later("shows who may read names, and since when"), "01278", declare_store_key_list},
      Command{"store key add", later("gives an officer a way of his own to read: key file, passphrase, recovery code"),
              "0123478", declare_store_key_add},
      Command{"store key remove", later("takes a reader's way away, and renews the keys"), "0123478",
              declare_store_key_remove},
      Command{"store key renew", later("gives the store new keys; the readers' files and passphrases stay"), "0123478",
              declare_store_key_renew},
      Command{"store backup", later("makes a checked copy of the store in another folder"), "012478",
              declare_store_backup},
      Command{"store restore", later("makes a new store out of a backup, without what was erased since"), "0123478",
              declare_store_restore},
      Command{"store erase", later("makes a closed case unreadable for good"), "0123478", declare_store_erase},
      Command{"store batches", later("shows the batches taken in, and those undone"), "01278", declare_store_batches},
      Command{"store undo-batch", later("takes a whole batch back, as long as nothing rests on it"), "0123478",
              declare_store_undo_batch},
  };
  return table;
}

} // namespace mediasi
