#include "support/random_act.h"

#include <algorithm>

#include "acts/acts.h"
#include "acts/lists.h"
#include "base/text.h"

namespace mediasi::testing {

namespace {

using Texts = std::vector<std::string>;

DraftValue value(std::string text) {
  return {.text = std::move(text), .place = {}};
}

void set(DraftRow &row, const std::string &name, std::string text) {
  row.values[name] = value(std::move(text));
}

DraftRow row(std::initializer_list<std::pair<const char *, std::string>> values) {
  DraftRow made;
  for (const auto &[name, text] : values)
    set(made, name, text);
  return made;
}

Texts ids(const CaseFile &file, bool parties_alone = false) {
  Texts list;
  for (const auto &person : file.persons)
    if (!parties_alone || person.side == Side::beneficiary || person.side == Side::respondent)
      list.push_back(person.id);
  return list;
}

Texts numbers_of(const auto &rows) {
  Texts list;
  for (const auto &one : rows)
    list.push_back(std::to_string(one.number));
  return list;
}

std::string any(Dice &dice, const Texts &list) {
  return list.empty() ? "nobody" : list[dice.below(list.size())];
}

std::string day(Dice &dice, const Moment &now, int back, int ahead) {
  return text_of(plus_days(now.day, static_cast<int>(dice.below(static_cast<std::size_t>(back + ahead + 1))) - back));
}

std::string any_choice(Dice &dice, std::span<const Choice> choices) {
  return choices.empty() ? "x" : std::string(choices[dice.below(choices.size())].id);
}

// whoever or whatever of the case or the office a field names
std::string reference(Dice &dice, const Around &around, Kind kind) {
  const auto &roster = around.bench.roster;
  switch (kind) {
  case Kind::giver:
    return dice.in(50) ? "self" : any(dice, ids(around.file));
  case Kind::participant:
  case Kind::participants:
    return dice.in(30) ? "mediator" : any(dice, ids(around.file));
  case Kind::officer:
    return dice.one_of(roster.officers).id;
  case Kind::mediator:
    return dice.one_of(roster.mediators).id;
  case Kind::room:
    return dice.one_of(roster.rooms).id;
  case Kind::session:
    return any(dice, numbers_of(around.file.sessions));
  case Kind::obligation:
    return any(dice, numbers_of(around.file.obligations));
  case Kind::requirement:
    return dice.one_of(around.bench.standard.requirements).id;
  case Kind::role:
  case Kind::roles:
    return dice.one_of(around.bench.standard.roles).id;
  default:
    return any(dice, ids(around.file));
  }
}

std::string plain(Dice &dice, const Around &around, const FieldSpec &spec) {
  switch (spec.kind) {
  case Kind::nik:
    return "3575016003900001";
  case Kind::phone:
    return "0343-000001";
  case Kind::birth:
    return dice.in(50) ? "2014-03-11" : "1990";
  case Kind::date:
    return day(dice, around.now, 20, dice.in(10) ? 5 : 0);
  case Kind::moment:
    return day(dice, around.now, 0, 9) + "T09:00";
  case Kind::integer:
    return std::to_string(1 + dice.below(3));
  case Kind::money:
    return "75000";
  case Kind::tri:
    return dice.in(45) ? "yes" : dice.in(80) ? "no" : "unknown";
  case Kind::choice:
  case Kind::choices:
    return any_choice(dice, spec.choices);
  case Kind::id:
    return "contoh";
  default:
    return "Contoh kata";
  }
}

std::string sensible(Dice &dice, const Around &around, const FieldSpec &spec) {
  const bool refers = spec.kind >= Kind::person && spec.kind != Kind::id;
  return refers ? reference(dice, around, spec.kind) : plain(dice, around, spec);
}

DraftRow filled(Dice &dice, const Around &around, std::span<const FieldSpec> specs, int optional) {
  DraftRow made;
  for (const auto &spec : specs)
    if (dice.in(spec.need == Need::required ? 99 : optional))
      set(made, std::string(spec.name), sensible(dice, around, spec));
  return made;
}

std::vector<DraftRow> rows(Dice &dice, const Around &around, const GroupSpec &group) {
  std::vector<DraftRow> made;
  for (std::size_t i = 1 + dice.below(2); i > 0; --i)
    made.push_back(filled(dice, around, group.fields, 30));
  return made;
}

// --- what needs more sense than its field table has ---

void registration(Draft &draft, Dice &dice, const Around &around) {
  const bool children = dice.in(50);
  const auto birth = children ? std::to_string(static_cast<int>(around.now.day.year()) - 12) + "-03" : "1985-02-03";
  const std::string needs = dice.in(85) ? "no" : "yes";
  draft.groups["beneficiary"] = {
      row({{"name", "Contoh Satu"}, {"birth", birth}, {"sex", "female"}, {"special_needs", needs}})};
  draft.groups["respondent"] = {
      row({{"name", "Contoh Dua"}, {"birth", birth}, {"sex", "male"}, {"special_needs", "no"}})};
  for (const std::string of : {"beneficiary1", "respondent1"})
    draft.groups["companion"].push_back(row({{"name", "Contoh Wali"},
                                             {"of", of},
                                             {"kinds", dice.in(50) ? "parent,special" : "parent"},
                                             {"alleged_offender", dice.in(90) ? "no" : "yes"}}));
  const std::string kind = dice.in(60) ? "household_quarrel" : dice.in(80) ? "bullying" : "rape";
  draft.groups["matter"] = {row({{"kind", kind}, {"police_report", "no"}, {"serious_harm", "no"}})};
  draft.groups["matter"].front().values.emplace("incident_on", value(day(dice, around.now, 9, 0)));
  draft.groups.erase("requirement");
  if (dice.in(85))
    draft.groups["requirement"] = {row({{"requirement", "identitas"}})};
  draft.groups.erase("other");
}

void consent(Draft &draft, Dice &dice, const Around &around) {
  const auto party = any(dice, ids(around.file, true));
  const auto *person = around.file.person(party);
  const auto companions = around.file.companions_of(party);
  const bool child = person && child_on(*person, around.now.day) && !companions.empty();
  draft.fields = row({{"party", party},
                      {"given_by", child ? companions.front()->id : "self"},
                      {"relation", child ? "mother" : "self"},
                      {"purposes", "service,mediation"},
                      {"decision", dice.in(96) ? "given" : "withdrawn"},
                      {"child_view", dice.in(90) ? "yes" : "unknown"}});
}

void assessment(Draft &draft, Dice &dice, const Around &around) {
  const auto good = [&](const char *answer) { return std::string(dice.in(99) ? answer : "unknown"); };
  draft.fields = row({{"party", any(dice, ids(around.file, true))},
                      {"willing", good("yes")},
                      {"pressure", good("no")},
                      {"threat", good("no")},
                      {"protection_order", good("no")},
                      {"afraid", good("no")},
                      {"violence", dice.in(50) ? "no" : "yes"},
                      {"risk", dice.in(97) ? "low" : "high"}});
}

void finding(Draft &draft, Dice &dice, const Around &) {
  const Texts findings{"fit", "fit", "fit", "fit", "conditional", "conditional", "conditional", "unfit", "postponed"};
  const auto found = any(dice, findings);
  draft.fields = row({{"finding", found}, {"best_interest", "Contoh kepentingan terbaik"}});
  draft.groups.clear();
  if (found == "conditional")
    draft.groups["condition"] = {row({{"text", "Contoh syarat"}})};
}

// mostly what leaves the parties as they are: one who is new must be assessed and heard first
void person(Draft &draft, Dice &dice, const Around &) {
  draft.groups.clear();
  const std::string of = dice.in(50) ? "beneficiary1" : "respondent1";
  draft.groups["companion"] = {row({{"of", of}, {"kinds", "relative"}, {"alleged_offender", "no"}})};
  if (dice.in(60))
    set(draft.groups["companion"].front(), "id", of == "beneficiary1" ? "companion1" : "companion2");
}

void condition_met(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"condition", dice.in(90) ? "1" : "2"}});
}

