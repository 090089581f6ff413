#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/explain.h"
#include "judge/guard_kind.h"
#include "judge/instead.h"
#include "judge/of_session.h"
#include "judge/suppose.h"
#include "judge/unblock.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

// what a person would not type over, or chooses freely
bool is_telling(const CaseFile &file, std::string_view field, std::string_view value) {
  if (field == "session")
    return file.last_session() && parse_integer(value) < file.last_session()->number; // an earlier one
  return field != "at" && field != "room" && field != "new_session";
}

// Asked about, whichever way it is answered: of violence "yes" was supposed, and "no" opens as much and more; a police
// report that is on file with number and stage answers the rule that asks for one as well as none.
bool either_way(std::string_view rule_kind, std::string_view name, std::string_view value) {
  return (name == "violence" && value == "yes") || (name == "police_report" && rule_kind == "police_on_file");
}

std::string said(std::string_view rule_kind, const std::string &name, const std::string &value) {
  return name + " = " + (either_way(rule_kind, name, value) ? "…" : value);
}

std::string row_says(const CaseFile &file, const Row &row, std::string_view rule_kind) {
  for (const auto name : {"person", "party", "obligation"})
    if (const auto value = value_of(row, name); !value.empty()) {
      const auto result = value_of(row, "result"); // received, unless it says otherwise
      return std::string(value) +
             (result.empty() || result == "received" ? "" : " (result = " + std::string(result) + ")");
    }
  std::vector<std::string> parts;
  for (const auto &[name, value] : row)
    if (name != "id" || file.person(value)) // who is new is given a number, and cannot be named by one
      parts.push_back(said(rule_kind, name, value));
  return join(parts, ", ");
}

std::string says(const CaseFile &file, const Supposal &opening, std::string_view rule_kind = {}) {
  std::vector<std::string> parts;
  for (const auto &[name, value] : opening.says.fields)
    if (is_telling(file, name, value) && !(opening.step == nullptr && name == "kind"))
      parts.push_back(said(rule_kind, name, value));
  for (const auto &sealed : opening.entry.sealed_paths)
    parts.push_back(sealed + " = …");
  for (const auto &[group, rows] : opening.says.groups) {
    std::vector<std::string> each;
    for (const auto &row : rows)
      if (!row.empty())
        each.push_back(row_says(file, row, rule_kind));
    const bool whole =
        std::any_of(each.begin(), each.end(), [](const auto &row) { return row.find(" = ") != row.npos; });
    parts.push_back(each.empty() ? group + " = …" : group + ": " + join(each, whole ? " | " : ", "));
  }
  if (!opening.from.empty())
    parts.push_back(say("from {}", opening.from));
  return join(parts, "; ");
}

WayOn step_way(const Step &step, std::string_view number, std::string what) {
  const auto command = number.empty() ? fmt::format("mediasi {} --step {}", step.command, step.id)
                                      : fmt::format("mediasi {} {} --step {}", step.command, number, step.id);
  return {command, step.id, step.title, std::move(what)};
}

// what is to be signed, as the outcome of the last minutes wants it
const Paper *text_to_issue(const Standard &standard, const CaseFile &file, const Step &step) {
  const auto *session = file.minutes.empty() ? file.last_session() : file.session(file.minutes.back().session);
  return text_of_minutes(standard, step, file.minutes.empty() ? Row{} : file.minutes.back().clear,
                         session ? value_of(session->outcome_clear, "outcome") : std::string_view{});
}

WayOn way_on(const Bench &bench, const CaseFile &file, const Supposal &opening, std::string_view rule_kind) {
  if (!opening.step)
    return {fmt::format("mediasi roster add {} --form FILE", value_of(opening.says.fields, "kind")), "", "",
            says(file, opening, rule_kind)};
  if (opening.paper) {
    const auto *paper = text_to_issue(bench.standard, file, *opening.step);
    return {fmt::format("mediasi document {} {}", file.number, paper ? paper->id : "--owed"), "",
            paper ? paper->title : "", ""};
  }
  return step_way(*opening.step, file.number, says(file, opening, rule_kind));
}

std::vector<WayOn> unblocking(const Bench &bench, const CaseFile &file, const Entry &act, std::string_view rule,
                              const Moment &now) {
  std::vector<WayOn> all;
  const auto *guard = guard_named(bench, act, rule);
  const auto openings = acts_that_open(bench, file, act, rule, now);
  for (const auto &opening : openings.value_or(std::vector<Supposal>{})) {
    auto way = way_on(bench, file, opening, guard ? std::string_view(guard->kind) : std::string_view());
    const bool twice = std::any_of(all.begin(), all.end(), [&](const WayOn &one) {
      return opening.step == nullptr && one.command == way.command && one.says == way.says;
    });
    if (!twice)
      all.push_back(std::move(way));
  }
  return all;
}

// a warning is opened by whom the rules name, at once
WayOn acceptance(const Bench &bench, const CaseFile &file, const Step &step, const Guard &guard, Date day) {
  auto way = step_way(step, file.number, {});
  way.command += " --accept " + guard.id + ":REASON";
  way.says = "by = " + officer_for(bench, file, guard.accept_by, day);
  return way;
}

// the first step of this act kind that would be allowed as things stand
std::optional<WayOn> open_way(const Bench &bench, const CaseFile &file, const Wanted &wanted, const Moment &now) {
  for (const auto &step : bench.standard.steps) {
    if (step.act != wanted.act)
      continue;
    const auto entry = suppose(bench, file, step, wanted, now);
    if (judge(bench, file, entry, entry.on).allowed())
      return step_way(step, file.number, says(file, {&step, false, wanted.says, {}}));
  }
  return std::nullopt;
}

