#include "cmd/same_person.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "acts/acts.h"
#include "base/digest.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/contradictions.h"
#include "cmd/touched_cases.h"
#include "cmd/which_case.h"
#include "store/seal.h"

namespace mediasi {

namespace {

constexpr std::string_view act_name = "identify";

// 128 bits nobody can guess or meet twice; made here, at the edge, so that all below stays a function of its input
std::string new_pid() {
  std::array<unsigned char, 16> bytes{};
  fill_random(bytes);
  return to_hex({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

std::string union_of(std::vector<std::string> some, const std::vector<std::string> &more) {
  some.insert(some.end(), more.begin(), more.end());
  std::sort(some.begin(), some.end());
  some.erase(std::unique(some.begin(), some.end()), some.end());
  return join(some, ",");
}

// "mediator:medi": somebody of the roster
bool names_roster(std::string_view other) {
  return other.starts_with("mediator:") || other.starts_with("officer:");
}

bool in_roster(const Roster &roster, const std::string &other) {
  const auto id = other.substr(other.find(':') + 1);
  return other.starts_with("mediator:") ? roster.mediator(id) != nullptr : roster.officer(id) != nullptr;
}

class Joining {
public:
  Joining(const Store &store, Grounds &grounds, const std::vector<Entry> &entries, const Request &request, Plan &plan)
      : store_(store), grounds_(grounds), request_(request), plan_(plan),
        cases_(store, request.case_number, entries, plan) {}

  std::vector<Entry> run() {
    for (auto &act : plan_.acts)
      if (act.entry.act == act_name)
        take(act.entry);
    return std::move(told_);
  }

private:
  void take(Entry &act) {
    auto &fields = act.facts.fields;
    const std::string other(value_of(fields, "other"));
    const Record mine{act.case_number, std::string(value_of(fields, "person"))};
    if (names_roster(other))
      return take_staff(act, mine, other);
    const std::string typed(value_of(fields, "case"));
    const Record theirs{typed.empty() ? act.case_number : which_case(store_, typed), other};
    if (!typed.empty())
      fields["case"] = theirs.case_number;
    if (!may_be_one(mine, theirs))
      return;
    auto contradicting = contradictions_between(store_, cases_, mine, theirs);
    std::move(contradicting.problems.begin(), contradicting.problems.end(), std::back_inserter(plan_.problems));
    std::move(contradicting.warnings.begin(), contradicting.warnings.end(), std::back_inserter(plan_.warnings));
    join(act, mine, theirs, {});
  }

  void take_staff(Entry &act, const Record &mine, const std::string &staff) {
    const auto bench = grounds_.bench(request_.rules);
    if (!value_of(act.facts.fields, "case").empty())
      complain(Code::bad_value, say("somebody of the roster belongs to no case"), say("leave 'case' out"));
    else if (!in_roster(bench.roster, staff))
      complain(Code::not_a_reference, say("field '{}': no such id", "other"), say("see: mediasi roster list"));
    else
      join(act, mine, mine, {staff});
  }

  bool may_be_one(const Record &mine, const Record &theirs) {
    const auto file = cases_.file(theirs.case_number);
    const auto *person = file.person(theirs.person);
    const auto own = cases_.file(mine.case_number);
    const auto *self = own.person(mine.person);
    if (!person) {
      std::vector<std::string> known;
      for (const auto &each : file.persons)
        known.push_back(each.id);
      complain(Code::not_a_reference, say("field '{}': no such id", "other"),
               say("known: {}", mediasi::join(known, ", ")));
    } else if (mine == theirs) {
      complain(Code::not_two_records, say("'{}' is the record itself", mine.person),
               say("name the other record, and its case where it is another one"));
    } else if (self && self->organisation != person->organisation) {
      complain(Code::not_two_records, say("an organisation is no human being"), say("check the ids of both records"));
    } else {
      return true;
    }
    return false;
  }

  // The id of the case at hand stays; whoever had another one takes it over, so that one human being has one id.
  void join(Entry &act, const Record &mine, const Record &theirs, const std::vector<std::string> &roster) {
    std::set<Record> members{mine, theirs};
    std::string pid, staff = mediasi::join(roster, ",");
    for (const auto &record : {mine, theirs}) {
      const auto file = cases_.file(record.case_number);
      const auto &person = *file.person(record.person);
      if (pid.empty())
        pid = person.pid;
      members.merge(cases_.records(person.pid));
    }
    for (const auto &member : members) {
      const auto file = cases_.file(member.case_number);
      staff = union_of(split_list(staff), file.person(member.person)->staff);
    }
    if (pid.empty())
      pid = new_pid();
    act.facts.fields["pid"] = pid;
    if (!staff.empty())
      act.facts.fields["staff"] = staff;
    cases_.tell(act);
    check_told(act);
    for (const auto &member : members)
      if (!(member == mine))
        tell_other(act, mine, member);
  }

  static std::vector<std::string> split_list(const std::string &list) {
    return list.empty() ? std::vector<std::string>{} : split(list, ',');
  }

  void tell_other(const Entry &act, const Record &mine, const Record &member) {
    const auto file = cases_.file(member.case_number);
    const auto &person = *file.person(member.person);
    const std::string pid(value_of(act.facts.fields, "pid")), staff(value_of(act.facts.fields, "staff"));
    if (person.pid == pid && mediasi::join(person.staff, ",") == staff)
      return; // it knows already
    Entry entry = act;
    entry.seq = request_.next_seq + static_cast<std::int64_t>(plan_.acts.size() + told_.size());
    entry.case_number = member.case_number;
    entry.rules = file.rules;
    entry.step = step_of(file.rules);
    entry.sealed_paths.clear();
    entry.facts = {};
    entry.facts.fields = {{"person", member.person}, {"case", mine.case_number}, {"other", mine.person}, {"pid", pid}};
    if (!staff.empty())
      entry.facts.fields["staff"] = staff;
    cases_.tell(entry);
    check_told(entry);
    told_.push_back(std::move(entry));
  }

  // the other case may run under rules that have no such step: the word of the officer holds there as well
  std::string step_of(const std::string &rules) {
    for (const auto &step : grounds_.standard(rules).steps)
      if (step.act == act_name)
        return step.id;
    return {};
  }

  // An act stands where its day puts it: before the person was entered it would say nothing.
  void check_told(const Entry &entry) {
    const auto file = cases_.file(entry.case_number);
    const auto *person = file.person(value_of(entry.facts.fields, "person"));
    if (!person || person->pid != value_of(entry.facts.fields, "pid"))
      complain(Code::before_intake,
               say("on '{}' case '{}' did not know this person yet", text_of(entry.on), entry.case_number),
               say("check the day of the act ('on', --on)"));
  }

  void complain(Code code, std::string message, std::string hint) {
    plan_.problems.push_back({.code = code, .message = std::move(message), .hint = std::move(hint)});
  }

  const Store &store_;
  Grounds &grounds_;
  const Request &request_;
  Plan &plan_;
  TouchedCases cases_;
  std::vector<Entry> told_;
};

} // namespace

bool says_who_is_one(const Standard &standard, const std::vector<Draft> &drafts) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft &draft) {
    const auto *step = standard.step(draft.step);
    return step && step->act == act_name;
  });
}

std::vector<Entry> join_records(const Store &store, Grounds &grounds, const std::vector<Entry> &entries,
                                const Request &request, Plan &plan) {
  const bool any = std::any_of(plan.acts.begin(), plan.acts.end(), [](const PlannedAct &act) {
    return act.entry.act == act_name && act.entry.correction == Correction::none;
  });
  if (!any || !plan.problems.empty())
    return {};
  auto told = Joining(store, grounds, entries, request, plan).run();
  auto all = entries;
  for (const auto &act : plan.acts)
    all.push_back(act.entry);
  for (const auto &entry : told)
    if (entry.case_number == request.case_number)
      all.push_back(entry);
  plan.after = fold(all);
  plan.regular = fold_regular(all);
  return told;
}

} // namespace mediasi
