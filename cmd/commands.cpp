// The table of commands. A new one is one file, one declaration in declared.h and one line here.

#include <array>

#include "base/language.h"
#include "cmd/command.h"
#include "cmd/declared.h"

namespace mediasi {

std::span<const Command> commands() {
  static constexpr std::array table{
      Command{"report", later("answers a question; cron runs 'report overdue'"), "0124578", declare_report},
      Command{"store verify", later("checks every entry of the store, without a key"), "01278", declare_store_verify},
      Command{"store head", later("prints the head of the journal, as a witness for others to keep"), "01278",
              declare_store_head},
      Command{"store info", later("says what is in force and where it comes from"), "01278", declare_store_info},
      Command{"store rebuild", later("makes all tables again from the journal"), "012478", declare_store_rebuild},
  };
  return table;
}

} // namespace mediasi
