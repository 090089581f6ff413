// report NAME [CASE]: everything read-only. Reads just what the report's builder asks for: cron's report touches the
// due table and nothing else.

#include <algorithm>
#include <memory>

#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/options.h"
#include "cmd/which_case.h"
#include "judge/deadlines.h"
#include "judge/explain.h"
#include "paper/owed.h"
#include "report/registry.h"

namespace mediasi {

namespace {

struct ReportOptions {
  std::string name, case_number, as_of;
};

const ReportKind &chosen(const std::string &name) {
  const ReportKind *kind = report_kind(name);
  if (kind != nullptr)
    return *kind;
  std::vector<std::string> known;
  for (const ReportKind &each : report_kinds())
    known.emplace_back(each.name);
  const std::string near = nearest(name, known);
  throw Error(
      Problem{.code = Code::unknown_report,
              .message = say("there is no such report"),
              .hint = near.empty() ? say("write one of {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

// The moment the report is about: now, or the end of a day somebody names.
Moment moment_of(const ReportOptions &options, const Env &env, bool practice, Zone zone) {
  if (options.as_of.empty())
    return clock_for(env, practice, zone).moment();
  const auto day = parse_date(options.as_of);
  if (!day)
    throw Error(Problem{.code = Code::option_value,
                        .message = say("--as-of is not a day: '{}'", safe_for_terminal(options.as_of)),
                        .hint = say("write YYYY-MM-DD")});
  return {*day, std::chrono::hours(24) - std::chrono::minutes(1)};
}

Report from_dues(DueBuilder build, const ReportOptions &options, const Env &env, const Store &store) {
  if (!options.case_number.empty())
    throw Error(Problem{.code = Code::usage,
                        .message = say("the report '{}' takes no case", options.name),
                        .hint = say("mediasi report case {}", "CASE")});
  const Moment now = moment_of(options, env, store.practice(), store.zone());
  return build(store.late(text_of(now)), now);
}

Report from_case(CaseBuilder build, const ReportOptions &options, const Env &env, const Store &store) {
  if (options.case_number.empty())
    throw Error(Problem{.code = Code::usage,
                        .message = say("the report '{}' needs a case", options.name),
                        .hint = say("mediasi report {} 2026-0012", options.name)});
  if (!options.as_of.empty())
    throw Error(Problem{.code = Code::option_value,
                        .message = say("the report '{}' takes no --as-of", options.name),
                        .hint = say("leave --as-of away")});
  const std::string number = which_case(store, options.case_number);
  const CaseFile file = fold(store.entries_of(number));
  Grounds grounds(store);
  const Bench bench = grounds.bench(file.rules);
  const Moment now = moment_of(options, env, store.practice(), bench.standard.office.zone);
  return build({.file = file,
                .standard = bench.standard,
                .stage = stage_of(bench, file),
                .complete = complete_on(bench, file),
                .missing = missing_now(bench, file),
                .dues = dues_of(bench, file),
                .papers = owed_papers(bench.standard, file),
                .deadlines = explain_deadlines(bench, file, now),
                .waits = waits_in_words(file)},
               now);
}

Outcome run(const ReportOptions &options, const Env &env) {
  const ReportKind &kind = chosen(options.name);
  const Store store = open_store(env, Access::read);
  const Report report = std::holds_alternative<DueBuilder>(kind.build)
                            ? from_dues(std::get<DueBuilder>(kind.build), options, env, store)
                            : from_case(std::get<CaseBuilder>(kind.build), options, env, store);
  const bool alarm = kind.alarm && !report.rows.empty();
  return {report, alarm ? exit_code(Code::overdue) : 0};
}

} // namespace

Run declare_report(Options &options) {
  const auto mine = std::make_shared<ReportOptions>();
  options.positional("NAME", later("which report; --list reports names them"), mine->name, Presence::required);
  options.positional("CASE", later("the case, for a report about one"), mine->case_number);
  options.text("--as-of", "DATE", later("as it is at the end of this day"), mine->as_of);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
