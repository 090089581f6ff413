#include "judge/suppose.h"

#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "acts/lists.h"
#include "base/text.h"
#include "judge/at_the_table.h"
#include "judge/events.h"
#include "judge/fitness_facts.h"
#include "judge/of_session.h"
#include "judge/sides.h"
#include "judge/ways.h"
#include "rules/fitness.h"

namespace mediasi {

namespace {

struct Scene { // what an ordinary act is written from
  const Bench &bench;
  const CaseFile &file;
  const Moment &now;
  Facts &facts;

  // says what nobody asked for otherwise
  void put(std::string_view field, std::string value) const {
    if (!value.empty())
      facts.fields.try_emplace(std::string(field), std::move(value));
  }
  void rows(std::string_view group, std::vector<Row> all) const {
    facts.groups.try_emplace(std::string(group), std::move(all));
  }
};

std::vector<std::string> everybody(const CaseFile &file) {
  std::vector<std::string> people{"mediator"};
  for (const auto *party : at_the_table(file))
    people.push_back(party->id);
  for (const auto *companion : file.side(Side::companion))
    if (companion->alleged_offender != Tri::yes)
      people.push_back(companion->id);
  return people;
}

std::vector<Row> each(const std::vector<std::string> &people, const Row &rest) {
  std::vector<Row> all;
  for (const auto &person : people) {
    auto row = rest;
    row["person"] = person;
    all.push_back(std::move(row));
  }
  return all;
}

std::string first_party_to_assess(const CaseFile &file) {
  const auto parties = at_the_table(file);
  for (const auto *party : parties)
    if (!file.latest_assessment(party->id))
      return party->id;
  return parties.empty() ? std::string() : parties.front()->id;
}

void assessment(const Scene &scene) {
  scene.put("party", first_party_to_assess(scene.file));
  const auto *party = scene.file.person(value_of(scene.facts.fields, "party"));
  if (!party || party->organisation)
    return;
  const auto *before = scene.file.latest_assessment(party->id);
  const bool since = before && !scene.file.violence.empty() && !earlier(scene.file.violence.back(), before->on);
  const bool none = before && !since && tri_of(before->clear, "violence") == Tri::no;
  scene.put("violence", none ? "no" : "yes"); // unknown is never none
  for (const auto &[field, answer] : {std::pair{"willing", "yes"},
                                      {"pressure", "no"},
                                      {"threat", "no"},
                                      {"protection_order", "no"},
                                      {"afraid", "no"},
                                      {"risk", "low"}})
    scene.put(field, answer);
}

void consent(const Scene &scene) {
  for (const auto *party : scene.file.parties())
    if (scene.file.consents_of(party->id, "mediation").empty())
      scene.put("party", party->id); // the first who has not said
  if (const auto parties = scene.file.parties(); !parties.empty())
    scene.put("party", parties.front()->id);
  scene.put("given_by", "self");
  scene.put("relation", "self");
  scene.put("purposes", "mediation");
  scene.put("decision", "given");
}

void finding(const Scene &scene) {
  const auto *row = evaluate(scene.bench.standard.fitness, fitness_facts(scene.bench, scene.file, scene.now.day));
  scene.put("finding", row && row->then == "conditional" ? "conditional" : "fit");
  if (value_of(scene.facts.fields, "finding") == "conditional")
    scene.rows("condition", {Row{}});
  const auto parties = scene.file.parties();
  if (std::any_of(parties.begin(), parties.end(), [&](const Person *p) { return child_on(*p, scene.now.day); }))
    scene.put("best_interest", "…");
}

// whom a guard wants it reported to
std::string told(const Standard &standard, std::string_view what) {
  std::vector<std::string> roles;
  for (const auto &step : standard.steps)
    for (const auto &guard : step.guards)
      if (const auto *to = guard.with.find("to"); guard.kind == "reported" && to && guard.with.one("what") == what)
        if (!contains(roles, to->front()))
          roles.push_back(to->front());
  if (roles.empty() && !standard.roles.empty())
    roles.push_back(standard.roles.front().id);
  return join(roles, ",");
}

void plan(const Scene &scene) {
  scene.facts.fields["to"] = told(scene.bench.standard, "plan"); // one report to all rather than one for each
}

void report_up(const Scene &scene) {
  scene.facts.fields["to"] = told(scene.bench.standard, value_of(scene.facts.fields, "what"));
}

void order(const Scene &scene) {
  scene.put("decision", "ordered");
}

void requirement(const Scene &scene) {
  for (const auto &wanted : ways::missing_requirements(scene.bench, scene.file))
    if (wanted.act == "requirement")
      return scene.put("requirement", std::string(value_of(wanted.says.fields, "requirement")));
}

void condition_met(const Scene &scene) {
  for (const auto &condition : scene.file.conditions)
    if (!condition.met)
      return scene.put("condition", condition.id);
}

void mediator_there(const Scene &scene) {
  scene.put("conflict", "no");
  const auto &wanted = scene.bench.standard.credential;
  for (const auto &row : scene.bench.roster.mediators)
    if ((wanted.empty() || row.credential == wanted) && valid_on(row, plus_days(scene.now.day, 1)))
      return scene.put("mediator", row.id);
}

void session(const Scene &scene) {
  scene.put("at", text_of(Moment{plus_days(scene.now.day, 1), std::chrono::minutes{9 * 60}}));
}

void session_move(const Scene &scene) {
  session(scene);
  scene.put("new_session", std::to_string(scene.file.sessions.size() + 1));
  scene.put("reason", "other");
}

void invitation(const Scene &scene) {
  scene.rows("invitee", each(everybody(scene.file), {}));
}

void delivery(const Scene &scene) {
  scene.rows("delivery", each(everybody(scene.file), {{"how", "hand"}, {"result", "received"}}));
}

void day_questions(const Scene &scene) {
  std::vector<Row> all;
  for (const auto *party : at_the_table(scene.file))
    all.push_back({{"party", party->id}, {"willing", "yes"}, {"safe", "yes"}, {"afraid", "no"}});
  scene.rows("answer", std::move(all));
}

void attendance(const Scene &scene) {
  scene.rows("present", each(everybody(scene.file), {{"status", "present"}}));
}

void outcome(const Scene &scene) {
  scene.put("outcome", "agreed");
  const auto value = value_of(scene.facts.fields, "outcome");
  const auto beneficiaries = scene.file.side(Side::beneficiary);
  if ((value == "agreed" || value == "partly") && !beneficiaries.empty())
    scene.rows("obligation", {Row{{"who", beneficiaries.front()->id}, {"kind", "other"}, {"recurrence", "once"}}});
  std::vector<Row> waivers;
  for (const auto &matter : scene.file.matters) // an offence is asked about; without one there is nothing to waive
    if ((value == "agreed" || value == "partly") && lists::matter_class(matter.kind) != lists::MatterClass::civil)
      waivers.push_back(
          {{"matter", std::to_string(matter.number)}, {"marries", "no"}, {"silence", "no"}, {"no_report", "no"}});
  if (!waivers.empty())
    scene.rows("waiver", std::move(waivers));
}

void signature(const Scene &scene) {
  const auto way = ways::missing_signatures(scene.file);
  for (const auto &[group, all] : way.front().says.groups)
    scene.rows(group, all);
}

void copies(const Scene &scene) {
  std::vector<Row> all;
  for (const auto *party : at_the_table(scene.file))
    all.push_back({{"person", party->id}, {"how", "hand"}});
  scene.rows("copy", std::move(all));
}

void visit(const Scene &scene) {
  scene.put("new_violence", "no");
  std::vector<Row> all;
  for (const auto &obligation : scene.file.obligations)
    all.push_back({{"obligation", std::to_string(obligation.number)}, {"state", "kept"}});
  if (!all.empty())
    scene.rows("state", std::move(all));
}

void referral(const Scene &scene) {
  scene.put("to", "other");
  scene.put("answer", "offered");
}

struct Ordinary {
  std::string_view act;
  void (*write)(const Scene &);
};
constexpr std::array ordinary_acts{
    Ordinary{"assessment", assessment},
    Ordinary{"consent", consent},
    Ordinary{"finding", finding},
    Ordinary{"plan", plan},
    Ordinary{"report_up", report_up},
    Ordinary{"order", order},
    Ordinary{"requirement", requirement},
    Ordinary{"mediator", mediator_there},
    Ordinary{"session", session},
    Ordinary{"session_move", session_move},
    Ordinary{"condition_met", condition_met},
    Ordinary{"invitation", invitation},
    Ordinary{"delivery", delivery},
    Ordinary{"day_questions", day_questions},
    Ordinary{"attendance", attendance},
    Ordinary{"outcome", outcome},
    Ordinary{"signature", signature},
    Ordinary{"copies", copies},
    Ordinary{"visit", visit},
    Ordinary{"referral", referral},
};

// the case and the session the act is about, and who does it
Entry blank(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now) {
  Entry entry;
  entry.seq = next_entry(file);
  entry.case_number = file.number;
  entry.act = step.act;
  entry.step = step.id;
  entry.on = moment_after(file, now);
  for (const auto &role : step.roles)
    if (entry.by.empty())
      entry.by = officer_for(bench, file, role, entry.on.day);
  if (step.roles.empty() && !bench.roster.officers.empty())
    entry.by = bench.roster.officers.front().id;
  return entry;
}

bool takes_session(const ActKind &kind) {
  return std::any_of(kind.fields.begin(), kind.fields.end(),
                     [](const FieldSpec &field) { return field.kind == Kind::session; });
}

} // namespace

Entry suppose(const Bench &bench, const CaseFile &file, const Step &step, const Wanted &wanted, const Moment &now) {
  auto entry = blank(bench, file, step, now);
  entry.facts = wanted.says;
  for (const auto &[field, value] : step.preset)
    entry.facts.fields[field] = value;
  const auto *kind = act_kind(step.act);
  if (!kind)
    return entry;
  if (const auto left = not_done_for(file, step); !left.empty()) // the next party whose turn it is
    entry.facts.fields.try_emplace("party", left.front());
  if (const auto *session = takes_session(*kind) ? file.last_session() : nullptr) {
    entry.facts.fields.try_emplace("session", std::to_string(session->number));
    if (of_the_day(step.act) && entry.on.day < session->at.day) // such an act waits for it
      entry.on = session->at;
    if (step.act == "invitation" && is_after(entry.on, session->at) && !is_after(now, session->at))
      entry.on = session->at; // supposed out of turn, and sent in time
  }
  say_what_is_asked(step, entry);
  for (const auto &row : ordinary_acts)
    if (row.act == step.act)
      row.write({bench, file, entry.on, entry.facts});
  say_what_is_asked(step, entry);
  wait_for_its_day(bench, file, step, wanted, entry);
  seal_fields(*kind, entry);
  return entry;
}

} // namespace mediasi
