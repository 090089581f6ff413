#include "cmd/writing.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/core.h>

#include "action/blank.h"
#include "action/plan.h"
#include "action/standing.h"
#include "acts/acts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/collect.h"
#include "cmd/correcting.h"
#include "cmd/deciding.h"
#include "cmd/env.h"
#include "cmd/find_slots.h"
#include "cmd/house_acts.h"
#include "cmd/issue.h"
#include "cmd/key_at_hand.h"
#include "cmd/named_form.h"
#include "cmd/officer.h"
#include "cmd/people_told.h"
#include "cmd/region_files.h"
#include "cmd/same_person.h"
#include "cmd/which_case.h"
#include "paper/owed.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

// One case on the table: what is known of it, and what it is judged by.
struct Table {
  Store store;
  Grounds grounds;
  CaseAtHand at_hand; // no number until a registration is given one
  Clock clock;

  Table(const Env &env, Store opened, std::string_view command, const WritingOptions &options)
      : store(std::move(opened)), grounds(begin(store, options)) {
    const bool registers = command == "intake" && options.case_number.empty();
    const bool of_the_house = is_house_step(grounds.standard(store.current_rules()), options.step) ||
                              (options.corrects() && !registers); // without a case: what stands in none
    if (options.case_number.empty() && of_the_house) {
      at_hand.number = std::string(house);
      at_hand.entries = complaint_entries(store);
    } else if (!registers) {
      if (options.case_number.empty())
        throw Error({Code::usage, say("'{}' needs a case", command), say("mediasi {} CASE --form FILE", command)});
      at_hand.number = which_case(store, options.case_number);
      if (erased(store, at_hand.number))
        throw erased_case(at_hand.number);
      at_hand.entries = store.entries_of(at_hand.number);
    }
    at_hand.rules =
        at_hand.entries.empty() || at_hand.number == house ? store.current_rules() : fold(at_hand.entries).rules;
    clock = clock_for(env, store.practice(), grounds.standard(at_hand.rules).office.zone);
  }

private:
  // what a writing command decides on it reads inside its transaction
  static const Store &begin(Store &store, const WritingOptions &options) {
    if (!options.dry_run && !options.blank)
      store.begin();
    return store;
  }
};

// what could be meant where no step is named: the open ones; where none or all are open, all the command has
std::vector<std::string> candidates(Table &table, std::string_view command) {
  const auto open = table.at_hand.entries.empty() ? std::vector<std::string>{}
                                                  : open_steps(table.grounds, table.at_hand.rules,
                                                               table.at_hand.entries, command, table.clock.moment());
  return open.empty() ? steps_of(table.grounds.standard(table.at_hand.rules), command) : open;
}

Outcome blank(Table &table, const Env &env, std::string_view command, const WritingOptions &options) {
  const auto bench = table.grounds.bench(table.at_hand.rules);
  const auto now = table.clock.moment();
  const auto name = options.step.empty()
                        ? only_open_step(table.grounds, table.at_hand.rules, table.at_hand.entries, command, now)
                        : options.step;
  check_step_name(bench.standard, name, command, table.at_hand.number);
  const auto *typing = bench.roster.by_login(env.user);
  const Identities identities =
      options.names ? identities_for_form(table.store, table.at_hand.entries, env, command, options) : Identities{};
  const BlankFor hand{acting_officer(bench.roster, options.by, ""), typing != nullptr ? typing->id : "",
                      moment_given(options).value_or(now).day, identities};
  const auto file = fold(table.at_hand.entries);
  const auto text = blank_form(bench, file, name, hand);
  if (text.empty())
    throw Error({Code::step_needed, say("which step is meant?"),
                 say("name one: --step {}", join(candidates(table, command), " | "))});
  return {FormText{file.number.empty() ? text : fmt::format("# {}  {}\n", file.number, file.initials()) + text}, 0};
}

Request request_for(Table &table, const Env &env, std::string_view command, WritingOptions options) {
  Request request;
  const auto bench = table.grounds.bench(table.at_hand.rules);
  request.correcting = correcting(bench.standard, table.at_hand.entries, command, options);
  request.now = table.clock.moment();
  request.recorded = table.clock.now;
  request.rules = table.at_hand.rules;
  request.typed = typing_officer(bench.roster, env);
  request.by = acting_officer(bench.roster, options.by, request.typed);
  request.accepted = options.accepted;
  request.regions = region_source(env);
  request.next_seq = table.store.next_seq();
  request.on = moment_given(options);
  auto read = collect_drafts(table.grounds, table.at_hand.rules, table.at_hand.entries, command, options, request.now);
  request.drafts = std::move(read.drafts);
  request.problems = std::move(read.problems);
  if (table.at_hand.number.empty()) {
    const auto day = registration_day(request);
    table.at_hand.number = new_case_number(table.store, day);
  }
  request.case_number = table.at_hand.number;
  return request;
}

