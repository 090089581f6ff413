#include "action/prefill.h"

#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "acts/lists.h"
#include "judge/at_the_table.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

struct FillContext { // what the fillers of one act look at
  const Bench &bench;
  const CaseFile &file;
  const Step &step;
  const Session *about;
  Date day;
};

using IdList = std::vector<std::string>;

void add_once(IdList &ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end())
    ids.push_back(std::move(id));
}

std::vector<Row> rows_for(std::string_view field, const IdList &ids) {
  std::vector<Row> rows;
  for (const auto &id : ids)
    rows.push_back({{std::string(field), id}});
  return rows;
}

void fill_only(Facts &facts, std::string_view field, const IdList &candidates) {
  if (candidates.size() == 1)
    facts.fields[std::string(field)] = candidates.front();
}

// the parties for whom this step has not been recorded
void assessment(const FillContext &known, Facts &facts) {
  const auto &file = known.file;
  const auto parties = known.step.repeat == Repeat::per_beneficiary ? file.side(Side::beneficiary) : at_the_table(file);
  IdList left;
  for (const auto *party : parties)
    if (std::none_of(file.story.begin(), file.story.end(), [&](const Happened &done) {
          return done.step == known.step.id && value_of(done.facts.fields, "party") == party->id;
        }))
      left.push_back(party->id);
  fill_only(facts, "party", left);
}

void condition_met(const FillContext &known, Facts &facts) {
  IdList open;
  for (const auto &condition : known.file.conditions)
    if (!condition.met)
      open.push_back(condition.id);
  fill_only(facts, "condition", open);
}

void mediator(const FillContext &known, Facts &facts) {
  IdList able;
  for (const auto &row : known.bench.roster.mediators)
    if (valid_on(row, known.day))
      able.push_back(row.id);
  fill_only(facts, "mediator", able);
}

// the mediator, the parties, and who stands beside them (S6)
void invitation(const FillContext &known, Facts &facts) {
  IdList ids{"mediator"};
  for (const auto *party : at_the_table(known.file)) {
    add_once(ids, party->id);
    for (const auto *companion : known.file.companions_of(party->id))
      add_once(ids, companion->id);
  }
  facts.groups["invitee"] = rows_for("person", ids);
  int last = 0;
  if (known.about != nullptr)
    for (const auto &invitation : known.about->invitations)
      last = std::max(last, invitation.number);
  if (last > 0)
    facts.fields["number"] = std::to_string(last + 1);
}

void delivery(const FillContext &known, Facts &facts) {
  IdList ids;
  if (known.about != nullptr)
    for (const auto &invitation : known.about->invitations)
      if (!invitation.delivered)
        add_once(ids, invitation.person);
  facts.groups["delivery"] = rows_for("person", ids);
}

void day_questions(const FillContext &known, Facts &facts) {
  IdList ids;
  for (const auto *party : at_the_table(known.file))
    if (known.about == nullptr || std::none_of(known.about->questions.begin(), known.about->questions.end(),
                                               [&](const DayQuestions &asked) { return asked.party == party->id; }))
      ids.push_back(party->id);
  facts.groups["answer"] = rows_for("party", ids);
}

void attendance(const FillContext &known, Facts &facts) {
  IdList ids;
  if (known.about != nullptr)
    for (const auto &invitation : known.about->invitations)
      add_once(ids, invitation.person);
  facts.groups["present"] = rows_for("person", ids);
}

// gate 3 asks of each offence on file; a civil matter is none
void outcome(const FillContext &known, Facts &facts) {
  IdList numbers;
  for (const auto &matter : known.file.matters)
    if (lists::matter_class(matter.kind) != lists::MatterClass::civil)
      numbers.push_back(std::to_string(matter.number));
  facts.groups["waiver"] = rows_for("matter", numbers);
}

