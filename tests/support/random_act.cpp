#include "support/random_act.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/text.h"
#include "support/random_words.h"

namespace mediasi::testing {

namespace {

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
  if (dice.in(95))
    make_sensible(draft, dice, around, step.act);
  for (const auto &[name, fixed] : step.preset)
    draft.fields.values.erase(name);
  return draft;
}

Draft random_amendment(Dice &dice, const Around &around, const Step &step) {
  auto draft = random_draft(dice, around, step);
  if (!draft.groups.empty() && dice.in(60)) { // all of a group again, its rows by their names
    const auto group = std::next(draft.groups.begin(), static_cast<long>(dice.below(draft.groups.size())));
    auto kept = std::pair{group->first, group->second};
    if (!kept.second.empty() && (kept.first == "obligation" || kept.first == "matter"))
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
