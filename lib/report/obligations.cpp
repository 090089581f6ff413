#include "report/obligations.h"

#include <array>
#include <numeric>

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/names.h"

namespace mediasi {

namespace {

const Fulfilment *last_of(const Obligation &obligation) {
  return obligation.history.empty() ? nullptr : &obligation.history.back();
}

constexpr std::array states{
    Choice{"open", later("open")},         Choice{"kept", later("kept")},     Choice{"late", later("kept late")},
    Choice{"broken", later("broken")},     Choice{"waived", later("waived")}, Choice{"replaced", later("replaced")},
    Choice{"standing", later("standing")}, Choice{"lapsed", later("lapsed")},
};

// What holds now. A duty that goes on is kept only day by day: "standing" until it is broken, waived or replaced.
std::string_view state_now(const Obligation &obligation) {
  if (obligation.replaced_by > 0)
    return "replaced";
  if (obligation.lapsed)
    return "lapsed";
  const Fulfilment *last = last_of(obligation);
  const std::string state = last != nullptr ? last->state : "";
  for (const std::string_view ended : {"broken", "waived", "replaced"})
    if (state == ended)
      return ended;
  if (obligation.recurrence != "once")
    return "standing";
  return state == "kept" ? "kept" : state == "late" ? "late" : "open";
}

bool runs_on(const Obligation &obligation) {
  const std::string_view state = state_now(obligation);
  return state == "open" || state == "standing";
}

Cell state_cell(std::string_view state) {
  for (const Choice &choice : states)
    if (choice.id == state)
      return Coded{std::string(state), tr(std::string(choice.label).c_str())};
  return std::string(state);
}

// The first day of a recurring duty: the one named, or one interval after the agreement.
std::optional<Date> first_due(const CaseFile &file, const Obligation &obligation, std::int64_t interval) {
  const Session *session = file.session(obligation.session);
  if (obligation.due || interval < 1 || session == nullptr)
    return obligation.due;
  return plus_days(session->outcome_on.day, static_cast<int>(interval));
}

// Counted from the first day by the interval: the first that no visit has reached yet.
std::optional<Date> next_due(const CaseFile &file, const Obligation &obligation) {
  const bool recurs = obligation.recurrence == "recurring";
  const auto interval = recurs ? parse_integer(value_of(obligation.clear, "interval_days")).value_or(0) : 0;
  const auto first = first_due(file, obligation, interval);
  const Fulfilment *last = last_of(obligation);
  if (!runs_on(obligation) || !first || interval < 1 || last == nullptr || last->on.day < *first)
    return runs_on(obligation) ? first : std::nullopt;
  const auto gone = days_between(*first, last->on.day) / interval + 1;
  return plus_days(*first, static_cast<int>(gone * interval));
}

// the kind of evidence the latest visit saw for it
std::string evidence_for(const CaseFile &file, int obligation) {
  std::string kind;
  for (const Happened &happened : file.story)
    if (happened.act == "visit")
      for (const Row &row : rows_of(happened.facts, "state"))
        if (parse_integer(value_of(row, "obligation")) == obligation)
          kind = value_of(row, "evidence_kind");
  return kind;
}

std::int64_t paid(const Obligation &obligation) {
  return std::accumulate(obligation.payments.begin(), obligation.payments.end(), std::int64_t{0},
                         [](std::int64_t sum, const Payment &payment) { return sum + payment.amount; });
}

Cells row_of(const CaseFile &file, const Obligation &obligation) {
  const Fulfilment *last = last_of(obligation);
  return {file.number,
          std::int64_t{obligation.number},
          obligation.who,
          coded_cell("outcome", "obligation", "kind", obligation.kind),
          coded_cell("outcome", "obligation", "recurrence", obligation.recurrence),
          day_cell(obligation.due),
          day_cell(next_due(file, obligation)),
          state_cell(state_now(obligation)),
          coded_cell("visit", "state", "state", last != nullptr ? last->state : ""),
          last != nullptr ? Cell(last->on.day) : Cell(),
          std::int64_t(obligation.history.size()),
          coded_cell("visit", "state", "evidence_kind", evidence_for(file, obligation.number)),
          std::int64_t(obligation.payments.size()),
          paid(obligation)};
}

void add_names(Cells &row, const CaseView &view, const Obligation &obligation) {
  const auto sealed = [&](std::string_view field) {
    return text_cell(sealed_value(view, fmt::format("obligation{}", obligation.number), field));
  };
  row.insert(row.end(), {names_cell(view, split(obligation.who, ',')), sealed("text"), sealed("proof")});
}

} // namespace

Report obligations_head(const Asked &asked) {
  Report report = report_head(asked, "obligations", tr("Obligations"));
  report.columns = {
      {"case", tr("case"), ColumnType::text, ""},
      {"obligation", tr("number"), ColumnType::integer, "obligation"},
      {"who", tr("who"), ColumnType::text, ""},
      {"kind", tr("kind of duty"), ColumnType::text, ""},
      {"recurrence", tr("once, recurring or standing"), ColumnType::text, ""},
      {"due", tr("due"), ColumnType::date, ""},
      {"next_due", tr("next due"), ColumnType::date, ""},
      {"state", tr("state"), ColumnType::text, ""},
      {"last_state", tr("at the last visit"), ColumnType::text, ""},
      {"last_on", tr("last visit"), ColumnType::date, ""},
      {"visits", tr("visits"), ColumnType::integer, "visit"},
      {"evidence", tr("evidence"), ColumnType::text, ""},
      {"payments", tr("payments"), ColumnType::integer, "payment"},
      {"paid", tr("paid in rupiah"), ColumnType::integer, "rupiah"},
  };
  if (asked.names)
    report.columns.insert(report.columns.end(), {{"name", tr("name"), ColumnType::text, ""},
                                                 {"text", tr("does what"), ColumnType::text, ""},
                                                 {"proof", tr("how it is proved"), ColumnType::text, ""}});
  return report;
}

std::vector<Cells> obligations_rows(const CaseView &view, const Asked &asked) {
  std::vector<Cells> rows;
  const bool wanted = (asked.all || !view.file.closed()) &&
                      (asked.case_number.empty() || asked.case_number == view.file.number) &&
                      (asked.stage.empty() || asked.stage == view.stage);
  if (wanted)
    for (const Obligation &obligation : view.file.obligations)
      if (!asked.open || runs_on(obligation)) {
        rows.push_back(row_of(view.file, obligation));
        if (asked.names)
          add_names(rows.back(), view, obligation);
      }
  return rows;
}

Report obligations_done(Report report, const Asked &) {
  return report;
}

} // namespace mediasi
