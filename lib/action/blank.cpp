#include "action/blank.h"

#include <algorithm>

#include <fmt/core.h>

#include "action/check.h"
#include "action/prefill.h"
#include "action/references.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

std::string example(Kind kind) {
  switch (kind) {
  case Kind::date:
    return "YYYY-MM-DD";
  case Kind::moment:
    return "YYYY-MM-DDTHH:MM";
  case Kind::birth:
    return "YYYY-MM-DD | YYYY-MM | YYYY";
  case Kind::tri:
    return "yes | no | unknown";
  case Kind::nik:
    return say("16 digits, between quotes");
  case Kind::persons:
  case Kind::participants:
  case Kind::choices:
  case Kind::roles:
    return say("a list: [\"a\", \"b\"]");
  default:
    return {};
  }
}

// "2 (maintenance, beneficiary1)"
std::string described(const Obligation &obligation) {
  return fmt::format("{} ({}, {})", obligation.number, obligation.kind, obligation.who);
}

struct LinesContext { // what the lines of a form are written from
  const Bench &bench;
  const CaseFile &file;
  const BlankFor &hand;
  std::string_view act = {}; // the kind whose fields these are
};

std::string choice_lines(const FieldSpec &spec, const LinesContext &of) {
  std::string lines;
  for (const auto &choice : spec.choices) {
    const auto own = of.bench.standard.word(of.act, spec.name, choice.id);
    lines += fmt::format("#     {:<20} {}\n", choice.id, own.empty() ? tr(choice.label.data()) : own);
  }
  return lines;
}

// the name where the form may say it, else the initials
std::string called(const Person &person, const LinesContext &of) {
  const auto found = of.hand.identities.find(person.id);
  const auto name = found == of.hand.identities.end() ? std::string_view() : value_of(found->second, "name");
  return fmt::format("{} ({})", person.id, name.empty() ? person.initials : name);
}

void add_people(Kind kind, const LinesContext &of, std::vector<std::string> &known) {
  const bool takes_part = kind == Kind::participant || kind == Kind::participants;
  if (kind == Kind::person || kind == Kind::persons || kind == Kind::giver || takes_part)
    for (const auto &person : of.file.persons)
      known.push_back(called(person, of));
  if (kind == Kind::giver)
    known.emplace_back("self");
  if (takes_part)
    known.insert(known.end(), {"mediator", "pendamping"});
}

void add_house(Kind kind, const LinesContext &of, std::vector<std::string> &known) {
  const auto &roster = of.bench.roster;
  if (kind == Kind::officer)
    for (const auto &officer : roster.officers)
      known.push_back(officer.id);
  if (kind == Kind::mediator)
    for (const auto &mediator : roster.mediators)
      if (valid_on(mediator, of.hand.day))
        known.push_back(mediator.id);
  if (kind == Kind::room)
    for (const auto &room : roster.rooms)
      known.push_back(room.id);
  if (kind == Kind::requirement)
    for (const auto &requirement : of.bench.standard.requirements)
      known.push_back(requirement.id);
  if (kind == Kind::role || kind == Kind::roles)
    for (const auto &role : of.bench.standard.roles)
      known.push_back(role.id);
}

std::string known_values(Kind kind, const LinesContext &of) {
  std::vector<std::string> known;
  add_people(kind, of, known);
  add_house(kind, of, known);
  if (kind == Kind::session)
    for (const auto &session : of.file.sessions)
      known.push_back(fmt::format("{} ({})", session.number, text_of(session.at)));
  if (kind == Kind::obligation)
    for (const auto &obligation : of.file.obligations)
      known.push_back(described(obligation));
  return join(known, ", ");
}

std::string about(const FieldSpec &spec, const LinesContext &known) {
  std::string lines = fmt::format("# {}", tr(spec.label.data()));
  if (spec.need == Need::required)
    lines += " (" + say("needed") + ")";
  if (spec.seal == Seal::sealed)
    lines += " [" + say("sealed") + "]";
  if (const auto shape = example(spec.kind); !shape.empty())
    lines += ": " + shape;
  lines += "\n" + choice_lines(spec, known);
  if (const auto values = known_values(spec.kind, known); !values.empty())
    lines += "#     " + values + "\n";
  return lines;
}

// a TOML basic string: whatever a person entered once stays one value
std::string toml_text(std::string_view value) {
  std::string text = "\"";
  for (const char c : value)
    if (c == '"' || c == '\\')
      text += std::string("\\") + c;
    else if (const auto code = static_cast<unsigned char>(c); code < 0x20 || code == 0x7f)
      text += fmt::format("\\u{:04X}", code);
    else
      text += c;
  return text + '"';
}

enum class Ink { plain, faint }; // faint: every line stands behind a mark

// the line to fill in: open when it is needed or filled already
std::string line_of(const FieldSpec &spec, const Row &values, Ink ink) {
  const auto value = value_of(values, spec.name);
  const bool open = ink == Ink::plain && (spec.need == Need::required || !value.empty());
  return fmt::format("{}{} = {}\n", open ? "" : "#", spec.name, toml_text(value));
}

