#include "action/acceptance.h"

#include <algorithm>

#include "action/rule_names.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

Problem refusal(Code code, std::string message, std::string hint, const std::string &rule) {
  return {code, std::move(message), std::move(hint), {}, rule, tr("a warning is accepted by the role the rules name"),
          {}};
}

const Guard *guard_of(const Step *step, std::string_view rule) {
  if (!step)
    return nullptr;
  const auto &guards = step->guards;
  const auto found = std::find_if(guards.begin(), guards.end(), [&](const Guard &guard) { return guard.id == rule; });
  return found == guards.end() ? nullptr : &*found;
}

std::vector<std::string> warnings_of(const Standard &standard) {
  std::vector<std::string> ids;
  for (const auto &step : standard.steps)
    for (const auto &guard : step.guards)
      if (guard.severity == Severity::warn)
        ids.push_back(guard.id);
  return ids;
}

// the step whose warning it is
std::string step_warning_of(const Standard &standard, std::string_view rule) {
  for (const auto &step : standard.steps)
    if (const auto *guard = guard_of(&step, rule); guard && guard->severity == Severity::warn)
      return step.id;
  return {};
}

std::string way_on(const std::string &text, const std::vector<std::string> &known) {
  const auto near = nearest(text, known);
  return near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near);
}

// a word that is like none of those known may be anything, a name as well
std::string shown(const std::string &text, const std::vector<std::string> &known) {
  return nearest(text, known).empty() ? std::string("...") : repeatable(text);
}

bool contains(const std::vector<std::string> &list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool warned_of(const Judgement &judgement, std::string_view rule) {
  return std::any_of(judgement.warned.begin(), judgement.warned.end(),
                     [&](const Verdict &verdict) { return verdict.guard->id == rule; });
}

Problem not_needed(const std::string &rule, std::string hint) {
  return refusal(Code::acceptance_invalid, say("there is nothing to accept: '{}' does not warn", repeatable(rule)),
                 std::move(hint), rule);
}

} // namespace

Acceptances::Acceptances(const Bench &bench, const std::vector<std::string> &of_command) : bench_(bench) {
  for (const auto &text : of_command)
    of_command_.push_back(parsed(text));
}

Acceptances::Item Acceptances::parsed(std::string_view text) {
  auto parts = split(trim(text), ':');
  parts.resize(3);
  return {parts[0], parts[1], parts[2]};
}

void Acceptances::check(const Item &item, const Entry &act, std::vector<Problem> &problems) const {
  const auto *guard = guard_of(bench_.standard.step(act.step), item.rule);
  if (!guard) {
    const auto other = step_warning_of(bench_.standard, item.rule);
    problems.push_back(refusal(
        Code::not_a_reference,
        say("step '{}' has no warning '{}'", act.step,
            other.empty() ? shown(item.rule, warnings_of(bench_.standard)) : item.rule),
        other.empty() ? way_on(item.rule, warnings_of(bench_.standard)) : say("it is one of step '{}'", other), {}));
  } else if (guard->severity != Severity::warn) {
    problems.push_back(refusal(Code::acceptance_invalid, say("'{}' is no warning; nobody can accept it", item.rule),
                               guard->instead, item.rule));
  }
  const auto reasons = reasons_of(bench_.standard, "acceptance");
  if (!contains(reasons, item.reason))
    problems.push_back(refusal(Code::not_a_reference,
                               say("'{}' is no reason for an acceptance", shown(item.reason, reasons)),
                               reason_meant(bench_.standard, "acceptance", item.reason), {}));
  const auto *officer = bench_.roster.officer(item.officer);
  if (!officer) {
    std::vector<std::string> known;
    for (const auto &one : bench_.roster.officers)
      known.push_back(one.id);
    problems.push_back(refusal(Code::not_a_reference, say("no officer '{}' in the roster", shown(item.officer, known)),
                               way_on(item.officer, known), {}));
  } else if (guard && guard->severity == Severity::warn && !holds(*officer, guard->accept_by, act.on.day)) {
    const auto able = holders_of(bench_.roster, {guard->accept_by}, act.on.day);
    problems.push_back(
        refusal(Code::acceptance_invalid,
                say("'{}' does not hold the role '{}' on {}", item.officer, guard->accept_by, text_of(act.on.day)),
                able.empty() ? say("enter who holds '{}' on that day: mediasi roster add officer", guard->accept_by)
                             : say("name who accepts: --accept {}:{}:{}", item.rule, item.reason, join(able, " | ")),
                item.rule));
  }
}

void Acceptances::put_into(Entry &act, std::vector<Problem> &problems) {
  std::vector<Item> items;
  for (const auto &text : values_of(act.facts.fields, "accepted"))
    items.push_back(parsed(text));
  for (auto &item : of_command_)
    if (guard_of(bench_.standard.step(act.step), item.rule)) {
      item.known = true;
      items.push_back(item);
    }
  std::vector<std::string> kept;
  for (auto &item : items) {
    if (item.officer.empty())
      item.officer = act.by;
    check(item, act, problems);
    kept.push_back(item.rule + ":" + item.reason + ":" + item.officer);
  }
  if (!kept.empty())
    act.facts.fields["accepted"] = join(kept, ",");
}

void Acceptances::settle(Entry &act, const Judgement &judgement, std::vector<Problem> &problems) {
  std::vector<std::string> kept;
  for (const auto &text : values_of(act.facts.fields, "accepted")) {
    const auto rule = parsed(text).rule;
    const bool warned = warned_of(judgement, rule);
    const auto mine = std::find_if(of_command_.begin(), of_command_.end(),
                                   [&](const Item &item) { return item.known && item.rule == rule; });
    if (mine != of_command_.end())
      mine->needed = mine->needed || warned;
    else if (!warned && guard_of(bench_.standard.step(act.step), rule))
      problems.push_back(not_needed(rule, say("leave it out of 'accepted'")));
    if (warned)
      kept.push_back(text);
  }
  if (kept.empty())
    act.facts.fields.erase("accepted");
  else
    act.facts.fields["accepted"] = join(kept, ",");
}

void Acceptances::finish(std::vector<Problem> &problems) const {
  for (const auto &item : of_command_)
    if (!item.known)
      problems.push_back(refusal(Code::not_a_reference,
                                 say("no step of the form has a warning '{}'", repeatable(item.rule)),
                                 way_on(item.rule, warnings_of(bench_.standard)), {}));
    else if (!item.needed)
      problems.push_back(not_needed(item.rule, say("leave --accept out")));
}

std::string accepted_how(const Entry &act, std::string_view rule) {
  for (const auto &item : values_of(act.facts.fields, "accepted"))
    if (const auto parts = split(item, ':'); parts.size() == 3 && parts.front() == rule)
      return say("accepted by {}: {}", parts[2], parts[1]);
  return {};
}

std::string joined_acceptances(std::string_view standing, std::string_view amending) {
  std::vector<std::string> kept = split(amending, ',');
  const auto rule = [](std::string_view item) { return item.substr(0, item.find(':')); };
  for (const auto &old : split(standing, ','))
    if (!old.empty() &&
        std::none_of(kept.begin(), kept.end(), [&](const std::string &item) { return rule(item) == rule(old); }))
      kept.push_back(old);
  std::erase(kept, "");
  return join(kept, ",");
}

} // namespace mediasi