void plan(Draft &draft, Dice &dice, const Around &) {
  set(draft.fields, "to", dice.in(85) ? "kasie,koordinator" : "kasie");
}

void order(Draft &draft, Dice &dice, const Around &) {
  set(draft.fields, "decision", dice.in(85) ? "ordered" : "sent_back");
}

void invitation(Draft &draft, Dice &dice, const Around &around) {
  auto &invited = draft.groups["invitee"];
  invited.clear();
  auto people = ids(around.file);
  people.emplace_back("mediator");
  for (const auto &person : people)
    if (dice.in(97))
      invited.push_back(row({{"person", person}}));
}

void delivery(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["delivery"].clear();
  for (const auto &person : ids(around.file))
    draft.groups["delivery"].push_back(row({{"person", person}, {"how", "hand"}}));
  if (dice.in(10))
    draft.groups["delivery"].pop_back();
}

void day_questions(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["answer"].clear();
  for (const auto &party : ids(around.file, true))
    draft.groups["answer"].push_back(
        row({{"party", party}, {"willing", dice.in(96) ? "yes" : "no"}, {"safe", "yes"}, {"afraid", "no"}}));
}

void attendance(Draft &draft, Dice &dice, const Around &around) {
  auto people = ids(around.file);
  people.insert(people.end(), {"mediator", "pendamping"});
  draft.groups["present"].clear();
  for (const auto &person : people)
    draft.groups["present"].push_back(row({{"person", person}, {"status", dice.in(97) ? "present" : "absent"}}));
}

