// report NAME [CASE]: everything read-only but for the entry that says who saw names. Reads just what the report's
// builder asks for: cron's report touches the due table and nothing else.

#include <algorithm>
#include <memory>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/attachments.h"
#include "cmd/bench.h"
#include "cmd/case_views.h"
#include "cmd/declared.h"
#include "cmd/disclosure.h"
#include "cmd/env.h"
#include "cmd/find_people.h"
#include "cmd/people_told.h"
#include "cmd/reads.h"
#include "cmd/report_options.h"
#include "cmd/retained.h"
#include "cmd/which_case.h"
#include "judge/deadlines.h"
#include "judge/explain.h"
#include "rules/duties.h"
#include "store/erasure.h"
#include "store/late.h"

namespace mediasi {

namespace {

struct ReportDesk { // what a report is made at
  const ReportOptions &options;
  const Store &store;
  const Asked asked;
  Disclosure *disclosure = nullptr;   // with --names
  const FoundPeople *found = nullptr; // with --find: no other case is told of

  bool of_the_past() const { return !options.as_of.empty() && asked.now.day < Clock{asked.made, asked.zone}.today(); }
  CaseViews views() const { return {store, asked.now, until_of(options, asked), disclosure}; }
  std::vector<Entry> entries() const { return store.entries_of(number()); }
  std::string number() const {
    return found != nullptr ? found->cases().front() : which_case(store, options.case_number);
  }
};

void add_rows(Report &report, std::vector<Cells> rows) {
  report.rows.insert(report.rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

void add_notes(Report &report, const std::vector<std::string> &notes) {
  report.notes.insert(report.notes.end(), notes.begin(), notes.end());
}

// Today's due table serves today and every day to come; a day that is over is told from what was known then.
Report made_by(DueBuilder build, const ReportDesk &desk) {
  if (!desk.of_the_past())
    return build([&](const auto &take) { each_late(desk.store, text_of(desk.asked.now), take); }, desk.asked.now);
  CaseViews views = desk.views();
  std::vector<DueRow> dues;
  views.each(Scope::both, [&](const CaseView &view) { dues.insert(dues.end(), view.dues.begin(), view.dues.end()); });
  sort_by_lateness(dues);
  Report report = build([&](const auto &take) { std::for_each(dues.begin(), dues.end(), take); }, desk.asked.now);
  add_notes(report, views.later_entries());
  return report;
}

Report made_by(CaseBuilder build, const ReportDesk &desk) {
  const std::vector<Entry> entries = desk.entries();
  CaseFile file = fold(entries);
  if (erased(desk.store, file.number))
    forget_people(file);
  Grounds grounds(desk.store);
  const Bench bench = grounds.bench(file.rules);
  CaseView view = case_view(bench, file, desk.asked.now);
  view.deadlines = explain_deadlines(bench, file, desk.asked.now);
  view.waits = waits_in_words(file);
  if (desk.disclosure != nullptr) {
    view.identities = desk.disclosure->of(entries);
    view.sealed = desk.disclosure->facts(entries);
  }
  if (file.closed())
    tell_keeping(desk.store, grounds, bench, view, desk.asked.now.day);
  return build(view, desk.asked.now);
}

// the asked, with the office's own words for those in charge
Asked with_titles(Asked asked, const Store &store) {
  Grounds grounds(store);
  const Standard &standard = grounds.standard(store.current_rules());
  asked.pendamping_title = title_of_duty(standard, "pendamping");
  asked.mk_title = title_of_duty(standard, "mk");
  return asked;
}

Report made_by(const CasesBuilder &build, const ReportDesk &desk) {
  const Asked asked = with_titles(desk.asked, desk.store);
  Report report = build.head(asked);
  CaseViews views = desk.views();
  const auto take = [&](const CaseView &view) { add_rows(report, build.rows(view, asked)); };
  if (desk.found != nullptr)
    views.these(desk.found->cases(), build.scope, take);
  else
    views.each(build.scope, take);
  report = build.done(std::move(report), asked);
  add_notes(report, views.later_entries());
  return report;
}

Report made_by(const JournalBuilder &build, const ReportDesk &desk) {
  Report report = build.head(desk.asked);
  desk.views().each_entry([&](const EntryView &view) { add_rows(report, build.rows(view, desk.asked)); });
  return build.done(std::move(report), desk.asked);
}

Report made_by(EntriesBuilder build, const ReportDesk &desk) {
  return build([&](const auto &take) { desk.views().each_entry(take); }, desk.asked);
}

// The attached files of one case: named, or written where --attachments says.
void add_attachments(Report &report, const ReportDesk &desk, const ReportKind &kind) {
  if (!std::holds_alternative<CaseBuilder>(kind.build))
    return;
  const std::vector<Entry> entries = desk.entries();
  if (!entries.empty() && erased(desk.store, entries.front().case_number))
    return; // nothing is left to list or to write
  add_notes(report, desk.options.attachments.empty()
                        ? list_attachments(entries)
                        : write_attachments(desk.store, entries, desk.options.attachments));
}

// Opened and looked up inside the transaction that records the reading; nothing of it is given back before that is
// committed.
Outcome reading(const ReportKind &kind, const ReportOptions &options, const Env &env) {
  if (!gives_all(env.format))
    throw Error(Problem{.code = Code::format_refused,
                        .message = say("a calendar names nobody"),
                        .hint = say("leave --names and --find out, or take another format")});
  const bool finds = !options.find.empty();
  ReadOf read{"report", options.name + (finds ? " --find" : ""), purpose_of(options.purpose), {}};
  const SearchTerms question = finds ? read_question(options.find) : SearchTerms{};
  const auto key = read_key(env);
  Store store = open_store(env, Access::write);
  store.begin();
  const Recorder reader = reader_of(store, env, options.by);
  store.unlock(key, reader.typed);
  const FoundPeople found = finds ? find_in(store, question) : FoundPeople{};
  if (!finds)
    catch_up_some(store);
  Disclosure disclosure(store);
  const Clock clock = clock_for(env, store.practice(), store.zone());
  const ReportDesk desk{options, store, asked_of(options, store, clock), options.names ? &disclosure : nullptr,
                        finds ? &found : nullptr};
  const auto cases = found.cases();
  const bool lists = finds && std::holds_alternative<CaseBuilder>(kind.build) && cases.size() != 1;
  Report report = lists ? list_found(found, desk.asked.now.day)
                        : std::visit([&](const auto &build) { return made_by(build, desk); }, kind.build);
  read.cases = disclosure.cases();
  read.cases.insert(read.cases.end(), cases.begin(), cases.end());
  append_reading(store, std::move(read), reader);
  store.commit();
  if (options.names && !lists)
    add_attachments(report, desk, kind);
  if (!lists)
    add_notes(report, found.notes());
  if (found.unopened > 0)
    return {std::move(report), exit_code(Code::store_altered)};
  return {std::move(report), lists ? exit_code(Code::no_such_case) : 0};
}

Outcome run(const ReportOptions &options, const Env &env) {
  const ReportKind &kind = chosen_report(options);
  if (!kind.calendar && !gives_all(env.format))
    throw Error(Problem{.code = Code::format_refused,
                        .message = tr("this answer does not exist in the format 'ics'"),
                        .hint = tr("only 'mediasi report agenda' goes into a calendar")});
  if (options.is_reading())
    return reading(kind, options, env);
  const Store store = open_store(env, Access::read);
  const Clock clock = clock_for(env, store.practice(), store.zone());
  const ReportDesk desk{options, store, asked_of(options, store, clock)};
  Report report = std::visit([&](const auto &build) { return made_by(build, desk); }, kind.build);
  const bool alarm = kind.alarm && !report.rows.empty();
  return {std::move(report), alarm ? exit_code(Code::overdue) : 0};
}

} // namespace

Run declare_report(Options &options) {
  const auto mine = std::make_shared<ReportOptions>();
  declare(*mine, options);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
