#include "action/correct.h"

#include <algorithm>
#include <iterator>

#include "action/acceptance.h"
#include "action/amendment.h"
#include "action/identity_checks.h"
#include "action/replay.h"
#include "action/rule_names.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/statute.h"
#include "model/corrections.h"

namespace mediasi {

namespace {

const Entry *entry_of(const std::vector<Entry> &entries, std::int64_t seq) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) { return entry.seq == seq; });
  return found == entries.end() ? nullptr : &*found;
}

// what a correction corrects in the end: the entry behind an amendment, or behind the taking back of one
const Entry *root_of(const std::vector<Entry> &entries, const Entry *entry) {
  while (entry && entry->correction != Correction::none)
    entry = entry_of(entries, entry->target);
  return entry;
}

class Corrector {
public:
  Corrector(const Bench &bench, const std::vector<Entry> &entries, const Request &request)
      : bench_(bench), entries_(entries), request_(request), wanted_(*request.correcting),
        target_(entry_of(entries, wanted_.target)), root_(root_of(entries, target_)),
        step_(step_behind(bench.standard, entries, wanted_.target)), acceptances_(bench, request.accepted) {
    plan_.problems = request.problems;
    plan_.after = fold(entries);
    plan_.regular = fold_regular(entries);
  }

  Plan plan() {
    check_target();
    check_reason();
    if (step_)
      if (auto problem = role_refusal(bench_, *step_, request_.by, request_.now.day))
        plan_.problems.push_back(std::move(*problem));
    if (!plan_.problems.empty())
      return std::move(plan_);
    auto act = wanted_.kind == Correction::amends ? amendment() : taking_back();
    if (plan_.problems.empty())
      weigh(act);
    plan_.acts.push_back({std::move(act.entry), std::move(act.sealed), std::move(act.attachments)});
    return std::move(plan_);
  }

private:
  void refuse(Code code, std::string message, std::string hint) {
    plan_.problems.push_back({code,
                              std::move(message),
                              std::move(hint),
                              {},
                              "builtin.correction",
                              tr("the journal is never edited; corrections are entries of their own"),
                              {}});
  }

  void check_target() {
    const auto look = request_.case_number == house ? say("see: mediasi report complaints")
                                                    : say("see: mediasi report case {}", request_.case_number);
    if (!target_ || !root_)
      return refuse(Code::no_such_entry, say("case '{}' has no entry {}", request_.case_number, wanted_.target), look);
    if (taken_back(entries_).contains(target_->seq))
      return refuse(Code::not_correctable, say("entry {} is void already", target_->seq), look);
    if (root_->act == "identify" && (wanted_.kind == Correction::amends || target_ != root_))
      return refuse(Code::not_correctable, say("entry {} says who is one human being; it is only voided", root_->seq),
                    say("void it where it is wrong, and say it anew"));
    if (wanted_.kind == Correction::voids) {
      if (target_->act == "register" && target_->correction == Correction::none)
        refuse(Code::not_correctable, say("entry {} registers the case and cannot be voided", target_->seq),
               say("close the case with its reason: mediasi terminate {}", request_.case_number));
      return;
    }
    if (target_->correction != Correction::none)
      return refuse(Code::not_correctable, say("entry {} corrects entry {}", target_->seq, target_->target),
                    say("amend {}, or void {}", root_->seq, target_->seq));
    if (target_->act == "paper")
      return refuse(Code::not_correctable, say("entry {} is an issued paper; it is never changed", target_->seq),
                    say("void it, and issue it anew: mediasi document {} {}", request_.case_number,
                        value_of(target_->facts.fields, "kind")));
  }

  void check_reason() {
    if (auto problem = unknown_reason(bench_.standard, wanted_.because))
      refuse(problem->code, std::move(problem->message), std::move(problem->hint));
  }

  Entry standing() const { return *entry_of(standing_entries(entries_), root_->seq); }

  // the entry of a correction: recorded now, by whom it is made, about what it corrects
  void head(Entry &entry) const {
    entry.seq = request_.next_seq;
    entry.case_number = request_.case_number;
    entry.act = root_->act;
    entry.step = root_->step;
    entry.on = request_.now;
    entry.recorded = request_.recorded;
    entry.by = request_.by;
    entry.typed = request_.typed;
    entry.rules = request_.rules;
    entry.correction = wanted_.kind;
    entry.target = wanted_.target;
    entry.facts.fields["because"] = wanted_.because;
  }

  CheckedAct amendment() {
    const auto before = case_before(entries_, root_->seq);
    const auto amended = standing();
    auto draft = request_.drafts.empty() ? Draft{} : request_.drafts.front();
    draft.step = root_->step;
    if (request_.on)
      draft.fields.values.try_emplace("on", DraftValue{text_of(*request_.on), {}});
    const Amended context{amended, before};
    auto act =
        check_draft(draft, bench_.standard, plan_.after, bench_.roster, amended.on.day, plan_.problems, &context);
    std::move(act.warnings.begin(), act.warnings.end(), std::back_inserter(plan_.warnings));
    note_identity_checks(draft, act, plan_.after, request_.regions, request_.now.day, plan_.problems);
    head(act.entry);
    return act;
  }