const Gate *gate_named(const Bench &bench, std::string_view rule) {
  const auto found =
      std::find_if(bench.gates.begin(), bench.gates.end(), [&](const Gate &gate) { return gate.guard.id == rule; });
  return found == bench.gates.end() ? nullptr : &*found;
}

bool bites_at(const Gate &gate, std::string_view point) {
  return std::find(gate.at.begin(), gate.at.end(), point) != gate.at.end();
}

// Where nothing opens it: what may lawfully be done instead.
std::vector<WayOn> lawful_ways(const Bench &bench, const CaseFile &file, const Guard *guard, std::string_view rule,
                               const Moment &now) {
  std::vector<Wanted> wanted;
  const auto *gate = gate_named(bench, rule);
  const auto *finding = file.finding();
  if (gate && bites_at(*gate, "finding:fit")) {
    if (!finding || finding->finding != "unfit")
      wanted.push_back({"finding", {}, {{{"finding", "unfit"}}, {}}});
    wanted.push_back({"referral", {}, {}});
    wanted.push_back({"termination", {}, {{{"reason", "unfit"}}, {}}});
  }
  if (rule == "builtin.pause" || rule == "builtin.extension")
    wanted.push_back({"wait", {}, {{{"for", "…"}}, {}}});
  if (rule == "builtin.session_over")
    wanted.push_back({"session", {}, {}});
  if (guard && guard->kind == "outcome_is") // what came of a session stays; another one may be held, or the case ends
    wanted.insert(wanted.end(), {{"session", {}, {}}, {"termination", {}, {}}});
  std::vector<WayOn> all;
  for (const auto &one : wanted)
    if (auto way = open_way(bench, file, one, now))
      all.push_back(std::move(*way));
  if (gate && bites_at(*gate, "minutes") && file.last_session() && file.last_session()->outcome_entry > 0)
    all.push_back(
        {fmt::format("mediasi record {} --void {} --because CODE", file.number, file.last_session()->outcome_entry), "",
         "", ""});
  return all;
}

// Where the fault lies in what this very act says: the same step, said as it is (another time, room, companion,
// reason).
std::optional<WayOn> otherwise(const CaseFile &file, const Step &step, const Guard *guard, std::string_view rule) {
  const auto *kind = guard ? guard_kind(guard->kind) : nullptr;
  const bool of_act = guard ? kind && (kind->reads_act || guard->with.find("only"))
                            : rule == "builtin.before_intake" || rule == "builtin.session_past" ||
                                  rule == "builtin.session_day" || rule == "builtin.invited_before" ||
                                  rule == "builtin.party" || rule == "builtin.as_found";
  if (!of_act)
    return std::nullopt;
  return step_way(step, file.number, tr("the same step, done otherwise"));
}

// what is there once already is corrected, not recorded again
std::optional<WayOn> correction(const CaseFile &file, const Step &step) {
  const auto done =
      std::find_if(file.story.rbegin(), file.story.rend(), [&](const Happened &one) { return one.step == step.id; });
  if (done == file.story.rend())
    return std::nullopt;
  return WayOn{fmt::format("mediasi {} {} --amend {} --because CODE", step.command, file.number, done->entry), "", "",
               ""};
}

// what only a day can open
std::optional<WayOn> waiting(const Bench &bench, const CaseFile &file, const Entry &act, const Guard *guard,
                             std::string_view rule) {
  if (rule == "builtin.future") {
    const auto named = latest_named(act);
    return WayOn{"", "", "", say("from {}", text_of(named && is_after(*named, act.on) ? *named : act.on))};
  }
  if (rule == "builtin.session_day")
    if (const auto *session = session_named(file, act))
      return WayOn{"", "", "", say("from {}", text_of(session->at.day))};
  const auto *deadline =
      guard && guard->kind == "not_before" ? bench.standard.deadline(guard->with.one("deadline")) : nullptr;
  const auto counted = deadline ? counted_deadline(bench, file, *deadline) : std::nullopt;
  if (!counted || counted->paused_since)
    return std::nullopt;
  return WayOn{"", "", "", say("from {}", counted->due)};
}

} // namespace

FailedRule explain_refusal(const Bench &bench, const CaseFile &file, const Entry &act, const Problem &problem,
                           const Moment &now) {
  const auto equals = problem.fact.find(" = ");
  FailedRule failed;
  failed.rule = problem.rule;
  failed.fact = problem.fact.substr(0, equals);
  failed.value = equals == problem.fact.npos ? "" : problem.fact.substr(equals + 3);
  failed.known = failed.value != "unknown";
  failed.basis = problem.basis;
  failed.file = problem.place.file;
  failed.line = problem.place.line;
  failed.says = problem.message;
  const auto *guard = guard_named(bench, act, problem.rule);
  const auto *step = bench.standard.step(act.step);
  const bool asks_here =
      problem.rule == "builtin.order" && !event_in_words(failed.fact).empty(); // leads to this answer
  failed.instead = guard ? instead_in(file.number, *guard) : asks_here ? std::string() : problem.hint;
  if (guard && step && guard->severity == Severity::warn)
    failed.unblock = {acceptance(bench, file, *step, *guard, now.day)};
  else if (const auto day = waiting(bench, file, act, guard, problem.rule))
    failed.unblock = {*day};
  else
    failed.unblock = unblocking(bench, file, act, problem.rule, now);
  if (failed.unblock.empty())
    failed.lawful = lawful_ways(bench, file, guard, problem.rule, now);
  if (step && failed.unblock.empty() && failed.lawful.empty())
    if (const auto way =
            problem.rule == "builtin.repeat" ? correction(file, *step) : otherwise(file, *step, guard, problem.rule))
      failed.lawful = {*way};
  return failed;
}

} // namespace mediasi