const Minutes *minutes_of(const FillContext &known) {
  for (const auto &minutes : known.file.minutes)
    if (known.about != nullptr && minutes.session == known.about->number)
      return &minutes;
  return nullptr;
}

void signature(const FillContext &known, Facts &facts) {
  IdList ids;
  if (const auto *minutes = minutes_of(known))
    for (const auto &signer : minutes->signers)
      if (std::none_of(minutes->signatures.begin(), minutes->signatures.end(),
                       [&](const Signature &given) { return given.signer == signer; }))
        ids.push_back(signer);
  facts.groups["signature"] = rows_for("person", ids);
}

void copies(const FillContext &known, Facts &facts) {
  IdList ids;
  const auto *minutes = minutes_of(known);
  for (const auto *party : at_the_table(known.file))
    if (minutes != nullptr && std::none_of(minutes->copies.begin(), minutes->copies.end(), [&](const Copy &copy) {
          return copy.person == party->id && copy.version == minutes->frozen;
        }))
      ids.push_back(party->id);
  facts.groups["copy"] = rows_for("person", ids);
}

// every visit gives every obligation a state (S9)
void visit(const FillContext &known, Facts &facts) {
  IdList numbers;
  for (const auto &obligation : known.file.obligations)
    if (binds(obligation))
      numbers.push_back(std::to_string(obligation.number));
  facts.groups["state"] = rows_for("obligation", numbers);
}

void payment(const FillContext &known, Facts &facts) {
  IdList numbers;
  for (const auto &obligation : known.file.obligations)
    if (binds(obligation) && (obligation.kind == "payment" || obligation.kind == "maintenance"))
      numbers.push_back(std::to_string(obligation.number));
  fill_only(facts, "obligation", numbers);
}

void follow_up(const FillContext &known, Facts &facts) {
  IdList entries;
  for (const auto &one : known.file.follow_ups)
    if (!one.answer)
      entries.push_back(std::to_string(one.entry));
  fill_only(facts, "entry", entries);
}

struct Filler {
  std::string_view act;
  void (*fill)(const FillContext &, Facts &);
};
constexpr std::array fillers{
    Filler{"assessment", assessment}, Filler{"condition_met", condition_met},
    Filler{"mediator", mediator},     Filler{"invitation", invitation},
    Filler{"delivery", delivery},     Filler{"day_questions", day_questions},
    Filler{"attendance", attendance}, Filler{"outcome", outcome},
    Filler{"signature", signature},   Filler{"copies", copies},
    Filler{"visit", visit},           Filler{"payment", payment},
    Filler{"follow_up", follow_up},
};

bool about_a_session(const ActKind &kind) {
  return std::any_of(kind.fields.begin(), kind.fields.end(),
                     [](const FieldSpec &spec) { return spec.kind == Kind::session; });
}

} // namespace

std::string who_acts(const Bench &bench, const CaseFile &file, const Step &step, std::string_view typed, Date day) {
  for (const auto &role : step.roles)
    if (const auto *officer = bench.roster.officer(assigned_officer(bench.standard, file, role));
        officer && holds(*officer, role, day))
      return officer->id;
  const auto *typing = bench.roster.officer(typed);
  if (typing && std::any_of(step.roles.begin(), step.roles.end(),
                            [&](const std::string &role) { return holds(*typing, role, day); }))
    return {};
  for (const auto &role : step.roles)
    if (auto officer = officer_for(bench, file, role, day); !officer.empty())
      return officer;
  return {};
}

Facts prefilled(const Bench &bench, const CaseFile &file, const Step &step, const Session *about, Date day) {
  Facts facts;
  const auto *kind = act_kind(step.act);
  if (kind && about && about_a_session(*kind))
    facts.fields["session"] = std::to_string(about->number);
  const FillContext known{bench, file, step, about, day};
  for (const auto &filler : fillers)
    if (filler.act == step.act)
      filler.fill(known, facts);
  return facts;
}

} // namespace mediasi
