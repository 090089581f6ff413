#include "report/registry.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "report/agenda.h"
#include "report/complaints.h"
#include "report/due.h"
#include "report/obligations.h"
#include "report/register.h"
#include "report/retention.h"

namespace mediasi {

std::span<const ReportKind> report_kinds() {
  static constexpr std::array kinds{
      ReportKind{"overdue", later("what is overdue, who must act"), "--as-of", overdue, true},
      ReportKind{"due", later("what is still to be done, late or coming"),
                 "--as-of --to --role --officer --case --stage --names --find",
                 CasesBuilder{due_head, due_rows, due_done, Scope::both}},
      ReportKind{"case", later("one case: every entry in order, and where it stands"), "--names --attachments --find",
                 case_story},
      ReportKind{"register", later("the register book: one line a case"),
                 "--as-of --from --to --by-date --officer --stage --open --names --find",
                 CasesBuilder{register_head, register_rows, register_done}},
      ReportKind{"journal", later("every entry: who recorded what, and when"),
                 "--as-of --from --to --case --officer --reads",
                 JournalBuilder{journal_head, journal_rows, journal_done}},
      ReportKind{"agenda", later("sessions and visits of the coming days"), "--as-of --from --to --case --names --find",
                 CasesBuilder{agenda_head, agenda_rows, agenda_done}, false, true},
      ReportKind{"obligations", later("what the parties owe each other, and how it fares"),
                 "--as-of --case --stage --open --all --names --find",
                 CasesBuilder{obligations_head, obligations_rows, obligations_done}},
      ReportKind{"complaints", later("complaints about the service, and their answers"),
                 "--as-of --from --to --open --names",
                 CasesBuilder{complaints_head, complaints_rows, complaints_done, Scope::complaints}},
      ReportKind{"letters", later("the book of outgoing letters: every number taken, set aside or void"),
                 "--as-of --from --to --case", letters},
      ReportKind{"retention", later("closed cases whose time is over, and what keeps them"), "--as-of --all",
                 CasesBuilder{retention_head, retention_rows, retention_done, Scope::kept}},
  };
  return kinds;
}

const ReportKind *report_kind(std::string_view name) {
  const auto kinds = report_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const ReportKind &kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

} // namespace mediasi