  CheckedAct taking_back() {
    CheckedAct act;
    for (const auto &draft : request_.drafts) {
      take_note(draft, false, act);
      for (const auto &[name, value] : draft.fields.values)
        if (name != "note" && name != correction_note)
          plan_.problems.push_back({Code::unknown_key, say("unknown field '{}'", repeatable(name)),
                                    say("a void takes a 'note' and nothing else"), value.place});
      for (const auto &[name, rows] : draft.groups)
        plan_.problems.push_back({Code::unknown_key, say("unknown field '{}'", repeatable(name)),
                                  say("a void takes a 'note' and nothing else"), rows.front().place});
    }
    head(act.entry);
    return act;
  }

  // the entry as it would stand, judged where it stands; then all that come after it
  void weigh(CheckedAct &act) {
    auto with = entries_;
    with.push_back(act.entry);
    if (wanted_.kind == Correction::amends)
      settle_amendment(act.entry, with);
    const auto standing = standing_in_order(with);
    if (const auto *changed = entry_of(standing, root_->seq)) {
      auto problems = against(bench_, case_before(with, root_->seq), *changed, request_.now);
      std::move(problems.begin(), problems.end(), std::back_inserter(plan_.problems));
      if (plan_.problems.empty()) // by what is known now, the matter may be none to be settled here
        for (auto &problem : gate_refusals(bench_, known_besides(with), *changed))
          if (!problem.rule.starts_with("statute.4."))
            plan_.problems.push_back(std::move(problem));
    }
    if (!plan_.problems.empty())
      return;
    const auto about = wanted_.kind == Correction::amends ? say("entry {} amended so", wanted_.target)
                                                          : say("entry {} void", wanted_.target);
    if (const auto fallen = first_fallen(bench_, entries_, with, root_->seq, request_.now))
      plan_.problems.push_back(refusal_of(*fallen, about, request_.case_number));
    plan_.after = fold(with);
    plan_.regular = fold_regular(with);
  }

  // the case as it is known now, without the entry that is corrected
  CaseFile known_besides(const std::vector<Entry> &with) const {
    auto others = standing_in_order(with);
    std::erase_if(others, [&](const Entry &entry) { return entry.seq == root_->seq; });
    return fold_regular(others);
  }

  // What the entry's new wording brings with it: acceptances, and the breaches of a session as it was. `with` ends with
  // the amendment.
  void settle_amendment(Entry &amendment, std::vector<Entry> &with) {
    const auto before = standing();
    auto own = before; // the entry with the amendment's own acceptances alone
    amend(own, amendment);
    const auto accepted = [](const Entry &entry) { return std::string(value_of(entry.facts.fields, "accepted")); };
    own.facts.fields["accepted"] = accepted(amendment);
    acceptances_.put_into(own, plan_.problems);
    const auto file = case_before(with, root_->seq);
    note_breaches(bench_, file, known_besides(with), own, plan_.warnings);
    const auto fresh = accepted(own);
    own.facts.fields["accepted"] = joined_acceptances(accepted(before), fresh);
    const auto judgement = judge(bench_, file, own, request_.now);
    own.facts.fields["accepted"] = fresh;
    acceptances_.settle(own, judgement, plan_.problems);
    acceptances_.finish(plan_.problems);
    for (const auto &verdict : judgement.warned)
      plan_.warnings.push_back(problem_of(verdict));
    keep_result(amendment, "accepted", joined_acceptances(accepted(before), accepted(own)), accepted(before));
    keep_result(amendment, "breaches", std::string(value_of(own.facts.fields, "breaches")),
                std::string(value_of(before.facts.fields, "breaches")));
    with.back() = amendment;
  }

  static void keep_result(Entry &amendment, const std::string &field, const std::string &now,
                          const std::string &before) {
    auto &fields = amendment.facts.fields;
    fields.erase(field);
    if (now == before)
      return;
    if (!now.empty()) {
      fields[field] = now;
      return;
    }
    auto removed = values_of(fields, "remove");
    removed.push_back(field);
    fields["remove"] = join(removed, ",");
  }

  const Bench &bench_;
  const std::vector<Entry> &entries_;
  const Request &request_;
  const Correcting &wanted_;
  const Entry *target_; // what is named
  const Entry *root_;   // the entry behind it
  const Step *step_;
  Acceptances acceptances_;
  Plan plan_;
};

} // namespace

const Step *step_behind(const Standard &standard, const std::vector<Entry> &entries, std::int64_t seq) {
  const auto *root = root_of(entries, entry_of(entries, seq));
  if (root && root->act == "paper") {
    const auto owed_by = parse_integer(value_of(root->facts.fields, "for"));
    root = entry_of(entries, owed_by.value_or(0));
  }
  return root ? standard.step(root->step) : nullptr;
}

Plan plan_correction(const Bench &bench, const std::vector<Entry> &entries, const Request &request) {
  return Corrector(bench, entries, request).plan();
}

std::optional<Problem> unknown_reason(const Standard &standard, const std::string &because) {
  const auto known = reasons_of(standard, "correction");
  if (std::find(known.begin(), known.end(), because) != known.end())
    return std::nullopt;
  return Problem{.code = Code::not_a_reference,
                 .message = say("'{}' is no reason for a correction", repeatable(because)),
                 .hint = reason_meant(standard, "correction", because)};
}

} // namespace mediasi
