// Cases as reports see them: as the store stands, or as it stood at the end of a day, when only what was recorded by
// then counts, under the roster, rules and calendars of then.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/bench.h"
#include "cmd/disclosure.h"
#include "report/case_view.h"
#include "report/registry.h"

namespace mediasi {

// What the judge says of one case. The view points into `file` and `bench`.
CaseView case_view(const Bench &bench, const CaseFile &file, const Moment &now);

class CaseViews {
public:
  // `now`: the day or moment reports are about; `until`: the last moment whose entries count, everything when absent
  // `disclosure`: opens the cases that are asked for their names
  CaseViews(const Store &store, const Moment &now, std::optional<Instant> until, Disclosure *disclosure = nullptr);

  void each(Scope scope, const std::function<void(const CaseView &)> &visit);
  void these(const std::vector<std::string> &cases, Scope scope, const std::function<void(const CaseView &)> &visit);
  void each_entry(const std::function<void(const EntryView &)> &visit);

  // what was recorded afterwards and says what happened before: it would change what was told
  std::vector<std::string> later_entries() const;

private:
  void show(CaseView view, const std::vector<Entry> &entries, const std::function<void(const CaseView &)> &visit);
  void visit_case(std::vector<Entry> entries, Scope scope, const std::function<void(const CaseView &)> &visit);
  void visit_house(const std::function<void(const CaseView &)> &visit);
  bool counts(const Entry &entry) const { return !until_ || entry.recorded <= *until_; }
  std::vector<Entry> counted(std::vector<Entry> entries);

  const Store &store_;
  Grounds grounds_;
  Moment now_;
  std::optional<Instant> until_;
  Disclosure *disclosure_;
  std::vector<Entry> later_;
};

} // namespace mediasi