// mistakes of the form in the order of its lines; refusals keep their own, the law's first
void sort_as_written(std::vector<Problem> &problems, const std::string &form) {
  const auto spot = [&](const Problem &problem) {
    constexpr int last = std::numeric_limits<int>::max();
    return problem.place.file == form ? std::pair{problem.place.line, problem.place.column} : std::pair{last, last};
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem &a, const Problem &b) { return spot(a) < spot(b); });
}

// every page the acts just recorded owe, and no older one
std::vector<Page> issue_papers(Table &table, const Request &request, std::int64_t first) {
  const Issuer issuer{request.by, request.typed, request.now, request.recorded};
  auto issued = issue_owed(table.store, table.grounds, table.at_hand.entries, issuer,
                           [first](const PaperDue &due) { return due.for_entry >= first && !due.withheld; });
  if (issued.pages.empty())
    throw_if_any(std::move(issued.late));
  return std::move(issued.pages);
}

// entries in other cases come first, so that the last act is the one that was asked for
void tell_others(const std::vector<Entry> &told, ActAnswer &answer) {
  std::vector<DoneAct> acts;
  for (const auto &entry : told)
    acts.push_back({entry.seq, entry.step, say("the same in case {}", entry.case_number)});
  answer.acts.insert(answer.acts.begin(), acts.begin(), acts.end());
}

// what is owed, and what this command issued; older papers are told by `document --list`
std::vector<OwedPaper> papers_to_tell(const Standard &standard, const CaseFile &file, std::int64_t first) {
  std::vector<OwedPaper> told;
  for (const auto &due : papers_due(standard, file))
    if (!due.issued || due.issued->entry >= first)
      told.push_back(owed_paper(due, file.number));
  return told;
}

struct Decided {
  Request request;
  Decision decision;
};

Decided decide(Table &table, const Env &env, std::string_view command, const WritingOptions &options) {
  auto request = request_for(table, env, command, options);
  if (says_who_is_one(table.grounds.standard(request.rules), request.drafts))
    (void)unlock_at_hand(table.store, env); // records are then compared whole
  auto decision = decide_on(table.store, table.grounds, table.at_hand, request);
  sort_as_written(decision.plan.problems, form_name(options));
  return {std::move(request), std::move(decision)};
}

WritingOptions with_form_read(WritingOptions options) {
  if (!options.typed_form && !options.form.empty() && !options.blank)
    options.form_text = read_form_text(options.form);
  return options;
}

} // namespace

std::string form_name(const WritingOptions &options) {
  if (options.typed_form)
    return "form";
  return options.form == "-" ? "<stdin>" : options.form;
}

std::optional<Moment> moment_given(const WritingOptions &options) {
  if (options.on.empty())
    return std::nullopt;
  const auto moment = parse_moment(options.on);
  if (!moment)
    throw Error({Code::not_a_date, say("--on is not a day"), say("write YYYY-MM-DD or YYYY-MM-DDTHH:MM")});
  return moment;
}

void try_case(Env &env, std::string_view command, const WritingOptions &options, const Looker &look) {
  auto reading = with_form_read(options);
  reading.dry_run = true;
  Table table(env, open_store(env, Access::read), command, reading);
  const auto decided = decide(table, env, command, reading);
  look(decided.decision.bench, decided.request, decided.decision.plan);
}

Outcome write_case(Env &env, std::string_view command, const WritingOptions &given) {
  if (given.find.asked())
    return find_slots(env, given);
  check_names(given);
  const auto options = with_form_read(given);
  const bool reads_only = options.dry_run || (options.blank && !options.names);
  if (options.names || (!reads_only && !options.papers.empty()))
    (void)read_key(env); // a person may have to be asked: not while others wait for the store
  Table table(env, open_store(env, reads_only ? Access::read : Access::write), command, options);
  if (table.at_hand.number == house && !options.papers.empty())
    throw Error({Code::usage, say("step '{}' owes no paper", options.step), say("leave --papers out")});
  if (options.blank)
    return blank(table, env, command, options);
  auto [request, decision] = decide(table, env, command, options);
  auto &plan = decision.plan;
  const auto &bench = decision.bench;
  throw_if_any(plan.problems);
  std::vector<Page> pages;
  if (!options.papers.empty() && !options.dry_run)
    table.store.unlock(read_key(env));
  tell_people(table.store, env, bench.standard, table.at_hand.entries, plan,
              options.dry_run ? Indexing::asks_only : Indexing::changes);
  if (!options.dry_run) {
    record(table.store, table.grounds, table.at_hand, decision);
    if (!options.papers.empty())
      pages = issue_papers(table, request, request.next_seq);
    table.store.commit();
    plan.after = fold(table.at_hand.entries);
    plan.regular = fold_regular(table.at_hand.entries);
  }
  auto answer = standing(bench, plan, request, table.clock.zone);
  tell_others(decision.told, answer);
  answer.dry_run = options.dry_run;
  answer.papers = papers_to_tell(bench.standard, plan.after, request.next_seq);
  write_pages(pages, options.papers, table.at_hand.number);
  return {answer, 0};
}

} // namespace mediasi
