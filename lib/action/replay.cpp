#include "action/replay.h"

#include <algorithm>
#include <map>
#include <set>

#include "action/references.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/sides.h"
#include "model/as_found.h"

namespace mediasi {

namespace {

using Failures = std::multiset<std::string>; // ids of the rules that do not hold

bool same(const Entry &a, const Entry &b) {
  return a.seq == b.seq && a.on == b.on && a.by == b.by && a.facts == b.facts && a.sealed_paths == b.sealed_paths &&
         a.parts.size() == b.parts.size();
}

// ids in the fields of one table that nobody bears in the case
void collect_missing(std::span<const FieldSpec> specs, const Row &row, const References &references,
                     std::vector<std::string> &missing) {
  for (const auto &spec : specs)
    if (auto id = references.first_missing(spec.kind, value_of(row, spec.name)); !id.empty())
      missing.push_back(std::move(id));
}

std::vector<std::string> names_nobody_bears(const Bench &bench, const CaseFile &after, const Entry &act) {
  const auto *kind = act_kind(act.act);
  if (!kind)
    return {};
  const References references(bench.standard, after, bench.roster, {});
  std::vector<std::string> missing;
  collect_missing(kind->fields, act.facts.fields, references, missing);
  for (const auto &group : kind->groups)
    for (const auto &row : rows_of(act.facts, group.name))
      if (group.name != "matter") // its pair may be known by name before it is known who that is
        collect_missing(group.fields, row, references, missing);
  return missing;
}

Failures failures(const std::vector<Problem> &problems) {
  Failures rules;
  for (const auto &problem : problems)
    rules.insert(problem.rule);
  return rules;
}

// What was against each act in the history as it is, from where the two part.
struct Known {
  std::map<std::int64_t, Failures> failed;
  std::map<std::int64_t, std::set<std::string>> broken; // by an attendance: what its session began in breach of
};

std::set<std::string> broken_by(const Bench &bench, const CaseFile &file, const Entry &act) {
  if (act.act != "attendance")
    return {};
  const auto found = breaches(bench, file, act);
  return {found.begin(), found.end()};
}

// A session that would only now begin in breach is as irregular as if it had been taken down so.
Entry with_new_breaches(Entry act, const std::set<std::string> &broken, const std::set<std::string> &before) {
  auto noted = values_of(act.facts.fields, "breaches");
  std::set_difference(broken.begin(), broken.end(), before.begin(), before.end(), std::back_inserter(noted));
  if (!noted.empty())
    act.facts.fields["breaches"] = join(noted, ",");
  return act;
}

Known walk_old(const Bench &bench, std::span<const Entry> acts, const Moment &now, Course course) {
  Known known;
  for (const auto &act : acts) {
    known.failed[act.seq] = failures(against(bench, course.file(), act, now));
    known.broken[act.seq] = broken_by(bench, course.file(), act);
    course.take(act);
  }
  return known;
}

} // namespace

void Course::take(const Entry &entry) {
  taken_.push_back(entry);
  if (entry.act == "found_accepted" || is_as_found(entry.facts))
    file_ = fold_standing(taken_); // an acceptance and what it opens find each other in either order
  else
    apply_regular(file_, entry);
}

CaseFile case_before(const std::vector<Entry> &entries, std::int64_t seq) {
  auto standing = standing_in_order(entries);
  const auto place =
      std::find_if(standing.begin(), standing.end(), [&](const Entry &entry) { return entry.seq == seq; });
  standing.erase(place, standing.end());
  return fold_standing(standing);
}

std::vector<Problem> against(const Bench &bench, const CaseFile &file, const Entry &act, const Moment &now) {
  if (is_as_found(act.facts))
    return {}; // taken with its breaches, whatever else changes
  const auto after = after_act(file, act);
  auto problems = judge(bench, file, act, after, now).problems;
  auto unknown = unknown_names(bench, after, act);
  std::move(unknown.begin(), unknown.end(), std::back_inserter(problems));
  return problems;
}

std::vector<Problem> unknown_names(const Bench &bench, const CaseFile &after, const Entry &act) {
  std::vector<Problem> problems;
  for (const auto &id : names_nobody_bears(bench, after, act))
    problems.push_back({Code::not_a_reference,
                        say("the case has no '{}' at that time", id),
                        say("see: mediasi report case {}", act.case_number),
                        {},
                        "builtin.reference",
                        {},
                        {}});
  return problems;
}

std::optional<Fallen> first_fallen(const Bench &bench, const std::vector<Entry> &before, const std::vector<Entry> &with,
                                   std::int64_t changed, const Moment &now) {
  const auto old_order = standing_in_order(before);
  const auto new_order = standing_in_order(with);
  const auto parting = std::mismatch(new_order.begin(), new_order.end(), old_order.begin(), old_order.end(), same);
  const std::span<const Entry> ahead(parting.first, new_order.end());
  if (std::all_of(ahead.begin(), ahead.end(), [&](const Entry &act) { return act.seq == changed; }))
    return std::nullopt;
  if (new_order.front().act != "register") // a case begins with its registration, whatever is put where
    return Fallen{new_order.front().seq, new_order.front().step, {}};
  Course course;
  for (auto act = new_order.begin(); act != parting.first; ++act)
    course.take(*act);
  auto known = walk_old(bench, {parting.second, old_order.end()}, now, course);
  for (const auto &act : ahead) {
    const auto broken = broken_by(bench, course.file(), act);
    if (act.seq != changed) {
      auto why = against(bench, course.file(), act, now);
      const auto failed = failures(why);
      const auto &before_that = known.failed[act.seq];
      if (!std::includes(before_that.begin(), before_that.end(), failed.begin(), failed.end()))
        return Fallen{act.seq, act.step, std::move(why)};
    }
    course.take(act.seq == changed ? act : with_new_breaches(act, broken, known.broken[act.seq]));
  }
  return std::nullopt;
}

Problem refusal_of(const Fallen &fallen, std::string about, const std::string &case_number) {
  Problem problem;
  problem.code = Code::refused_by_rule;
  problem.message = say("with {}, the later act {} ('{}') could not stand", about, fallen.entry, fallen.step);
  problem.hint = say("correct or void that one first, or write what is known now as an act of today: mediasi report "
                     "case {}",
                     case_number);
  problem.rule = "builtin.replay";
  problem.basis = tr("a correction or a late entry changes no decision that rests on it");
  std::vector<std::string> seen;
  for (const auto &reason : fallen.why)
    if (auto one = reason.rule + (reason.fact.empty() ? "" : ": " + reason.fact); !contains(seen, one))
      seen.push_back(std::move(one));
  problem.fact = join(seen, "; ");
  return problem;
}

} // namespace mediasi