void outcome(Draft &draft, Dice &dice, const Around &around) {
  const bool agreed = dice.in(70);
  draft.fields = row({{"outcome", agreed ? "agreed" : any(dice, {"not_agreed", "continued", "stopped", "not_held"})}});
  draft.groups.clear();
  if (!agreed)
    return;
  const std::string recurrence = dice.in(60) ? "once" : "standing";
  draft.groups["obligation"] = {row({{"who", any(dice, ids(around.file, true))},
                                     {"kind", dice.in(97) ? "apology" : "silence"},
                                     {"text", "Contoh butir"},
                                     {"recurrence", recurrence},
                                     {"due", day(dice, around.now, 0, 9)}})};
  for (const auto &matter : around.file.matters)
    draft.groups["waiver"].push_back(
        row({{"matter", std::to_string(matter.number)}, {"marries", "no"}, {"silence", "no"}, {"no_report", "no"}}));
}

void minutes(Draft &draft, Dice &, const Around &) {
  draft.fields = row({{"course", "Contoh jalannya sesi"}});
}

Texts signers(const CaseFile &file) {
  return file.minutes.empty() ? Texts{} : file.minutes.back().signers;
}

void signature(Draft &draft, Dice &dice, const Around &around) {
  draft.groups["signature"].clear();
  for (const auto &person : signers(around.file))
    draft.groups["signature"].push_back(row({{"person", person}, {"state", dice.in(95) ? "signed" : "refused"}}));
}

void copies(Draft &draft, Dice &, const Around &around) {
  draft.groups["copy"].clear();
  for (const auto &party : ids(around.file, true))
    draft.groups["copy"].push_back(row({{"person", party}, {"how", "hand"}}));
}

void report_up(Draft &draft, Dice &dice, const Around &) {
  draft.fields = row({{"to", dice.in(80) ? "konselor,koordinator,mk,kepala_upt" : "mk"}});
}

void visit(Draft &draft, Dice &dice, const Around &around) {
  draft.fields = row({{"new_violence", dice.in(97) ? "no" : "yes"}});
  draft.groups.clear();
  for (const auto &number : numbers_of(around.file.obligations))
    draft.groups["state"].push_back(row({{"obligation", number}, {"state", dice.in(90) ? "kept" : "broken"}}));
}

void scan(Draft &draft, Dice &dice, const Around &around) {
  const auto entry = around.file.story.empty() ? 1 : around.file.story[dice.below(around.file.story.size())].entry;
  draft.fields = row({{"entry", std::to_string(entry)}});
  if (dice.in(90))
    draft.attachments = {{"pindaian", "contoh.pdf", {}}};
}

struct Maker {
  std::string_view act;
  void (*make)(Draft &, Dice &, const Around &);
};
constexpr Maker makers[] = {{"register", registration},
                            {"consent", consent},
                            {"assessment", assessment},
                            {"finding", finding},
                            {"person", person},
                            {"condition_met", condition_met},
                            {"plan", plan},
                            {"order", order},
                            {"invitation", invitation},
                            {"delivery", delivery},
                            {"day_questions", day_questions},
                            {"attendance", attendance},
                            {"outcome", outcome},
                            {"minutes", minutes},
                            {"signature", signature},
                            {"copies", copies},
                            {"report_up", report_up},
                            {"visit", visit},
                            {"scan", scan}};

} // namespace

Draft random_draft(Dice &dice, const Around &around, const Step &step) {
  Draft draft;
  draft.step = step.id;
  const auto *kind = act_kind(step.act);
  if (!kind)
    return draft;
  draft.fields = filled(dice, around, kind->fields, 20);
  for (const auto &group : kind->groups)
    if (group.at_least > 0 || dice.in(25))
      draft.groups[std::string(group.name)] = rows(dice, around, group);
  for (const auto &[act, make] : makers)
    if (act == step.act && dice.in(95))
      make(draft, dice, around);
  for (const auto &[name, fixed] : step.preset)
    draft.fields.values.erase(name);
  return draft;
}

Draft random_amendment(Dice &dice, const Around &around, const Step &step) {
  auto draft = random_draft(dice, around, step);
  if (!draft.groups.empty() && dice.in(60)) { // all of a group again, its rows by their names
    const auto group = std::next(draft.groups.begin(), static_cast<long>(dice.below(draft.groups.size())));
    auto kept = std::pair{group->first, group->second};
    if (kept.first == "obligation" || kept.first == "matter")
      set(kept.second.front(), "number", "1");
    if (kept.first == "beneficiary" || kept.first == "respondent" || kept.first == "companion")
      for (std::size_t i = 0; i < kept.second.size(); ++i)
        set(kept.second[i], "id", kept.first + std::to_string(i + 1));
    draft.groups = {std::move(kept)};
    draft.fields = {};
  } else if (!draft.fields.values.empty()) {
    const auto field =
        std::next(draft.fields.values.begin(), static_cast<long>(dice.below(draft.fields.values.size())));
    const auto kept = std::pair{field->first, field->second};
    draft.fields.values = {kept};
    draft.groups.clear();
    if (dice.in(10)) {
      draft.fields.values.clear();
      set(draft.fields, "remove", kept.first);
    }
  }
  draft.attachments.clear();
  return draft;
}

} // namespace mediasi::testing
