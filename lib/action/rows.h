// Rows of a draft to rows of facts: values checked, clear and sealed parted, ids and numbers given.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "action/check.h"
#include "action/references.h"
#include "acts/acts.h"

namespace mediasi {

struct RowContext {
  const Standard &standard;
  const References &references;
  const Step &step;
  const CaseFile &file;
  std::span<const std::string_view> meta; // names that are no fields and no mistakes
  const Entry *amended = nullptr;         // the entry, as it stands, that is being amended
  std::optional<Date> day = std::nullopt; // of the act: nobody is born after it
};

// the fields at the top of a step
void check_top(std::span<const FieldSpec> specs, const DraftRow &row, const RowContext &context, CheckedAct &act,
               std::vector<Problem> &problems);
// the rows of one group; the sealed values of a row go together under "GROUP#N"
void check_rows(const GroupSpec &spec, const std::vector<DraftRow> &rows, const RowContext &context, CheckedAct &act,
                std::vector<Problem> &problems);
// what may be left out because it can only be one thing: the latest session, the only beneficiary, the next number
void fill_defaults(const ActKind &kind, const RowContext &context, CheckedAct &act);

} // namespace mediasi