// which person or matter of the case a row may correct
std::string correction_lines(const GroupSpec &group, const LinesContext &of, const Row &values) {
  std::vector<std::string> known;
  for (const auto &person : of.file.persons)
    if (is_person_group(group.name) && person.id.starts_with(group.name))
      known.push_back(called(person, of));
  for (const auto &matter : of.file.matters)
    if (group.name == "matter")
      known.push_back(fmt::format("{} ({})", matter.number, matter.kind));
  if (known.empty())
    return {};
  return fmt::format("# {}\n#     {}\n#{} = \"{}\"\n", say("to correct one of the case (a new one, when left out)"),
                     join(known, ", "), group.name == "matter" ? "number" : "id", value_of(values, "id"));
}

// One row written out with what its fields mean; further ones, of which only what they are about is known, without.
std::string row_lines(const std::string &path, const GroupSpec &group, const LinesContext &known, const Row &values,
                      Ink ink, bool explained) {
  std::string lines = fmt::format("{}{}[[{}]]\n", explained ? "" : "\n", ink == Ink::plain ? "" : "#", path);
  if (explained)
    lines += correction_lines(group, known, values);
  else if (const auto id = value_of(values, "id"); !id.empty())
    lines += fmt::format("#id = \"{}\"\n", id);
  for (const auto &spec : group.fields)
    lines += (explained ? about(spec, known) : "") + line_of(spec, values, ink);
  return lines;
}

// What is sealed of the persons a form may correct. Every line stands behind a mark: who changes one takes it away.
std::vector<Row> rows_to_correct(const GroupSpec &group, const LinesContext &of) {
  std::vector<Row> rows;
  if (!is_person_group(group.name))
    return rows;
  for (const auto &person : of.file.persons)
    if (const auto found = of.hand.identities.find(person.id);
        person.id.starts_with(group.name) && found != of.hand.identities.end()) {
      rows.push_back(found->second);
      rows.back()["id"] = person.id;
    }
  return rows;
}

std::string group_lines(const std::string &path, const GroupSpec &group, const LinesContext &known,
                        const Facts &filled) {
  std::string lines = fmt::format("\n# --- {} ---\n", tr(group.label.data()));
  if (const auto known_rows = rows_to_correct(group, known); !known_rows.empty()) {
    for (const auto &row : known_rows)
      lines += row_lines(path, group, known, row, Ink::faint, &row == &known_rows.front());
    return lines;
  }
  const auto &rows = rows_of(filled, group.name);
  const bool depends = group.name == "waiver"; // asked with an agreement alone, which nobody knows yet
  const auto ink = group.at_least > 0 || (!rows.empty() && !depends) ? Ink::plain : Ink::faint;
  if (rows.empty())
    return lines + row_lines(path, group, known, {}, ink, true);
  for (const auto &row : rows)
    lines += row_lines(path, group, known, row, ink, &row == &rows.front());
  return lines;
}

std::string head_lines(const Step &step, const LinesContext &known) {
  const auto &[by, typed, day, identities] = known.hand;
  const auto who = by.empty() ? who_acts(known.bench, known.file, step, typed, day) : by;
  const auto roles = step.roles.empty() ? say("any officer") : join(step.roles, ", ");
  return fmt::format("# {}\n#on = \"YYYY-MM-DDTHH:MM\"\n# {}\n{}by = \"{}\"\n",
                     say("when it happened (now, when left out)"), say("who did it: {}", roles), who.empty() ? "#" : "",
                     who);
}

std::string step_lines(const LinesContext &asked, const Step &step, const Session *about_session, bool alone) {
  const LinesContext known{asked.bench, asked.file, asked.hand, step.act};
  const auto *kind = act_kind(step.act);
  if (!kind)
    return {};
  std::string lines = fmt::format("\n# ==== {} ({}) ====\n", step.title, step.id);
  const auto section = step.repeat == Repeat::once ? "[" + step.id + "]" : "[[" + step.id + "]]";
  lines += (alone ? fmt::format("step = \"{}\"", step.id) : section) + "\n";
  lines += head_lines(step, known);
  const auto filled = prefilled(known.bench, known.file, step, about_session, known.hand.day);
  const auto fields = fields_of(step);
  for (const auto &spec : fields.specs)
    if (!step.preset.contains(spec.name))
      lines += about(spec, known) + line_of(spec, filled.fields, Ink::plain);
  for (const auto &group : kind->groups)
    lines +=
        group_lines(alone ? std::string(group.name) : step.id + "." + std::string(group.name), group, known, filled);
  return lines;
}

} // namespace

std::string blank_form(const Bench &bench, const CaseFile &file, std::string_view name, const BlankFor &hand) {
  const LinesContext known{bench, file, hand, {}};
  const auto *session = file.last_session();
  std::string text = say("# Fill in what is known; a line beginning with # is left out.") + "\n";
  if (const auto *form = bench.standard.form(name)) {
    text += say("# Take away the whole part of a step that was not done.") + "\n";
    for (const auto &id : form->steps)
      if (const auto *step = bench.standard.step(id)) {
        text += step_lines(known, *step, session, false);
        if (step->act == "session")
          session = nullptr; // what follows is about the one this form makes
      }
    return text;
  }
  if (const auto *step = bench.standard.step(name))
    return text + step_lines(known, *step, session, true);
  return {};
}

} // namespace mediasi
