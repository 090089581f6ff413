#include <algorithm>

#include "base/text.h"
#include "judge/at_the_table.h"
#include "judge/events.h"
#include "judge/sides.h"
#include "judge/ways.h"
#include "rules/duties.h"

namespace mediasi::ways {

namespace {

template <typename Lacks> Way assess_those(const Question &q, Lacks lacks) {
  Way way;
  const auto parties = who_asked(q);
  if (lacks_a_side(q, parties) && q.file.side(Side::respondent).empty()) { // somebody has to be known first
    way.push_back(rows("person", "respondent", {{{"id", "respondent1"}}}));
    way.push_back(act("assessment", {{"party", "respondent1"}}));
  }
  for (const auto *party : parties)
    if (lacks(*party))
      way.push_back(act("assessment", {{"party", party->id}}));
  return way;
}

bool is_high(std::string_view risk) {
  return risk == "high" || risk == "very_high";
}

bool was_high(const CaseFile &file, std::string_view party) {
  return std::any_of(file.assessments.begin(), file.assessments.end(),
                     [&](const Assessment &old) { return old.party == party && is_high(value_of(old.clear, "risk")); });
}

std::string next_companion(const CaseFile &file) {
  return "companion" + std::to_string(file.side(Side::companion).size() + 1);
}

// who may consent for a child: a companion on file of that side who is not the alleged offender
const Person *guardian_of(const CaseFile &file, const Person &party) {
  for (const auto *companion : file.companions_of(party.id))
    if (companion->alleged_offender == Tri::no ||
        (companion->alleged_offender == Tri::unknown && party.side == Side::respondent))
      return companion;
  return nullptr;
}

void add_child_consent(const Question &q, const Person &party, Row says, Way &way) {
  const auto *guardian = guardian_of(q.file, party);
  if (!guardian)
    way.push_back(
        rows("person", "companion",
             {{{"id", next_companion(q.file)}, {"of", party.id}, {"kinds", "guardian"}, {"alleged_offender", "no"}}}));
  says["given_by"] = guardian ? guardian->id : next_companion(q.file);
  says["relation"] = "guardian";
  says["child_view"] = "yes";
  way.push_back(act("consent", std::move(says)));
}

Ways add_companion(const Question &q, std::string_view kind, bool (*lacks)(const Question &, const Person &)) {
  std::vector<Row> people;
  auto number = q.file.side(Side::companion).size();
  for (const auto *party : q.after.parties())
    if (lacks(q, *party))
      people.push_back({{"id", "companion" + std::to_string(++number)},
                        {"of", party->id},
                        {"kinds", std::string(kind)},
                        {"alleged_offender", "no"}});
  return people.empty() ? Ways{} : Ways{{rows("person", "companion", std::move(people))}};
}

// what is told of those of one side whom this concerns; its words are the office's own
Ways told_of(const Question &q, std::string_view field, bool (*lacks)(const Person &)) {
  for (const auto &[side, group] : {std::pair{Side::beneficiary, "beneficiary"}, {Side::respondent, "respondent"}}) {
    std::vector<Row> people;
    for (const auto *party : q.after.side(side))
      if (lacks(*party))
        people.push_back({{"id", party->id}, {std::string(field), "…"}});
    if (!people.empty())
      return {{rows("person", group, std::move(people))}};
  }
  return {};
}

} // namespace

// "Asked, no sign": what a party that may be brought together with the other one would have answered.
Wanted safe_assessment(const Question &q, const Person &party) {
  Row says{{"party", party.id},        {"willing", "yes"}, {"pressure", "no"}, {"threat", "no"},
           {"protection_order", "no"}, {"afraid", "no"},   {"risk", "low"}};
  if (was_high(q.file, party.id))
    for (const auto &officer : q.bench.roster.officers)
      if (holds(officer, role_of_duty(q.bench.standard, "mk"), q.act.on.day))
        says["countersigned_by"] = officer.id;
  return act("assessment", std::move(says));
}

Ways assessed(const Question &q) {
  return {assess_those(q, [&](const Person &party) { return !q.file.latest_assessment(party.id); })};
}

Ways fresh(const Question &q) {
  const int days = q.guard.with.number("days", 30);
  const auto day = session_day(q);
  Ways all{assess_those(q, [&](const Person &party) {
    const auto *assessment = q.file.latest_assessment(party.id);
    return !assessment || days_between(assessment->on.day, day) > days;
  })};
  if (q.act.act != "session_move") // to a day nearer than that, where one is too far
    all.push_back({act("session_move")});
  return all;
}

Ways no_violence(const Question &q) {
  if (q.file.violence.empty())
    return {};
  return {assess_those(q, [&](const Person &party) {
    const auto *assessment = q.file.latest_assessment(party.id);
    return !assessment || !earlier(q.file.violence.back(), assessment->on);
  })};
}

Ways risk(const Question &q) {
  Way way;
  for (const auto *party : who_asked(q))
    if (!party->organisation)
      way.push_back(safe_assessment(q, *party));
  return {way};
}

Ways consent(const Question &q) {
  const auto purpose = q.guard.with.one("purpose", "mediation");
  Way way;
  for (const auto *party : who_asked(q)) {
    if (guards::consent_of(q, *party).passed)
      continue;
    Row says{{"party", party->id}, {"purposes", purpose}, {"decision", "given"}};
    if (!party->organisation && child_on(*party, q.act.on.day)) {
      add_child_consent(q, *party, std::move(says), way);
      continue;
    }
    says["given_by"] = "self";
    says["relation"] = "self";
    way.push_back(act("consent", std::move(says)));
  }
  return {way};
}

Ways conditions(const Question &q) {
  Way way;
  for (const auto &condition : q.file.conditions)
    if (!condition.met)
      way.push_back(act("condition_met", {{"condition", condition.id}}));
  return {way};
}

Ways day_answers(const Question &q) {
  std::vector<Row> answers;
  for (const auto *party : at_the_table(q.file))
    answers.push_back({{"party", party->id}, {"willing", "yes"}, {"safe", "yes"}, {"afraid", "no"}});
  return {{rows("day_questions", "answer", std::move(answers))}};
}

Ways child_companion(const Question &q) {
  return add_companion(q, "guardian", [](const Question &question, const Person &party) {
    return !party.organisation && child_on(party, session_day(question)) &&
           question.after.companions_of(party.id).empty();
  });
}

Ways special_companion(const Question &q) {
  for (const auto side : {Side::beneficiary, Side::respondent}) { // whether there is a need must be known first
    std::vector<Row> people;
    for (const auto *party : q.after.side(side))
      if (party->special_needs == Tri::unknown && !party->organisation)
        people.push_back({{"id", party->id}, {"special_needs", "no"}});
    if (!people.empty())
      return {{rows("person", side == Side::beneficiary ? "beneficiary" : "respondent", std::move(people))}};
  }
  return add_companion(q, "special", [](const Question &question, const Person &party) {
    const auto companions = question.after.companions_of(party.id);
    return party.special_needs == Tri::yes && !std::any_of(companions.begin(), companions.end(), [](const Person *one) {
             return contains(one->kinds, "special") && one->alleged_offender != Tri::yes;
           });
  });
}

// Who stands on both sides stays with one; somebody else comes for the other.
Ways one_side(const Question &q) {
  std::vector<Row> people;
  auto number = q.file.side(Side::companion).size();
  for (const auto *companion : q.after.side(Side::companion)) {
    std::vector<std::string> hers;
    std::vector<std::string> theirs;
    for (const auto &id : companion->of)
      if (const auto *party = q.after.person(id))
        (party->side == Side::respondent ? theirs : hers).push_back(id);
    if (hers.empty() || theirs.empty())
      continue;
    people.push_back({{"id", companion->id}, {"of", join(hers, ",")}, {"kinds", join(companion->kinds, ",")}});
    people.push_back({{"id", "companion" + std::to_string(++number)},
                      {"of", join(theirs, ",")},
                      {"kinds", join(companion->kinds, ",")},
                      {"alleged_offender", "no"}});
  }
  return people.empty() ? Ways{} : Ways{{rows("person", "companion", std::move(people))}};
}

// Whether the companion is said to have done it must be known; who is, makes room for somebody else.
Ways not_offender(const Question &q) {
  std::vector<Row> people;
  auto number = q.file.side(Side::companion).size();
  for (const auto *companion : q.after.side(Side::companion)) {
    const auto *first = companion->of.empty() ? nullptr : q.after.person(companion->of.front());
    if (!first || first->side != Side::beneficiary || companion->alleged_offender == Tri::no)
      continue;
    const bool asked = companion->alleged_offender == Tri::yes;
    people.push_back({{"id", asked ? "companion" + std::to_string(++number) : companion->id},
                      {"of", join(companion->of, ",")},
                      {"kinds", join(companion->kinds, ",")},
                      {"alleged_offender", "no"}});
  }
  return people.empty() ? Ways{} : Ways{{rows("person", "companion", std::move(people))}};
}

Ways identity(const Question &q) {
  return told_of(q, "name", [](const Person &party) { return value_of(party.clear, "unknown") == "yes"; });
}

Ways representative(const Question &q) {
  return told_of(q, "representative", [](const Person &party) {
    return party.organisation && value_of(party.clear, "represented") != "yes";
  });
}

} // namespace mediasi::ways
